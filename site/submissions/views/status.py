"""The private status page: the sender's way back."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from submissions.intake import kinds
from submissions.models import IntakeSettings, Purpose, Submission
from submissions.models.submission import CORRECTABLE, STANDING, State
from submissions.services.consents import standing
from submissions.services.family import family, pages_of
from submissions.services.publication import visible_pages
from submissions.services.sender import can_withdraw
from submissions.services.yearly import rests_after
from submissions.tracker import Tracker
from submissions.views.behind import behind_token, meta

DONE = {
    "nhan": _("Đã gửi lời nhắn cho ban biên tập."),
    "thu": _("Đã xác nhận địa chỉ thư."),
    "ma": _("Đã gửi mã mới. Xem trong hộp thư, cả mục thư rác."),
    "ma-het": _("Hôm nay đã gửi đủ mã cho địa chỉ này. Mai thử lại, hoặc gọi cho phường."),
    "rut": _("Đã rút hồ sơ."),
    "dong-y": _("Đã rút lại sự đồng ý. Nội dung ấy không còn trên trang."),
    "hien": _("Đã ghi điều bạn đồng ý. Hồ sơ đã đăng thì trang hiện ngay."),
    "yeu-cau": _("Đã nhận yêu cầu của bạn."),
    "doi": _("Đã đổi đường dẫn. Lưu lại địa chỉ trang này; đường dẫn cũ không mở được nữa."),
    "dung": _("Đã ghi nhận: thông tin vẫn đúng."),
    "sua": _("Đã nhận phần bạn sửa."),
    "khong-sua": _("Hiện không có gì sửa được bằng biểu mẫu. Bạn nhắn cho ban biên tập ở dưới."),
}


@behind_token("GET", "HEAD")
def status(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The tracker, and all that can be done."""
    return show(request, submission)


def show(
    request: HttpRequest,
    submission: Submission,
    *,
    wrong: str = "",
    error: ValidationError | None = None,
) -> HttpResponse:
    """The page; with an `error` beside the field of the form named `wrong`, what was typed kept."""
    tracker = Tracker(submission)
    context = {
        **_about(submission, tracker),
        "wrong": wrong,
        "error": error.messages[0] if error else "",
        "typed": request.POST.get("text", "")[:4000] if error else "",
        "done": DONE.get(request.GET.get("xong", ""), ""),
        "meta": meta(_("Theo dõi hồ sơ %s") % submission.code),
    }
    code = 400 if error else 200
    return render(request, "submissions/status/status.html", context, status=code)


def _about(submission: Submission, tracker: Tracker) -> dict[str, Any]:
    pages = visible_pages(submission) if submission.state in STANDING else []
    made = pages_of(submission) if submission.state == State.PUBLISHED else []
    rested = [page for page in made if page.is_resting]
    return {
        "submission": submission,
        "token": submission.token,
        "tracker": tracker,
        "pages": pages,
        "can_correct": submission.state in CORRECTABLE,
        "correctable": _correctable(pages),
        "rested": rested,
        "rests_on": rests_after(submission, IntakeSettings.load())
        if submission.asked_at and not rested
        else None,
        "later": list(submission.later.exclude(state=State.ERASED).order_by("pk")),
        "can_withdraw": can_withdraw(submission),
        "has_consents": any(standing(row) for row in family(submission)),
        "requests": list(submission.requests.all()),
        "purposes": Purpose.choices,
    }


def _correctable(pages: list[Any]) -> list[Any]:
    """Of the public pages, those the form of corrections knows."""
    intake = next((row for row in kinds() if row.is_correction), None)
    subjects = intake.subjects() if intake and pages else None
    if subjects is None:
        return []
    keys = set(subjects.filter(pk__in=[page.pk for page in pages]).values_list("pk", flat=True))
    return [page for page in pages if page.pk in keys]
