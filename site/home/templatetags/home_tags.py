"""Menu, footer and identity of the site."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.models import Page, Site

from core.kinds import Kind
from core.models import BasePage
from home.models import MenuSettings, Notice, SiteIdentity
from vietnamese import clean

register = template.Library()

Entry = dict[str, Any]


@register.simple_tag(takes_context=True)
def identity(context: dict[str, Any]) -> SiteIdentity:
    """Names and addresses of the unit; an empty one where the site is not set up."""
    request = context.get("request")
    if request is None or Site.find_for_request(request) is None:
        return SiteIdentity()
    return SiteIdentity.for_request(request)


@register.simple_tag(takes_context=True)
def main_menu(context: dict[str, Any]) -> list[Entry]:
    """Entries of the masthead: [{label, url, current, highlighted, children}]."""
    return _menu(context.get("request"))["entries"]


@register.simple_tag(takes_context=True)
def footer_menu(context: dict[str, Any]) -> list[Entry]:
    """Links of the footer."""
    return _menu(context.get("request"))["footer"]


@register.simple_tag(takes_context=True)
def home_url(context: dict[str, Any]) -> str:
    """Address of the home page."""
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    return (site.root_page.get_url(request) if site else None) or reverse(
        "wagtail_serve", args=[""]
    )


@register.simple_tag(takes_context=True)
def current_notices(context: dict[str, Any]) -> list[Entry]:
    """The lines under the masthead, at most two: [{notice, url, link_label}].

    Urgent ones and planned stops stand on every page; announcements where readers come in, on the
    home page and lists, not over what they are reading.
    """
    page = context.get("page")
    notices = Notice.objects.current()
    if isinstance(page, BasePage) and page.depth > 2 and page.kind != Kind.LISTING:
        notices = notices.exclude(kind=Notice.Kind.INFO)
    notices = list(notices[:2])
    keys = [notice.page_id for notice in notices if notice.page_id]
    pages = BasePage.objects.visible().in_bulk(keys) if keys else {}
    return [
        {
            "notice": notice,
            "url": target.get_url(context.get("request")) if target else "",
            "link_label": notice.link_label or gettext("Xem thêm"),
        }
        for notice in notices
        for target in [pages.get(notice.page_id)]
    ]


def _menu(request: HttpRequest | None) -> dict[str, list[Entry]]:
    if request is None or Site.find_for_request(request) is None:
        return {"entries": [], "footer": []}
    known = getattr(request, "_site_menu", None)
    if known is None:
        settings = MenuSettings.for_request(request)
        pages = BasePage.objects.visible().in_bulk(list(settings.page_ids()))
        links = _Links(request, pages)
        known = {
            name: [e for block in stream.raw_data if (e := links.of(block.get("value")))]
            for name, stream in (("entries", settings.entries), ("footer", settings.footer))
        }
        request._site_menu = known  # type: ignore[attr-defined]
    return known


class _Links:
    """Turns stored entries into links; a page that is not visible takes its entry along."""

    def __init__(self, request: HttpRequest, pages: dict[int, Page]) -> None:
        self.request = request
        self.pages = pages

    def _is_current(self, page: Page, url: str) -> bool:
        """Whether the reader is on this page or below it; below the home page lies everything."""
        return self.request.path == url if page.depth == 2 else self.request.path.startswith(url)

    def of(self, value: Any) -> Entry | None:
        """One entry with its children, or None; a broken one is left out."""
        page = self.pages.get(value.get("page") or 0) if isinstance(value, dict) else None
        if page is None or not value.get("label"):
            return None
        url = page.get_url(self.request) or "/"
        children = [c.get("value", c) for c in value.get("children") or [] if isinstance(c, dict)]
        return {
            "label": clean(value["label"]),
            "kind": page.slug,
            "url": url + (value.get("anchor") or ""),
            "current": self._is_current(page, url),
            "highlighted": bool(value.get("highlighted")),
            "children": [entry for child in children if (entry := self.of(child))],
        }
