"""From answers that were checked to a submission that was taken in."""

import logging
from collections.abc import Iterable, Mapping
from typing import Any

from submissions import spam
from submissions.forms import SENDER_FIELDS
from submissions.intake import Intake, Payload, to_payload
from submissions.models import ConsentText, Draft, Submission
from submissions.models.submission import CORRECTABLE
from submissions.services.receive import receive

logger = logging.getLogger(__name__)


def apart(who: Mapping[str, Any], content: Mapping[str, Any]) -> tuple[Payload, dict[str, str]]:
    """Answers about things, and answers about the person, of the first and the second step.

    Of the second step only the tax code is a person's: its `about` is about the unit.
    """
    sender = {name: str(who.get(name) or "") for name in SENDER_FIELDS if name in who}
    if "tax_code" in content:
        sender["tax_code"] = str(content["tax_code"] or "")
    things = {name: value for name, value in who.items() if name not in sender}
    things |= {name: value for name, value in content.items() if name != "tax_code"}
    return to_payload(things), sender


def is_correction_in_place(origin: Submission | None) -> bool:
    """Whether what is sent takes the place of what was sent."""
    return origin is not None and origin.state in CORRECTABLE


def send(
    *,
    intake: Intake,
    payload: Payload,
    sender: Mapping[str, str],
    consents: Iterable[ConsentText],
    key: str,
    subject: Any = None,
    origin: Submission | None = None,
    draft: Draft | None = None,
    suspect: bool = False,
) -> Submission:
    """Take it in, or mend what it corrects while that is not decided yet.

    Args:
        intake: its kind.
        payload, sender: see `apart`.
        consents: the texts that were ticked.
        key: sends it once, however often it is posted.
        subject, origin, draft: see `receive`.
        suspect: it looks like a program's doing.
    """
    if origin is not None and is_correction_in_place(origin):
        from submissions.services.sender import correct

        correct(origin, payload, sender, draft, consents=consents)
        return origin
    texts = [value for value in payload.values() if isinstance(value, str)]
    title = intake.title(payload, subject)
    return receive(
        kind=intake.kind,
        payload=payload,
        sender=sender,
        consents=consents,
        key=key,
        subject=subject,
        origin=origin,
        draft=draft,
        risks=spam.risks(title=title, texts=texts, sender=sender),
        suspect=suspect,
    )
