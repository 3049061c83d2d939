"""The search page: a plain GET form that never errors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.listing import KindFacet, Listing, TopicFacet, YearFacet
from core.meta import PageMeta
from core.models import BasePage


class SearchListing(Listing):
    """Everything a reader looks for, by kind, topic and year."""

    facets = [KindFacet(), TopicFacet(), YearFacet()]


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Items whose title or sapo hold every word of `q`, marks ignored; newest first."""
    pages = BasePage.objects.visible().content().newest_first()
    listing = SearchListing(request, pages)
    asked = bool(listing.query)
    title = _("Tìm “%s”") % listing.query if asked else _("Tìm kiếm")
    context = {"listing": listing, "asked": asked, "meta": PageMeta(title, indexed=False)}
    return render(request, "search/search.html", context)
