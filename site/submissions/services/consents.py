"""Taking a consent back, and giving one later: pages have followed when the call returns."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from submissions.consent_form import ConsentForm, consent_form
from submissions.forms import SENDER_FIELDS
from submissions.models import Consent, ConsentText, Event, Purpose, Submission
from submissions.models.submission import STANDING, State
from submissions.services import notices
from submissions.services.family import family, first_of, pages_of
from submissions.services.pictures import remove_people
from submissions.services.record import note
from workflow.services import withdraw_on_request

ENDED = (State.DECLINED, State.WITHDRAWN, State.ERASED)


def standing(submission: Submission) -> set[str]:
    """The purposes agreed to and not taken back."""
    return set(submission.consents.standing().values_list("purpose", flat=True))


def offered(submission: Submission, data: Mapping[str, Any] | None = None) -> ConsentForm | None:
    """Boxes for what was not agreed to, or taken back; None where there is nothing to ask."""
    rows = family(submission)
    known = _standing_in(rows)
    if submission.state in ENDED or Purpose.HANDLING not in known:
        return None
    sender = getattr(submission, "sender", None)
    values = {name: getattr(sender, name, "") for name in SENDER_FIELDS}
    purposes = first_of(submission).intake.purposes
    form = consent_form(purposes, values, data, only=set(purposes) - known)
    return form if form.texts else None


def give(
    *, submission: Submission, texts: Iterable[ConsentText], way: str = Consent.Way.WEB
) -> bool:
    """Agree later to these texts; what stands already is left as it is.

    Returns:
        Whether there was anything to add.
    """
    with transaction.atomic():
        locked = Submission.objects.select_for_update().get(pk=submission.pk)
        known = _standing_in(family(locked))
        new = [text for text in texts if text.purpose not in known]
        if not new or locked.state in ENDED or Purpose.HANDLING not in known:
            return False
        for text in new:
            Consent.objects.create(submission=locked, text=text, way=way)
        labels = [str(Purpose(text.purpose).label) for text in new]
        event = note(locked, Event.Kind.CONSENT, _("Đồng ý thêm: %s") % "; ".join(labels))
        if locked.state in STANDING:
            locked.intake.release(locked, standing(locked))
        notices.told_of_sender(locked, event)
    submission.refresh_from_db()
    return True


def _standing_in(rows: list[Submission]) -> set[str]:
    found = Consent.objects.standing().filter(submission__in=rows)
    return set(found.values_list("purpose", flat=True))


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
    rows, label = family(submission), Purpose(purpose).label
    with transaction.atomic():
        consents = Consent.objects.standing().filter(submission__in=rows)
        if purpose != Purpose.HANDLING:
            consents = consents.filter(purpose=purpose)
        elif not consents.filter(purpose=purpose).exists():
            return False
        if not consents.update(withdrawn_at=timezone.now(), withdrawn_way=way):
            return False
        event = note(submission, Event.Kind.CONSENT, _("Rút lại: %s") % label, by=user)
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
