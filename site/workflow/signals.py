"""What happened, for those who must know (`workflow.notices`)."""

from django.db.models.signals import post_save, pre_save
from django.dispatch import Signal
from wagtail.models import ModelLogEntry, PageLogEntry

published_urgently = Signal()  # instance: Publication
urgent_reviewed = Signal()  # instance: Publication
ended_unapproved = Signal()  # instance: WorkflowState
schedule_refused = Signal()  # revision
withdrawn = Signal()  # page, user, note
draft_answered = Signal()  # instance: ShareLink


def connect() -> None:
    """Called once when the app is ready."""
    from accounts.models import Leave
    from workflow.acting import complete_entry
    from workflow.aftermath import told_of_leave

    post_save.connect(told_of_leave, sender=Leave, dispatch_uid="workflow.leave")
    for entry in (PageLogEntry, ModelLogEntry):
        pre_save.connect(
            complete_entry, sender=entry, dispatch_uid=f"workflow.record.{entry.__name__}"
        )
