"""The shared parts of pages."""

import logging
from datetime import date
from typing import Any

from django import template
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.anchors import headings, with_anchors
from core.kinds import Kind
from core.models import BasePage
from vietnamese import dates

register = template.Library()
logger = logging.getLogger(__name__)

Context = dict[str, Any]

KICK_CLASS = {
    Kind.STORY: "k-story",
    Kind.PRODUCT: "k-prod",
    Kind.STARTUP: "k-prod",
    Kind.EVENT: "k-ev",
    Kind.DOCUMENT: "k-doc",
}
ROW_CLASS = {
    Kind.NEWS: "news",
    Kind.STORY: "story",
    Kind.PRODUCT: "prod",
    Kind.STARTUP: "prod",
    Kind.EVENT: "ev",
    Kind.SPACE: "news",
}


# --- small parts --------------------------------------------------------------------------------
@register.inclusion_tag("components/icon.html")
def icon(name: str, css: str = "", label: str = "") -> Context:
    """A symbol of `static/img/icons.svg`; `label` only where no text stands beside it."""
    return {"name": name, "css": css, "label": label}


@register.inclusion_tag("components/date_block.html")
def date_block(when: date | None, size: str = "") -> Context:
    """Weekday, day and month of an event."""
    day = dates.to_date(when) if when else None
    return {"when": day, "size": size}


@register.inclusion_tag("components/section_head.html")
def section_head(
    title: str,
    note: str = "",
    url: str = "",
    link_label: str = "",
    link_context: str = "",
    css: str = "",
    level: int = 2,
) -> Context:
    """Title of a band over its rule; `css` is `story`, `prod`, `ev` or ''."""
    return locals()


@register.inclusion_tag("components/empty.html")
def empty(title: str = "", text: str = "") -> Context:
    """What a list without items says."""
    return {"title": title or _("Chưa có mục nào"), "text": text}


# --- pages as cards and rows --------------------------------------------------------------------
def _url(context: Context, page: BasePage) -> str:
    return page.get_url(context.get("request")) or ""


def _listing_titles(request: HttpRequest | None) -> dict[int, str]:
    """Titles of all index pages and columns: one query a request."""
    known = getattr(request, "_listing_titles", None)
    if known is None:
        rows = BasePage.objects.filter(kind=Kind.LISTING).values_list("pk", "title")
        known = dict(rows)
        if request is not None:
            request._listing_titles = known  # type: ignore[attr-defined]
    return known


def kick_label(request: HttpRequest | None, page: BasePage) -> str:
    """The column of an article, the kind of everything else."""
    if page.kind == Kind.NEWS:
        key = page.facet_group.rpartition("-")[2]
        column = _listing_titles(request).get(int(key)) if key.isdigit() else None
        return column or str(Kind.NEWS.label)
    return str(Kind(page.kind).label) if page.kind in Kind.values else ""


def _card(context: Context, page: BasePage, **more: Any) -> Context:
    request = context.get("request")
    return {
        "request": request,
        "item": page,
        "url": _url(context, page),
        "kick": kick_label(request, page),
        "kick_css": KICK_CLASS.get(Kind(page.kind), "") if page.kind in Kind.values else "",
        "is_event": page.kind == Kind.EVENT,
        **more,
    }


@register.simple_tag(takes_context=True)
def kick(context: Context, page: BasePage) -> str:
    """Label over a title."""
    return kick_label(context.get("request"), page)


@register.simple_tag(takes_context=True)
def url_of(context: Context, page: BasePage | None) -> str:
    """Address of a page; '' for None."""
    return _url(context, page) if page else ""


@register.inclusion_tag("components/row.html", takes_context=True)
def row(context: Context, item: BasePage, q: str = "") -> Context:
    """One line of a list: picture, label, title, sapo, date."""
    css = ROW_CLASS.get(Kind(item.kind), "doc no") if item.kind in Kind.values else "doc no"
    return _card(context, item, css=css, q=q)


@register.inclusion_tag("components/rows.html", takes_context=True)
def rows(context: Context, pages: Any, q: str = "") -> Context:
    """A list of rows."""
    return {"request": context.get("request"), "pages": pages, "q": q}


@register.inclusion_tag("components/rel_card.html", takes_context=True)
def rel_card(context: Context, item: BasePage) -> Context:
    """A small card with a picture above."""
    return _card(context, item)


@register.inclusion_tag("components/related.html", takes_context=True)
def related(context: Context, items: Any, title: str = "") -> Context:
    """Up to four small cards."""
    return {"request": context.get("request"), "items": items, "title": title or _("Đọc tiếp")}


@register.inclusion_tag("components/story_small.html", takes_context=True)
def story_small(context: Context, item: BasePage) -> Context:
    """A story with its portrait at the side."""
    return _card(context, item)


@register.inclusion_tag("components/product_card.html", takes_context=True)
def product_card(context: Context, item: Any) -> Context:
    """A product in the ruled catalogue."""
    return _card(context, item)


@register.inclusion_tag("components/product_grid.html", takes_context=True)
def product_grid(context: Context, products: Any, css: str = "") -> Context:
    """The ruled catalogue."""
    return {"request": context.get("request"), "products": products, "css": css}


@register.inclusion_tag("components/startup_row.html", takes_context=True)
def startup_row(context: Context, item: Any) -> Context:
    """A startup in the A–Z."""
    return _card(context, item)


@register.inclusion_tag("components/event_row.html", takes_context=True)
def event_row(context: Context, item: Any, tag: str = "li") -> Context:
    """An event with its date block."""
    return _card(context, item, tag=tag)


# --- frame of a page ----------------------------------------------------------------------------
@register.inclusion_tag("components/breadcrumb.html", takes_context=True)
def breadcrumb(context: Context, page: BasePage) -> Context:
    """The way down to a page, without the home page and itself."""
    trail = [(_url(context, step), step.title) for step in page.visible_ancestors]
    return {"trail": trail}


@register.inclusion_tag("components/tags.html")
def tags(page: BasePage, limit: int = 10) -> Context:
    """Topics and free tags; more than `limit` fold away."""
    links = [(topic.get_absolute_url(), topic.name) for topic in page.all_topics]
    links += [(tag.get_absolute_url(), tag.name) for tag in page.tags.all()]
    return {"first": links[:limit], "rest": links[limit:]}


@register.inclusion_tag("components/article_tools.html")
def article_tools(page: BasePage) -> Context:
    """Text size, listen, print, copy, share. Each button shows itself when the script runs."""
    return {"short_url": page.get_short_url()}


@register.simple_tag(takes_context=True)
def body(context: Context, stream: Any) -> SafeString:
    """The blocks of a StreamField. One that fails leaves a gap and a line in the log."""
    parts = []
    values = context.flatten() if hasattr(context, "flatten") else dict(context)
    for number in range(len(stream or [])):
        try:
            place = {"counter": number + 1}
            parts.append(stream[number].render_as_block({**values, "forloop": place}))
        except Exception:  # a body is years of other people's data: one block must not end a page
            logger.exception("Block %s could not be drawn", number + 1)
    return mark_safe(with_anchors("".join(parts)))


@register.simple_tag
def contents(html: str) -> list[tuple[str, str]]:
    """Headings of a body drawn by `{% body %}`: [(anchor, text)]."""
    return headings(html)
