"""Changing how a sender is reached: in the plain table, with a line in the record."""

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from submissions.models import Sender, Submission
from submissions.models.submission import STANDING

ACTION = "submissions.sender"


@transaction.atomic
def change_sender(*, submission: Submission, user: Any, values: dict[str, str]) -> list[str]:
    """Write `values` (by field of `Sender`); a changed address has to be proved anew.

    What the pages show of the person follows. The record says which fields changed, never what
    they held.

    Returns:
        The names of the fields that changed.
    """
    sender = Sender.objects.select_for_update().get(submission=submission)
    changed = [name for name, value in values.items() if getattr(sender, name) != value]
    if not changed:
        return []
    for name in changed:
        setattr(sender, name, values[name])
    if "phone" in changed:
        sender.phone_proved_at = sender.phone_proved_by = None
    if "email" in changed:
        sender.email_proved_at, sender.code_digest, sender.code_sent_at = None, "", None
    sender.save()
    submission.sender = sender
    log(instance=submission, action=ACTION, user=user, data={"fields": changed})
    if submission.state in STANDING:
        consents = submission.consents.standing().values_list("purpose", flat=True)
        submission.intake.release(submission, set(consents))
    return changed
