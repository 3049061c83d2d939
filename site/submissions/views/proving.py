"""Proving an address: the code typed in, or the button behind the letter's link."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from submissions.models import Submission
from submissions.services import letters
from submissions.services.sender import prove_email
from submissions.views.behind import back, behind_token, meta
from submissions.views.status import show


@behind_token("GET", "POST")
def type_code(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The code, typed into the status page."""
    if request.method != "POST":
        return back(submission)
    try:
        prove_email(submission=submission, code=request.POST.get("code", "")[:40])
    except ValidationError as error:
        return show(request, submission, wrong="code", error=error)
    return back(submission, "thu")


@behind_token("GET", "HEAD", "POST")
def prove(request: HttpRequest, submission: Submission, code: str) -> HttpResponse:
    """Where the letter leads. Opening it proves nothing: programs open the links of letters."""
    if submission.sender.email_proved_at:
        return back(submission, "thu")
    error = ""
    if request.method == "POST":
        try:
            prove_email(submission=submission, code=code[:40])
        except ValidationError as wrong:
            error = wrong.messages[0]
        else:
            return back(submission, "thu")
    context = {
        "submission": submission,
        "token": submission.token,
        "code": code,
        "error": error,
        "meta": meta(_("Xác nhận địa chỉ thư")),
    }
    status = 400 if error else 200
    return render(request, "submissions/status/prove.html", context, status=status)


@behind_token("GET", "POST")
def send_again(request: HttpRequest, submission: Submission) -> HttpResponse:
    """A new code; three a day."""
    if request.method != "POST" or submission.sender.email_proved_at:
        return back(submission)
    return back(submission, "ma" if letters.code(submission) else "ma-het")
