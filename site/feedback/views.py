"""Taking a reader's say: plain forms that work without a script, a cookie or an account."""

import re

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseForbidden,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from core.meta import PageMeta
from core.models import BasePage
from core.shortlinks import LARGEST
from core.throttle import client_network, within_limit
from feedback import services
from feedback.models import TEXT_LENGTH

HOUR = 3600
BOTS = re.compile(
    r"bot|crawl|spider|slurp|preview|scan|monitor|facebookexternalhit|curl|wget|python|java/", re.I
)


def _visible(page_id: int) -> BasePage | None:
    """The page of a key; None also for a number no key can be."""
    if page_id > LARGEST:
        return None
    found: BasePage | None = BasePage.objects.visible().filter(pk=page_id).first()
    return found


def _page(page_id: int) -> BasePage:
    page = _visible(page_id)
    if page is None:
        raise Http404
    return page


def _is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says the form was sent from a page of ours.

    There is no cookie, so there is nothing to ride on; this keeps other sites from voting.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    said = request.headers.get("Origin") or request.headers.get("Referer")
    return said is None or said.partition("://")[2].partition("/")[0] == request.get_host()


def _is_by_script(request: HttpRequest) -> bool:
    """Sent by the page's script, which draws the answer itself."""
    return request.headers.get("X-Requested-With") == "fetch"


@csrf_exempt
@require_POST
def rate(request: HttpRequest, page_id: int) -> HttpResponse:
    """“Có ích” or not, at one tap. Over the limit it is thanked and not counted."""
    page = _page(page_id)
    if not _is_from_here(request):
        return HttpResponseForbidden()
    useful = request.POST.get("useful")
    if useful in ("1", "0") and _may("rate", request, page):
        services.rate(page=page, useful=useful == "1")
    if _is_by_script(request):
        return HttpResponse(status=204)
    return HttpResponseRedirect(reverse("feedback_thanks", args=[page.pk]) + f"?useful={useful}")


@csrf_exempt
@require_POST
def remark(request: HttpRequest, page_id: int) -> HttpResponse:
    """A sentence about a page. What a program fills into the hidden field is thrown away."""
    page = _page(page_id)
    if not _is_from_here(request):
        return HttpResponseForbidden()
    useful = {"1": True, "0": False}.get(request.POST.get("useful", ""))
    by_script = _is_by_script(request)
    if not request.POST.get("website"):
        if not _may("remark", request, page):
            return HttpResponse(status=429) if by_script else _busy(request, page)
        services.leave_remark(page=page, text=request.POST.get("text", ""), useful=useful)
    if by_script:
        return HttpResponse(status=204)
    return HttpResponseRedirect(reverse("feedback_thanks", args=[page.pk]) + "?done=1")


@require_safe
def thanks(request: HttpRequest, page_id: int) -> HttpResponse:
    """Where a reader without a script arrives: thanks, room for a sentence, the way back."""
    context = {
        "about": _page(page_id),
        "useful": request.GET.get("useful", "")[:1],
        "done": "done" in request.GET,
        "length": TEXT_LENGTH,
        "meta": PageMeta(_("Cảm ơn bạn"), indexed=False),
    }
    return render(request, "feedback/thanks.html", context)


@csrf_exempt
@require_POST
def count(request: HttpRequest, page_id: int) -> HttpResponse:
    """One reading, told by the page itself. Programs that say what they are do not count."""
    # A browser's script always says where it runs; what does not is no browser.
    says_where = "Sec-Fetch-Site" in request.headers or "Origin" in request.headers
    is_person = not BOTS.search(request.headers.get("User-Agent", "bot"))
    if says_where and is_person and _is_from_here(request):
        page, who = _visible(page_id), client_network(request)
        if page and within_limit("view", f"{who} {page.pk}", limit=60, seconds=HOUR):
            services.count_view(page=page)
    return HttpResponse(status=204)


def _busy(request: HttpRequest, page: BasePage) -> HttpResponse:
    """Too many sentences from one place: said as it is, and nothing typed is lost."""
    context = {
        "about": page,
        "useful": request.POST.get("useful", "")[:1],
        "text": request.POST.get("text", "")[:TEXT_LENGTH],
        "busy": True,
        "length": TEXT_LENGTH,
        "meta": PageMeta(_("Chưa gửi được"), indexed=False),
    }
    answer = render(request, "feedback/thanks.html", context, status=429)
    answer["Retry-After"] = str(HOUR)
    return answer


def _may(scope: str, request: HttpRequest, page: BasePage) -> bool:
    """Three acts a page and place in an hour (homes share an address), thirty a place."""
    who = client_network(request)
    return (
        within_limit(scope, f"{who} {page.pk}", limit=3, seconds=HOUR)
        and within_limit(scope, who, limit=30, seconds=HOUR)
        and within_limit(scope, f"page {page.pk}", limit=300, seconds=HOUR)
    )
