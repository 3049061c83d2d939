"""Proof that a letter reaches the sender: six digits, typed in or carried by the letter's link.

Opening the link proves nothing (mail scanners open links); pressing the button behind it does.
"""

import hmac
import secrets
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from submissions.models import Event, Sender, Submission
from submissions.services.record import note

LIFE = timedelta(hours=24)
MOST_TRIES = 5
SALT = "submissions.proof"
TOO_OFTEN = gettext_lazy("Mã sai quá 5 lần. Bấm “Gửi lại mã”.")


def new_code(sender: Sender) -> str:
    """Six digits for a letter; earlier ones fit no more. The database keeps a keyed digest."""
    code = f"{secrets.randbelow(10**6):06d}"
    sender.code_digest = _digest(sender, code)
    sender.code_sent_at, sender.code_tries = timezone.now(), 0
    sender.save(update_fields=["code_digest", "code_sent_at", "code_tries"])
    return code


def prove_email(*, submission: Submission, code: str) -> None:
    """The one who sends this code reads the letters to that address.

    Raises:
        ValidationError: wrong, too old, or tried too often; says what to do.
    """
    wrong = None
    with transaction.atomic():
        sender = Sender.objects.select_for_update().get(submission=submission)
        if sender.email_proved_at:
            return
        wrong = _try(sender, "".join(filter(str.isdigit, code)))
        if wrong is None:
            note(submission, Event.Kind.PROVED, _("Đã xác nhận địa chỉ thư."))
    if wrong:
        raise wrong
    submission.sender = sender


def inherit(sender: Sender, origin: Submission) -> None:
    """Who comes by the private link of a proved sender, with the same address or number, is proved.

    `sender` is not saved.
    """
    first = Sender.objects.filter(submission=origin).first()
    if first and first.email and first.email == sender.email:
        sender.email_proved_at = first.email_proved_at
    if first and first.phone and first.phone == sender.phone:
        sender.phone_proved_at, sender.phone_proved_by = (
            first.phone_proved_at,
            first.phone_proved_by,
        )


def _try(sender: Sender, code: str) -> ValidationError | None:
    """Count the try, and say what is wrong with it."""
    if words := _hindrance(sender, code):
        return ValidationError(words, code="refused")
    if not hmac.compare_digest(sender.code_digest, _digest(sender, code)):
        sender.code_tries += 1
        sender.save(update_fields=["code_tries"])
        left = MOST_TRIES - sender.code_tries
        words = _("Mã chưa đúng. Xem lại trong thư mới nhất; còn %d lần gõ.") % left
        return ValidationError(words if left else str(TOO_OFTEN), code="wrong")
    sender.email_proved_at, sender.code_digest = timezone.now(), ""
    sender.save(update_fields=["email_proved_at", "code_digest"])
    return None


def _hindrance(sender: Sender, code: str) -> str:
    """Why no code, or this one, can be tried now; '' where it can."""
    if not sender.code_digest or not sender.code_sent_at:
        return _("Chưa có mã nào còn dùng được. Bấm “Gửi lại mã”.")
    if sender.code_sent_at < timezone.now() - LIFE:
        return _("Mã đã quá 24 giờ. Bấm “Gửi lại mã”.")
    if sender.code_tries >= MOST_TRIES:
        return str(TOO_OFTEN)
    return "" if len(code) == 6 else _("Mã có 6 chữ số. Xem lại trong thư.")


def _digest(sender: Sender, code: str) -> str:
    value = f"{sender.submission_id}:{sender.email.lower()}:{code}"
    return salted_hmac(SALT, value, algorithm="sha256").hexdigest()
