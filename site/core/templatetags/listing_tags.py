"""The parts of a listing: filters, what was chosen, archive, pages."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

register = template.Library()

Context = dict[str, Any]


@register.simple_tag
def archive(listing: Any) -> list[dict[str, Any]]:
    """Years and months of a listing."""
    return listing.archive()


@register.simple_tag
def facet(listing: Any, param: str) -> dict[str, Any] | None:
    """One facet of a listing with its counted links."""
    return listing.facet(param)


@register.inclusion_tag("components/facets.html")
def facets(listing: Any, without: str = "", label: str = "") -> Context:
    """Filters as counted links; on the phone one link to the page of filters."""
    left_out = without.split()
    shown = [f for f in listing.choices if f["choices"] and f["param"] not in left_out]
    return {"listing": listing, "facets": shown, "label": label or _("Lọc danh sách")}


@register.inclusion_tag("components/filter_page.html")
def filter_page(listing: Any, title: str = "") -> Context:
    """The phone's page of filters: a plain form."""
    shown = [f for f in listing.choices if f["choices"]]
    return {"listing": listing, "facets": shown, "title": title or _("Lọc danh sách")}


@register.inclusion_tag("components/active_filters.html")
def active_filters(listing: Any, noun: str = "") -> Context:
    """How many there are, and what was chosen, each with a way to take it back."""
    return {"listing": listing, "noun": noun or _("mục")}


@register.inclusion_tag("components/pager.html")
def pager(listing: Any) -> Context:
    """Links to the other pages of a list."""
    page = listing.page
    following = listing.page_url(page.number + 1) if page.has_next() else ""
    return {"listing": listing, "page": page, "next_url": following}
