"""What the sender takes away: code, private link, QR."""

import io

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from submissions.models import Submission
from submissions.tokens import spelled
from submissions.views.behind import behind_token, meta


def svg_code(address: str) -> HttpResponse:
    """An address as a square code, dark on light in every scheme."""
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", scale=4, border=3, light="#fff")
    return HttpResponse(out.getvalue(), content_type="image/svg+xml")


@behind_token("GET", "HEAD")
def receipt(request: HttpRequest, submission: Submission) -> HttpResponse:
    """It arrived; by when it is answered; how to come back."""
    context = {
        "submission": submission,
        "sender": getattr(submission, "sender", None),
        "spelled": spelled(submission.token).upper(),
        "meta": meta(_("Đã nhận hồ sơ")),
    }
    return render(request, "submissions/receipt.html", context)


@behind_token("GET", "HEAD")
def receipt_code(request: HttpRequest, submission: Submission) -> HttpResponse:
    """The private link as a QR code."""
    return svg_code(submission.status_url)
