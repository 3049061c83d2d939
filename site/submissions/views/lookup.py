"""Back to a submission by the code that was written down."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.throttle import client_network, within_limit
from submissions.models import Submission, SubmissionPage
from submissions.tokens import digest_of
from submissions.views.frame import logger, meta, not_kept

NONE = "-"
"""No digest: a code that can be none costs the same query as one that is wrong."""
TRIES, SECONDS = 20, 600


@not_kept
@require_http_methods(["GET", "HEAD", "POST"])
def lookup(request: HttpRequest) -> HttpResponse:
    """The code of the receipt leads to the status page; any other gets one answer."""
    if request.method != "POST":
        return _show(request)
    if not within_limit("submit-lookup", client_network(request), limit=TRIES, seconds=SECONDS):
        logger.warning("looking up was held back: too many")
        said = _("Vừa thử nhiều lần quá. Mười phút nữa gõ lại, hoặc gọi phường đọc mã hồ sơ.")
        response = _show(request, said=said, status=429)
        response["Retry-After"] = str(SECONDS)
        return response
    digest = digest_of(request.POST.get("code", "")) or NONE
    submission = Submission.objects.filter(digest=digest).first()
    if submission is not None:
        return redirect(submission.status_path)
    logger.info("looking up was refused: wrong code")
    said = _(
        "Không có hồ sơ nào mang mã này. Xem lại từng chữ: mã gồm 26 chữ và số, trên biên nhận."
    )
    return _show(request, said=said, status=404)


def _show(request: HttpRequest, *, said: str = "", status: int = 200) -> HttpResponse:
    title = _("Tra cứu hồ sơ đã gửi")
    context = {
        "intake_page": SubmissionPage.objects.visible().first(),
        "said": said,
        "code": request.POST.get("code", "")[:80],
        "meta": meta((_("Có lỗi: %s") if said else "%s") % title),
        "title": title,
    }
    return render(request, "submissions/lookup.html", context, status=status)
