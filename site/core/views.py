"""Lists by topic and by tag, error pages, health."""

import io
from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import shortlinks
from core.listing import KindFacet, Listing, YearFacet
from core.meta import PageMeta
from core.models import BasePage, Tag, Topic
from core.visibility import is_closed


class TermListing(Listing):
    """Everything under a term, by kind and year."""

    facets = [KindFacet(), YearFacet()]


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything filed under a topic."""
    term = get_object_or_404(Topic, slug=slug)
    pages = BasePage.objects.visible().content().on_topic(term).newest_first()
    context = {
        "term": term,
        "label": _("Chủ đề"),
        "listing": TermListing(request, pages),
        "meta": PageMeta(_("Chủ đề: %s") % term.name, term.description),
    }
    return render(request, "core/term.html", context)


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that carries a free tag; 404 while nothing visible does."""
    term = get_object_or_404(Tag, slug=slug)
    pages = BasePage.objects.visible().content().filter(tagged_items__tag=term).newest_first()
    get_object_or_404(pages[:1])
    words = _("Tin, bài, sản phẩm và sự kiện gắn từ khóa “%s”.") % term.name
    context = {
        "term": term,
        "label": _("Từ khóa"),
        "listing": TermListing(request, pages),
        "meta": PageMeta(_("Từ khóa: %s") % term.name, words),
    }
    return render(request, "core/term.html", context)


def _behind(code: str) -> BasePage:
    """The page of a short address; 404 for none, also for one the public may not see."""
    key = shortlinks.decode(code)
    page = get_object_or_404(BasePage, pk=key) if key is not None else None
    if page is None or is_closed(page.path) or not (page.is_visible() or page.is_withdrawn):
        raise Http404
    return page


@require_safe
def short_link(request: HttpRequest, code: str) -> HttpResponse:
    """On to the page, wherever it has moved; a withdrawn one says there that it was."""
    return redirect(_behind(code).get_full_url(request))


@require_safe
def short_link_qr(request: HttpRequest, code: str) -> HttpResponse:
    """The short address as a square code, dark on light in every scheme."""
    address = _behind(code).get_short_url(request)
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", scale=4, border=3, light="#fff")
    response = HttpResponse(out.getvalue(), content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=86400"
    return response


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Where programs look that do not read the page first."""
    return redirect(static("img/apple-touch-icon.png"))


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Alive: the process answers. Says nothing else."""
    return JsonResponse({"status": "ok"})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, designed."""
    return _error("400.html", 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, designed."""
    return _error("403.html", 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, with the search box and ways on."""
    try:
        meta = PageMeta(_("Không tìm thấy trang"), indexed=False, addressed=False)
        return render(request, "404.html", {"meta": meta}, status=404)
    except Exception:  # an error page must not fail: the plain one needs nothing
        return _error("400.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, drawn without database, session or settings."""
    return _error("500.html", 500)


def _error(template: str, status: int, **context: Any) -> HttpResponse:
    try:
        body = render_to_string(template, context)
    except Exception:  # the page that tells of a fault must not add one of its own
        body = "<h1>Lỗi</h1>"
    return HttpResponse(body, status=status)
