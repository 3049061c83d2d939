"""What the sender takes away: code, private link, QR."""

import io

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.private import private
from submissions.models import Submission
from submissions.models.submission import State
from submissions.tokens import spelled
from submissions.views.frame import meta


def _submission(token: str) -> Submission:
    submission = Submission.objects.by_token(token)
    if submission is None or submission.state == State.ERASED:
        raise Http404
    return submission


def svg_code(address: str) -> HttpResponse:
    """An address as a square code, dark on light in every scheme."""
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", scale=4, border=3, light="#fff")
    return HttpResponse(out.getvalue(), content_type="image/svg+xml")


@private
@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    """It arrived; by when it is answered; how to come back."""
    submission = _submission(token)
    context = {
        "submission": submission,
        "sender": getattr(submission, "sender", None),
        "spelled": spelled(submission.token).upper(),
        "meta": meta(_("Đã nhận hồ sơ")),
    }
    return render(request, "submissions/receipt.html", context)


@private
@require_safe
def receipt_code(request: HttpRequest, token: str) -> HttpResponse:
    """The private link as a QR code."""
    return svg_code(_submission(token).status_url)
