"""Letters to senders. What they say always stands on the status page too.

Before the address is proved only the first letter goes (and the code anew, when asked for): it may
be somebody else's. Suspects of spam get none. The private link stands in the body, never in the
subject. A letter that cannot be written never stops the act it tells of.
"""

import logging
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.templatetags.format_tags import vi_date, vi_datetime
from mailing.models import OutgoingMail
from mailing.services import queue
from submissions.models import DataRequest, Event, FieldNote, Submission
from submissions.models.submission import State
from submissions.services import proof

logger = logging.getLogger(__name__)

MOST_A_DAY = 12
"""Letters to one address in a day, whatever is sent in under its name."""
CODES_A_DAY = 3
A_DAY = timedelta(days=1)
SILENT = (State.SUSPECT, State.ERASED)


def key_of(submission: Submission, *what: Any) -> str:
    """Begins alike for every letter about one submission, so that erasing finds them all."""
    return ":".join(["submission", str(submission.pk), *map(str, what)])


def received(submission: Submission) -> None:
    """That it arrived, with the private link and the code that proves the address."""
    if may_write(submission, first=True):
        _code_letter(
            submission,
            key_of(submission, "received"),
            subject=_("Đã nhận hồ sơ"),
            lead=_("Chúng tôi đã nhận hồ sơ của bạn."),
            promise=_promise(submission),
        )


def code(submission: Submission) -> bool:
    """The code anew; False where enough were sent today."""
    if not may_write(submission, first=True):
        return False
    start = key_of(submission, "code", "")
    sent = OutgoingMail.objects.filter(
        key__startswith=start, created_at__gt=timezone.now() - A_DAY
    ).count()
    if sent >= CODES_A_DAY:
        return False
    return _code_letter(
        submission,
        f"{start}{timezone.now():%Y%m%d%H%M%S%f}",
        subject=_("Mã xác nhận địa chỉ thư"),
        lead=_("Đây là mã mới. Mã cũ không dùng được nữa."),
        promise="",
    )


def changes_wanted(submission: Submission, notes: Iterable[FieldNote], message: str = "") -> None:
    """What to mend, field by field. `message`: a word of the editors over all of them."""
    from submissions.tracker import field_labels

    labels, rows = field_labels(submission), list(notes)
    lines = [f"{labels.get(row.field, row.field)}: {row.text}" for row in rows]
    _write(
        submission,
        "changes",
        "-".join(str(row.pk) for row in rows) or _last_event(submission, Event.Kind.CHANGES),
        subject=_("Hồ sơ cần sửa"),
        lead=_("Ban biên tập đã đọc hồ sơ và nhờ bạn sửa mấy chỗ."),
        body="\n\n".join(filter(None, [message, *lines])),
        button_label=_("Mở hồ sơ để sửa"),
    )


def accepted(submission: Submission) -> None:
    """That pages are being made of it."""
    _write(
        submission,
        "accepted",
        subject=_("Hồ sơ được nhận"),
        lead=_("Ban biên tập đã nhận hồ sơ và đang soạn trang. Đăng xong, bạn có thư báo địa chỉ."),
        button_label=_("Theo dõi hồ sơ"),
    )


def published(submission: Submission, pages: Iterable[Any]) -> None:
    """Where it stands now."""
    lines = [f"{page.title}: {page.full_url}" for page in pages]
    _write(
        submission,
        "published",
        subject=_("Đã đăng"),
        lead=_("Trang của bạn đã lên. Mời bạn xem, thấy chỗ nào chưa đúng thì báo lại."),
        body="\n\n".join(lines),
        button_label=_("Mở hồ sơ để báo sửa"),
    )


def declined(submission: Submission, reason: str) -> None:
    """That it is not published, and why."""
    _write(
        submission,
        "declined",
        subject=_("Hồ sơ không đăng được"),
        lead=_("Ban biên tập đã đọc hồ sơ và chưa đăng được."),
        comment=reason,
        comment_by=_("ban biên tập"),
        button_label=_("Mở hồ sơ"),
    )


def message(submission: Submission, text: str) -> None:
    """A word of the editors."""
    _write(
        submission,
        "message",
        _last_event(submission, Event.Kind.MESSAGE),
        subject=_("Tin nhắn về hồ sơ"),
        lead=_("Ban biên tập nhắn bạn về hồ sơ này."),
        comment=text,
        comment_by=_("ban biên tập"),
        button_label=_("Mở hồ sơ để trả lời"),
    )


def still_right(submission: Submission, rests_on: Any) -> bool:
    """Whether what stands on the site still holds. Returns whether a letter went."""
    return _write(
        submission,
        "still-right",
        f"{submission.asked_at:%Y%m%d}" if submission.asked_at else "",
        subject=_("Thông tin của bạn còn đúng không?"),
        lead=_("Trang giới thiệu của bạn đã lâu chưa được xác nhận lại."),
        body=_(
            "Mở đường dẫn bên dưới, bấm “Vẫn đúng”, hoặc báo chỗ cần đổi. "
            "Qua ngày %s mà chưa có trả lời, trang được tạm cất; xác nhận là hiện lại ngay."
        )
        % vi_date(rests_on),
        button_label=_("Xem lại thông tin"),
    )


def rested(submission: Submission) -> None:
    """That the entry is put away, and how it comes back."""
    _write(
        submission,
        "rested",
        f"{timezone.now():%Y%m%d}",
        subject=_("Trang của bạn đang tạm cất"),
        lead=_("Chưa có ai xác nhận thông tin còn đúng nên trang được tạm cất."),
        body=_("Mở đường dẫn bên dưới, bấm “Vẫn đúng” là trang hiện lại ngay như cũ."),
        button_label=_("Xác nhận để hiện lại"),
    )


def request_done(request: DataRequest) -> None:
    """What became of a request about data."""
    _write(
        request.submission,
        "request",
        request.pk,
        subject=_("Trả lời yêu cầu về dữ liệu"),
        lead=_("Yêu cầu của bạn đã xong: %s.") % request.get_kind_display().lower(),
        comment=request.answer,
        comment_by=_("ban biên tập"),
        button_label=_("Mở hồ sơ"),
    )


def link_renewed(submission: Submission) -> None:
    """The new private link."""
    _write(
        submission,
        "link",
        submission.digest[:12],
        subject=_("Đường dẫn theo dõi mới"),
        lead=_("Bạn vừa đổi đường dẫn theo dõi hồ sơ. Đường dẫn cũ không mở được nữa."),
        button_label=_("Mở hồ sơ"),
    )


# --- what they share --------------------------------------------------------------------------
def _promise(submission: Submission) -> str:
    if not submission.due_at:
        return ""
    return _("Hẹn trả lời trước %s.") % vi_datetime(submission.due_at)


def _last_event(submission: Submission, kind: str) -> int:
    found = submission.events.filter(kind=kind).order_by("-pk").values_list("pk", flat=True)
    return found.first() or 0


def may_write(submission: Submission, *, first: bool = False) -> bool:
    """Whether a letter may go; only the `first` before the address is proved."""
    sender = getattr(submission, "sender", None)
    if submission.state in SILENT or sender is None or not sender.email:
        return False
    if not first and not sender.email_proved_at:
        return False
    recent = OutgoingMail.objects.filter(created_at__gt=timezone.now() - A_DAY)
    ours = Q(key__startswith="submission:", to_user=None)
    if recent.filter(ours, to__iexact=sender.email).count() >= MOST_A_DAY:
        logger.warning("submission %s: enough letters to its address today", submission.pk)
        return False
    return True


def _code_letter(
    submission: Submission, key: str, *, subject: str, lead: str, promise: str
) -> bool:
    digits = proof.new_code(submission.sender)
    path = reverse("submissions_prove", args=[submission.token, digits])
    body = [
        promise,
        _("Mã xác nhận: %s") % f"{digits[:3]} {digits[3:]}",
        _(
            "Trong 24 giờ, bấm nút bên dưới hoặc gõ mã vào trang theo dõi, "
            "để chúng tôi biết thư này tới đúng bạn. Không phải bạn gửi thì bỏ qua thư này."
        ),
        _("Trang theo dõi: %s") % submission.status_url,
    ]
    return _queue(
        submission,
        key,
        subject=subject,
        lead=lead,
        body="\n\n".join(filter(None, body)),
        button_label=_("Xác nhận địa chỉ thư này"),
        button_url=f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}",
    )


def _write(submission: Submission, *what: Any, **words: Any) -> bool:
    if not may_write(submission):
        return False
    return _queue(submission, key_of(submission, *what), button_url=submission.status_url, **words)


def _queue(submission: Submission, key: str, *, subject: str, **words: Any) -> bool:
    try:
        with transaction.atomic():
            mail = queue(
                to=submission.sender.email,
                subject=f"{subject} ({submission.code})",
                template="notice",
                kind=subject[:40],
                key=key,
                context={
                    "name": submission.sender.name,
                    "title": submission.title,
                    "meta": [_("Mã hồ sơ %s") % submission.code],
                    "note": [
                        _("Đường dẫn chỉ dành cho bạn: ai có nó đều xem, sửa được hồ sơ. "
                          "Xin đừng chuyển tiếp thư này."),
                    ],
                    **words,
                },
            )  # fmt: skip
    except Exception:
        logger.exception("a letter of submission %s could not be written", submission.pk)
        return False
    return mail is not None
