"""What the sender does on the status page. Each is a POST; what cannot be undone asks first."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from submissions.intake import who_form_of
from submissions.models import Submission
from submissions.models.submission import CORRECTABLE, STANDING
from submissions.services import sender
from submissions.services.family import pages_of
from submissions.services.publication import visible_pages
from submissions.views.behind import back, behind_token, meta
from submissions.views.status import show


@behind_token("GET", "POST")
def answer(request: HttpRequest, submission: Submission) -> HttpResponse:
    """A word to the editors."""
    if request.method == "POST":
        try:
            sender.answer(submission=submission, text=request.POST.get("text", ""))
        except ValidationError as error:
            return show(request, submission, wrong="answer", error=error)
    return back(submission, "nhan" if request.method == "POST" else "")


@behind_token("GET", "POST")
def correct(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Into the form, with the answers as they stand."""
    if request.method != "POST":
        return back(submission)
    from submissions.drafts import hand_out
    from submissions.services import correcting

    wanted = request.POST.get("trang", "")
    pages = visible_pages(submission)
    page = next((row for row in pages if str(row.pk) == wanted), None)
    try:
        draft: Any = correcting.begin(submission, page)
    except correcting.NothingToCorrectError:
        return back(submission, "khong-sua")
    step = _step_of(submission, request.POST.get("o", ""))
    address = reverse("submissions_step", args=[draft.kind, step])
    return hand_out(redirect(address), draft.kind, draft.key)


def _step_of(submission: Submission, field: str) -> int:
    """The step of the form in which a field stands."""
    if submission.state not in CORRECTABLE:
        return 1  # what is public of the person is asked first
    if field in who_form_of(submission)().fields:
        return 1
    return 3 if field in ("pictures", "certificates") else 2


@behind_token("GET", "POST")
def confirm(request: HttpRequest, submission: Submission) -> HttpResponse:
    """“Vẫn đúng”."""
    done = request.method == "POST" and sender.confirm(submission=submission)
    return back(submission, "dung" if done else "")


@behind_token("GET", "HEAD", "POST")
def withdraw(request: HttpRequest, submission: Submission) -> HttpResponse:
    """Back it goes, after one question."""
    if not sender.can_withdraw(submission):
        return back(submission)
    if request.method == "POST":
        try:
            sender.withdraw(submission=submission)
        except ValidationError:
            return back(submission)
        return back(submission, "rut")
    context = {
        "submission": submission,
        "token": submission.token,
        "pages": visible_pages(submission) if pages_of(submission) else [],
        "leaves_alone": submission.intake.leaves_alone and submission.state in STANDING,
        "meta": meta(_("Rút hồ sơ")),
    }
    return render(request, "submissions/status/withdraw.html", context)


@behind_token("GET", "HEAD", "POST")
def renew(request: HttpRequest, submission: Submission) -> HttpResponse:
    """A new private link, after one question."""
    if request.method == "POST":
        sender.renew_link(submission=submission)
        return back(submission, "doi")
    context = {
        "submission": submission,
        "token": submission.token,
        "meta": meta(_("Đổi đường dẫn theo dõi")),
    }
    return render(request, "submissions/status/renew.html", context)
