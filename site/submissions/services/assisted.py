"""Keying in for somebody at the counter, on the telephone, or from paper."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from submissions.intake import Payload
from submissions.models import ConsentText, Draft, Submission
from submissions.services.receive import receive


@transaction.atomic
def receive_for(
    *,
    kind: str,
    payload: Payload,
    sender: Mapping[str, str],
    consents: Iterable[ConsentText],
    channel: str,
    user: Any,
    key: str,
    subject: Any = None,
    draft: Draft | None = None,
) -> Submission:
    """Take it in as `user` heard or read it; who keyed it in has seen or called the sender.

    The number counts as called. An address does not: only its code proves it.

    Args:
        channel: `counter`, `phone` or `paper`; also the way the consents were said.
    """
    submission = receive(
        kind=kind, payload=payload, sender=sender, consents=consents, key=key, subject=subject,
        draft=draft, channel=channel, way=channel, recorded_by=user,
    )  # fmt: skip
    person = submission.sender
    if person.phone and not person.phone_proved_at:
        person.phone_proved_at, person.phone_proved_by = timezone.now(), user
        person.save(update_fields=["phone_proved_at", "phone_proved_by"])
    return submission
