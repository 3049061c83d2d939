"""What editors do with a submission. Each act locks its row: of two at once only one counts."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from submissions.files import services as files
from submissions.intake import Material, ReviewError, who_form_of
from submissions.models import (
    Event,
    FieldNote,
    IntakeSettings,
    Purpose,
    Result,
    Submission,
    SubmissionFile,
)
from submissions.models.rights import answer_due
from submissions.models.submission import OPEN, WAITING, State
from submissions.rights import may_read
from submissions.services import letters
from submissions.services.record import note
from submissions.services.vouching import vouch

__all__ = [
    "ReviewError",
    "accept",
    "ask_changes",
    "decline",
    "locked",
    "mark_suspect",
    "message",
    "prove_phone",
    "release_suspect",
    "take",
]

FILE_FIELDS = ("pictures", "certificates")
UNTOUCHABLE = (State.SUSPECT, State.WITHDRAWN, State.ERASED)
LONGEST_NOTE = 1000


@transaction.atomic
def take(*, submission: Submission, user: Any, instead: bool = False) -> Submission:
    """Begin to read it; `instead` of a colleague who has begun.

    Raises:
        ReviewError: it is not waiting, or a colleague reads it.
    """
    row = locked(submission, user, WAITING)
    if row.reader_id == user.pk and row.state == State.READING:
        return row
    if row.reader_id and row.reader_id != user.pk and not instead:
        raise ReviewError(_("%s đang đọc hồ sơ này.") % _name(row.reader))
    row.reader = user
    if row.state == State.RECEIVED:
        row.move_to(State.READING)
    row.save(update_fields=["reader", "state", "state_since"])
    note(row, Event.Kind.TAKEN, by=user)
    return row


@transaction.atomic
def ask_changes(
    *, submission: Submission, user: Any, notes: Mapping[str, str], words: str = ""
) -> Submission:
    """Send it back with notes beside the fields, a word to all of it, or both.

    Args:
        notes: what to mend, by name of the field; `pictures` and `certificates` for files.

    Raises:
        ReviewError: nothing is said, a field is not in the form, or it is decided.
    """
    row = locked(submission, user, OPEN)
    said = {name: text.strip() for name, text in notes.items() if text.strip()}
    if not said and not words.strip():
        raise ReviewError(_("Hãy ghi cần sửa gì, cạnh một ô hay ở lời nhắn chung."))
    if set(said) - _names(row):
        raise ReviewError(_("Có ghi chú ở ô không thuộc hồ sơ này. Hãy mở lại để đọc."))
    if any(len(text) > LONGEST_NOTE for text in said.values()):
        raise ReviewError(_("Ghi chú cạnh một ô dài nhất %d ký tự.") % LONGEST_NOTE)
    now = timezone.now()
    row.notes.filter(field__in=said, resolved_at__isnull=True).update(resolved_at=now)
    sent = [
        FieldNote.objects.create(submission=row, field=field, text=text, by=user, sent_at=now)
        for field, text in said.items()
    ]
    row.reader = row.reader or user
    row.move_to(State.CHANGES, at=now)
    row.save(update_fields=["reader", "state", "state_since"])
    note(row, Event.Kind.CHANGES, words, by=user)
    letters.changes_wanted(row, sent, words.strip())
    return row


@transaction.atomic
def message(*, submission: Submission, user: Any, words: str) -> Submission:
    """Say something to the sender; nothing else changes.

    Raises:
        ReviewError: nothing is said, or the sender is no longer to be written to.
    """
    row = locked(submission, user)
    if row.state in UNTOUCHABLE:
        raise ReviewError(_out(row))
    if not words.strip():
        raise ReviewError(_("Hãy viết lời nhắn."))
    event = note(row, Event.Kind.MESSAGE, words, by=user)
    letters.message(row, event.text)
    return row


@transaction.atomic
def accept(*, submission: Submission, user: Any, of_unit: bool = False) -> list[Any]:
    """Make draft pages of it, or write a correction into the newest draft; the main page first.

    Args:
        of_unit: the user vouches that the sender belongs to the unit it is about, so that name
            and contacts may be shown as agreed to. Without it a stranger's never are.

    Raises:
        ReviewError: it is decided, its sender not proved, a file not clean, the consent to handle
            it is missing, the page it is about stands in review, or a stranger's contact details
            would go live at the word of somebody who may not publish.
    """
    row = locked(submission, user, OPEN)
    consents = set(row.consents.standing().values_list("purpose", flat=True))
    _check_acceptable(row, consents)
    handler = row.intake
    pictures = files.to_library(row, user, _collection(row)) if handler.takes_pictures else []
    changes = bool(pictures or handler.differences(row))
    # Of a correction of contact details alone nothing waits for approval.
    is_done = handler.is_correction and not changes
    if of_unit:
        vouch(row, user, is_live=is_done)
    pages = _make(row, user, Material(pictures=pictures, consents=consents))
    now = timezone.now()
    row.reader, row.decided_at = row.reader or user, now
    row.notes.filter(resolved_at__isnull=True).update(resolved_at=now)
    row.move_to(State.PUBLISHED if is_done else State.ACCEPTED, at=now)
    row.save(update_fields=["reader", "decided_at", "state", "state_since"])
    handler.release(row, consents)
    note(row, Event.Kind.ACCEPTED, by=user)
    if is_done:
        note(row, Event.Kind.PUBLISHED)
        letters.published(row, pages)
    else:
        letters.accepted(row)
    return pages


def _make(row: Submission, user: Any, material: Material) -> list[Any]:
    """The pages, each with the row that says it came from there."""
    handler, subject = row.intake, row.subject_id
    pages = (
        [handler.apply(row, user, material)]
        if handler.is_correction
        else handler.make(row, user, material)
    )
    for page in pages:
        made = not handler.is_correction and page.pk != subject
        Result.objects.get_or_create(submission=row, page_id=page.pk, defaults={"made": made})
    return pages


@transaction.atomic
def decline(*, submission: Submission, user: Any, reason: str) -> Submission:
    """Not to be published; the sender reads why.

    Raises:
        ReviewError: without a reason, or it is decided.
    """
    row = locked(submission, user, OPEN)
    if not reason.strip():
        raise ReviewError(_("Hãy ghi lý do: người gửi sẽ đọc."))
    row.reader, row.decided_at = row.reader or user, timezone.now()
    row.move_to(State.DECLINED)
    row.save(update_fields=["reader", "decided_at", "state", "state_since"])
    note(row, Event.Kind.DECLINED, reason, by=user)
    letters.declined(row, reason.strip())
    return row


@transaction.atomic
def prove_phone(*, submission: Submission, user: Any) -> Submission:
    """Somebody answered at the number and knew of the submission; who called, and when, is kept.

    Raises:
        ReviewError: there is no number, or it is proved already.
    """
    row = locked(submission, user)
    if row.state in UNTOUCHABLE:
        raise ReviewError(_out(row))
    sender = row.sender
    if not sender.phone:
        raise ReviewError(_("Hồ sơ này không có số điện thoại."))
    if sender.phone_proved_at:
        raise ReviewError(_("Số này đã được xác nhận."))
    sender.phone_proved_at, sender.phone_proved_by = timezone.now(), user
    sender.save(update_fields=["phone_proved_at", "phone_proved_by"])
    note(row, Event.Kind.PROVED, _("Phường đã gọi và nói chuyện với người gửi."), by=user)
    return row


@transaction.atomic
def mark_suspect(*, submission: Submission, user: Any) -> Submission:
    """Put it apart as spam; the sender is not told.

    Raises:
        ReviewError: it is decided.
    """
    row = locked(submission, user, OPEN)
    row.move_to(State.SUSPECT)
    row.save(update_fields=["state", "state_since"])
    note(row, Event.Kind.NOTE, _("Đánh dấu nghi là rác."), by=user, public=False)
    return row


@transaction.atomic
def release_suspect(*, submission: Submission, user: Any) -> Submission:
    """It was none: it waits like any other, and the time to answer begins now.

    Raises:
        ReviewError: it is not held as spam.
    """
    row = locked(submission, user, (State.SUSPECT,))
    now = timezone.now()
    row.due_at = answer_due(now, IntakeSettings.load().answer_days)
    row.move_to(State.RECEIVED, at=now)
    row.save(update_fields=["due_at", "state", "state_since"])
    note(row, Event.Kind.NOTE, _("Đưa trở lại: không phải rác."), by=user, public=False)
    letters.received(row)
    return row


# --- what all share -------------------------------------------------------------------------------
def locked(submission: Submission, user: Any, states: tuple[str, ...] = ()) -> Submission:
    """Its row, for the rest of the transaction.

    Raises:
        ReviewError: it is not the user's to read, or in none of `states`.
    """
    row = Submission.objects.select_for_update().filter(pk=submission.pk).first()
    if row is None or not may_read(user, row):
        raise ReviewError(_("Hồ sơ này không phải của mảng bạn."))
    if states and row.state not in states:
        raise ReviewError(_out(row))
    return row


def _out(row: Submission) -> str:
    """Why it can no longer be acted on."""
    who = _name(row.reader) if row.reader else ""
    words = {
        State.ACCEPTED: _("%s đã nhận hồ sơ này rồi.") % who if who else "",
        State.DECLINED: _("%s đã quyết không đăng hồ sơ này rồi.") % who if who else "",
    }
    state = _("Hồ sơ đang ở tình trạng “%s” nên không làm được việc này.")
    return words.get(State(row.state), "") or state % row.get_state_display()


def _name(user: Any) -> str:
    return user.get_full_name() or user.get_username()


def _names(row: Submission) -> set[str]:
    forms = (who_form_of(row), row.intake.content_form(row.subject))
    return {name for form in forms for name in form().fields} | set(FILE_FIELDS)


def _check_acceptable(row: Submission, consents: set[str]) -> None:
    if not row.is_sender_known:
        raise ReviewError(
            _("Chưa xác nhận được người gửi. Gọi theo số điện thoại rồi bấm “Đã gọi, đúng số”.")
        )
    if Purpose.HANDLING not in consents:
        raise ReviewError(_("Người gửi chưa đồng ý, hoặc đã rút lại việc cho xử lý hồ sơ."))
    # Of an infected file only the row is left: it holds nothing back.
    if row.files.filter(state=SubmissionFile.State.WAITING).exists():
        raise ReviewError(_("Còn tệp chờ quét mã độc. Ít phút nữa hãy thử lại."))


def _collection(row: Submission) -> Any:
    section = getattr(row.intake.section(), "section", None)
    return section.collection if section else None
