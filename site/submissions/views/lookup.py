"""Back to a submission by the code that was written down."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from core.throttle import client_network, within_limit
from submissions.models import Submission, SubmissionPage
from submissions.tokens import digest_of
from submissions.views.frame import logger, meta, not_kept

NONE = "-"
"""No digest: a code that can be none costs the same query as one that is wrong."""
SPOKEN = re.compile(r"[A-Z0-9]{1,6}[\s.–-]*[0-9]{2}[\s.–-]+[0-9A-Z]{4,8}", re.IGNORECASE | re.ASCII)
"""The shape of a file's code (`HS-26-7K4M`), whether there is such a file or not."""
_SHORT = gettext_lazy(
    "Đây là mã hồ sơ, để đọc cho phường khi gọi điện. Muốn mở hồ sơ, gõ mã dài 26 chữ và số cũng "
    "ghi trên biên nhận."
)
_WRONG = gettext_lazy(
    "Không có hồ sơ nào mang mã này. Xem lại từng chữ: mã gồm 26 chữ và số, trên biên nhận."
)
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
    typed = request.POST.get("code", "")[:80].strip()
    digest = digest_of(request.POST.get("code", "")) or NONE
    submission = Submission.objects.filter(digest=digest).first()
    if submission is not None:
        return redirect(submission.status_path)
    logger.info("looking up was refused: wrong code")
    said = _SHORT if SPOKEN.fullmatch(typed) else _WRONG
    return _show(request, said=str(said), status=404)


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
