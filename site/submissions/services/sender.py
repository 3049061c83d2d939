"""What the sender does through the private link."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from submissions.consent_form import changed_purposes
from submissions.files import earlier
from submissions.forms import SENDER_FIELDS
from submissions.intake import Payload, intake_for
from submissions.models import (
    Consent,
    ConsentText,
    Draft,
    Event,
    IntakeSettings,
    Sender,
    Submission,
    Version,
)
from submissions.models.rights import answer_due
from submissions.models.submission import CORRECTABLE, OPEN, State
from submissions.services import letters, notices
from submissions.services.family import pages_of
from submissions.services.proof import prove_email
from submissions.services.record import note
from submissions.services.yearly import confirm
from submissions.tracker import field_labels
from vietnamese import clean
from workflow.services import withdraw_on_request

__all__ = ["answer", "can_withdraw", "confirm", "correct", "prove_email", "renew_link", "withdraw"]

MOST_LETTERS = 2000


def _locked(submission: Submission) -> Submission:
    return Submission.objects.select_for_update().get(pk=submission.pk)


def answer(*, submission: Submission, text: str) -> Event:
    """A word to the editors. Where they had asked for changes, they read on.

    Raises:
        ValidationError: nothing said, or too much.
    """
    words = clean(text, multiline=True).strip()
    if not any(char.isalnum() for char in words):
        raise ValidationError(_("Viết lời nhắn vào đây rồi gửi."), code="required")
    if len(words) > MOST_LETTERS:
        over = {"over": len(words) - MOST_LETTERS, "most": MOST_LETTERS}
        message = _("Bớt %(over)d ký tự: lời nhắn tối đa %(most)d.")
        raise ValidationError(message % over, code="max_length")
    with transaction.atomic():
        locked = _locked(submission)
        event = note(locked, Event.Kind.ANSWERED, words)
        if locked.state == State.CHANGES:
            _back_to_editors(locked)
        notices.told_of_sender(locked, event)
    submission.refresh_from_db()
    return event


def correct(
    submission: Submission,
    payload: Payload,
    sender: Mapping[str, str],
    draft: Draft | None = None,
    *,
    consents: Iterable[ConsentText] = (),
) -> Submission:
    """Put new answers in the place of the old, which are kept; while nothing is decided.

    Args:
        submission: the one to correct.
        payload, sender: as `receive` takes them.
        draft: where new files lie, and what is wished for the old ones; gone afterwards.
        consents: texts ticked for details that are others now. What was agreed to for the old
            ones ends here.

    Raises:
        ValidationError: it was decided in the meantime.
    """
    with transaction.atomic():
        locked = _locked(submission)
        if locked.state not in CORRECTABLE:
            raise ValidationError(_("Hồ sơ đã có quyết định nên không sửa thẳng được nữa."))
        changed = _new_payload(locked, payload)
        known = {name: getattr(submission.sender, name) for name in SENDER_FIELDS}
        person = _new_sender(locked, sender)
        _new_consents(locked, changed_purposes(known, sender), consents)
        if draft is not None:
            changed |= earlier.settle(draft, locked)
            draft.delete()
        _resolve(locked, changed | person)
        labels = field_labels(locked)
        names = [labels.get(name, name) for name in labels if name in changed | person]
        event = note(locked, Event.Kind.CORRECTED, ", ".join(names))
        _back_to_editors(locked)
        notices.told_of_sender(locked, event)
        if "email" in person and locked.sender.email:
            letters.code(locked)
    submission.refresh_from_db()
    return submission


def _new_payload(submission: Submission, payload: Payload) -> set[str]:
    old = submission.payload
    changed = {name for name in {*old, *payload} if old.get(name) != payload.get(name)}
    if changed:
        Version.objects.create(submission=submission, payload=old)
        submission.payload = payload
        intake = intake_for(submission.kind)
        submission.title = intake.title(payload, submission.subject)[:255]
    return changed


def _new_sender(submission: Submission, answers: Mapping[str, str]) -> set[str]:
    """A new address or number has to be proved anew."""
    person = Sender.objects.select_for_update().get(submission=submission)
    changed = {
        name for name in SENDER_FIELDS if name in answers and getattr(person, name) != answers[name]
    }
    for name in changed:
        setattr(person, name, answers[name])
    if "email" in changed:
        person.email_proved_at, person.code_digest = None, ""
    if "phone" in changed:
        person.phone_proved_at = person.phone_proved_by = None
    if changed:
        person.save()
    submission.sender = person
    return changed


def _new_consents(
    submission: Submission, lapsed: Collection[str], texts: Iterable[ConsentText]
) -> None:
    """What was said of the old detail was not said of the new one."""
    standing = submission.consents.standing().filter(purpose__in=lapsed)
    standing.update(withdrawn_at=timezone.now(), withdrawn_way=Consent.Way.WEB)
    for text in texts:
        if text.purpose in lapsed:
            Consent.objects.create(submission=submission, text=text)


def _resolve(submission: Submission, names: set[str]) -> None:
    open_notes = submission.notes.filter(resolved_at=None, field__in=names)
    open_notes.update(resolved_at=timezone.now())


def _back_to_editors(submission: Submission) -> None:
    """What waited for the sender waits for the editors again, with a new day to answer by."""
    if submission.state == State.CHANGES:
        submission.move_to(State.READING if submission.reader_id else State.RECEIVED)
        submission.due_at = answer_due(timezone.now(), IntakeSettings.load().answer_days)
    submission.save()


def can_withdraw(submission: Submission) -> bool:
    """Until it is public; then what became pages of its own, or leaves a page by itself."""
    if submission.state in (*OPEN, State.SUSPECT, State.ACCEPTED):
        return True
    is_public = submission.state == State.PUBLISHED
    return is_public and (submission.intake.leaves_alone or bool(pages_of(submission)))


def withdraw(*, submission: Submission) -> None:
    """Back it goes: nothing is published of it, and what stands on the site is off at once.

    Raises:
        ValidationError: there is nothing to take back.
    """
    with transaction.atomic():
        locked = _locked(submission)
        if not can_withdraw(locked):
            raise ValidationError(_("Hồ sơ này không còn gì để rút."))
        for page in pages_of(locked):
            withdraw_on_request(page=page)
        locked.intake.release(locked, set())
        if locked.state == State.ACCEPTED and locked.results.filter(made=False).exists():
            words = _("Bản nháp đã ghi phần sửa này: xem lại trước khi gửi duyệt.")
            note(locked, Event.Kind.NOTE, words, public=False)
        locked.move_to(State.WITHDRAWN)
        locked.save()
        notices.told_of_sender(locked, note(locked, Event.Kind.WITHDRAWN))
    submission.refresh_from_db()


def renew_link(*, submission: Submission) -> None:
    """A new private link; the old one leads nowhere from this moment."""
    with transaction.atomic():
        locked: Any = _locked(submission)
        locked.give_token()
        locked.save()
        note(locked, Event.Kind.NOTE, _("Người gửi đổi đường dẫn theo dõi."), public=False)
        letters.link_renewed(locked)
    submission.refresh_from_db()
    submission.__dict__.pop("token", None)
