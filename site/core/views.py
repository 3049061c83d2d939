"""Lists by topic and by tag, error pages, health."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.listing import KindFacet, Listing, YearFacet
from core.meta import PageMeta
from core.models import BasePage, Tag, Topic


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
