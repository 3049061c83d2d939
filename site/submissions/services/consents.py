"""Taking a consent back: what it allowed is off the site when the call returns."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from submissions.models import Consent, Event, Purpose, Submission
from submissions.models.submission import STANDING, State
from submissions.services import notices
from submissions.services.family import family, pages_of
from submissions.services.pictures import remove_people
from submissions.services.record import note
from workflow.services import withdraw_on_request

ENDED = (State.DECLINED, State.WITHDRAWN, State.ERASED)


def standing(submission: Submission) -> set[str]:
    """The purposes agreed to and not taken back."""
    return set(submission.consents.standing().values_list("purpose", flat=True))


def take_back(
    *, submission: Submission, purpose: str, way: str = Consent.Way.WEB, user: Any = None
) -> bool:
    """Take one consent back, for the submission and all that hang together with it.

    Contact details leave the page, and with it feeds, search and structured data, which read the
    same rows. Without NAME, pictures of people leave the library. Without HANDLING everything
    goes: pages answer 410 and cannot be published again.

    Args:
        submission: any one of the person's.
        purpose: of `Purpose`.
        way: how it was said, and
        user: who of the staff wrote it down.

    Returns:
        Whether there was a consent to take back.
    """
    rows = family(submission)
    with transaction.atomic():
        consents = Consent.objects.standing().filter(submission__in=rows)
        if purpose != Purpose.HANDLING:
            consents = consents.filter(purpose=purpose)
        elif not consents.filter(purpose=purpose).exists():
            return False
        if not consents.update(withdrawn_at=timezone.now(), withdrawn_way=way):
            return False
        event = note(submission, Event.Kind.CONSENT, Purpose(purpose).label, by=user)
        for row in rows:
            _follow(row, purpose)
        notices.told_of_sender(submission, event)
    submission.refresh_from_db()
    return True


def _follow(submission: Submission, purpose: str) -> None:
    if purpose == Purpose.HANDLING:
        _end(submission)
        return
    if purpose == Purpose.NAME:
        remove_people(submission)
    if submission.state in STANDING:
        submission.intake.release(submission, standing(submission))


def _end(submission: Submission) -> None:
    """Nothing of it may be used any more."""
    for page in pages_of(submission):
        withdraw_on_request(page=page)
    submission.intake.forget(submission)
    remove_people(submission)
    if submission.state not in ENDED:
        submission.move_to(State.WITHDRAWN)
        submission.save(update_fields=["state", "state_since"])
