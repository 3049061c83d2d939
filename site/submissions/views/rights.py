"""The rights of the person: taking consents back, asking, and having a copy of the data."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from core.throttle import within_limit
from submissions.models import Consent, DataRequest, Purpose, Submission
from submissions.services import privacy
from submissions.services.consents import give, offered, take_back
from submissions.services.family import family
from submissions.views.behind import back, behind_token, meta, too_many

COPIES, COPIES_IN = 5, 3600


def _effect(purpose: str) -> str:
    """What follows when this consent is taken back."""
    return {
        Purpose.HANDLING: _("Gỡ mọi trang từ hồ sơ này và ngừng xử lý. Không đăng lại được."),
        Purpose.NAME: _("Gỡ tên người đại diện và các ảnh thấy rõ mặt người."),
        Purpose.PHONE: _("Gỡ số điện thoại khỏi trang."),
        Purpose.EMAIL: _("Gỡ thư điện tử khỏi trang."),
        Purpose.ZALO: _("Gỡ Zalo khỏi trang."),
        Purpose.ADDRESS: _("Gỡ địa chỉ khỏi trang."),
        Purpose.REUSE: _("Báo, đài, cổng khác không được lấy lại nữa."),
        Purpose.NEWSLETTER: _("Không nhận lời mời, bản tin nữa."),
    }[Purpose(purpose)]


def _standing(submission: Submission) -> list[dict[str, str]]:
    """One box a purpose, with the words agreed to and what taking them back does."""
    consents = Consent.objects.standing().filter(submission__in=family(submission))
    rows = {row.purpose: row for row in consents.select_related("text")}
    return [
        {"purpose": value, "text": rows[value].text.text, "effect": _effect(value)}
        for value in Purpose.values
        if value in rows
    ]


@behind_token("GET", "HEAD", "POST")
def consents(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Boxes; then what they lead to, to be confirmed; then it is done.

    Below, for what was not agreed to or was taken back, a form of its own: "give" is its button.
    """
    if request.method == "POST" and "give" in request.POST:
        return _give(request, submission)
    rows = _standing(submission)
    chosen = [row for row in rows if row["purpose"] in request.POST.getlist("purpose")]
    error = ""
    if request.method == "POST" and not chosen:
        error = _("Đánh dấu ít nhất một mục muốn rút.")
    elif request.method == "POST" and "confirmed" in request.POST:
        for row in chosen:
            take_back(submission=submission, purpose=row["purpose"])
        return back(submission, "dong-y")
    more = {"chosen": chosen, "error": error, "offer": offered(submission)}
    return _show(request, submission, rows=rows, **more)


def _give(request: HttpRequest, submission: Submission) -> HttpResponse:
    form, error = offered(submission, request.POST), ""
    if form is None:
        return back(submission)
    if not form.is_valid():
        error, form = " ".join(form.non_field_errors()), offered(submission)
    elif texts := form.ticked():
        return back(submission, "hien" if give(submission=submission, texts=texts) else "")
    else:
        error = _("Đánh dấu ít nhất một điều bạn đồng ý.")
    return _show(request, submission, rows=_standing(submission), offer=form, offer_error=error)


def _show(request: HttpRequest, submission: Submission, **more: Any) -> HttpResponse:
    context = {
        "submission": submission,
        "token": submission.token,
        "meta": meta(_("Điều bạn đã đồng ý")),
        **more,
    }
    status = 400 if more.get("error") or more.get("offer_error") else 200
    return render(request, "submissions/status/consents.html", context, status=status)


@behind_token("GET", "HEAD", "POST")
def request_right(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Ask: for deletion, correction, restriction; or complain."""
    kind = (request.POST if request.method == "POST" else request.GET).get("kind", "")
    text, errors = request.POST.get("text", ""), {}
    if request.method == "POST":
        try:
            privacy.ask(submission=submission, kind=kind, text=text)
        except ValidationError as wrong:
            named = getattr(wrong, "error_dict", {"kind": [wrong]})
            errors = {name: rows[0].messages[0] for name, rows in named.items()}
        else:
            return back(submission, "yeu-cau")
    context = {
        "submission": submission,
        "token": submission.token,
        "kinds": [row for row in DataRequest.Kind.choices if row[0] != DataRequest.Kind.SEE],
        "kind": kind,
        "text": text[:4000],
        "errors": errors,
        "meta": meta(_("Yêu cầu về dữ liệu của bạn")),
    }
    status = 400 if errors else 200
    return render(request, "submissions/status/request.html", context, status=status)


@behind_token("GET", "HEAD", "POST")
def download(request: HttpRequest, submission: Submission) -> HttpResponse:
    """A copy of everything, as a file."""
    if request.method != "POST":
        context = {
            "submission": submission,
            "token": submission.token,
            "meta": meta(_("Tải dữ liệu của bạn")),
        }
        return render(request, "submissions/status/download.html", context)
    if not within_limit("status-copy", str(submission.pk), limit=COPIES, seconds=COPIES_IN):
        return too_many(request, COPIES_IN)
    answer = HttpResponse(privacy.export(submission), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="du-lieu-{submission.code}.zip"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
