"""App configuration of workflow."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.admin.apps import WagtailAdminAppConfig


class WorkflowConfig(AppConfig):
    name = "workflow"
    verbose_name = _("Quy trình")
    default = True

    def ready(self) -> None:
        from core import holds
        from workflow import notices, signals
        from workflow.jobs import register_jobs
        from workflow.services.links import holds_revision
        from workflow.waiting import holders_of_pages
        from writing import waiting

        register_jobs()
        signals.connect()
        holds.register(holds_revision)
        notices.connect()
        waiting.register(holders_of_pages)


class AdminConfig(WagtailAdminAppConfig):
    """Wagtail's admin without its own letters about workflows: ours say more, in Vietnamese."""

    def ready(self) -> None:
        from wagtail.models import TaskState, WorkflowState
        from wagtail.signals import (
            task_submitted,
            workflow_approved,
            workflow_rejected,
            workflow_submitted,
        )

        from workflow.bulk import forbid_publishing

        super().ready()
        forbid_publishing()
        task_submitted.disconnect(
            sender=TaskState, dispatch_uid="group_approval_task_submitted_email_notification"
        )
        for signal, what in (
            (workflow_submitted, "submitted"),
            (workflow_rejected, "rejected"),
            (workflow_approved, "approved"),
        ):
            uid = f"workflow_state_{what}_email_notification"
            signal.disconnect(sender=WorkflowState, dispatch_uid=uid)
