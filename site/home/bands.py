"""What stands on the home page. It must look complete with 5 items and with 5,000."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from core.models import BasePage
from events.models import EventPage
from news.models import ArticlePage, ColumnPage, StoryPage
from showcase.models import ProductPage, StartupPage

if TYPE_CHECKING:
    from home.models import HomePage

SECONDS = 3
COLUMNS = 4
PER_COLUMN = 4
STORIES = 3
PRODUCTS = 8
EVENTS = 4
FEW = 8
READ = 60


def home_bands(page: HomePage) -> dict[str, Any]:
    """Context of the home page: lead, seconds, columns, stories, products, events, numbers."""
    news = list(_news()[:READ])
    lead = _lead(page, news)
    lead_pk = lead.pk if lead else 0
    rest = [article for article in news if article.pk != lead_pk]
    stories = list(StoryPage.objects.visible().newest_first().for_cards()[: FEW + 1])
    products = list(ProductPage.objects.visible().newest_first().for_cards()[: FEW + 1])
    events = list(EventPage.objects.visible().not_over().for_cards()[: FEW + 1])
    total = len(news) + len(stories) + len(products) + len(events)
    if total <= FEW and not page.featured_id:
        bands = [
            (page.show_news, rest),
            (page.show_stories, stories),
            (page.show_products, products),
            (page.show_events, events),
        ]
        row = [items[0] for shown, items in bands if shown and items]
        return {"lead": lead, "few": True, "row": row, "numbers": []}
    seconds = rest[:SECONDS]
    return {
        "lead": lead,
        "lead_more": _more_on(lead, rest[SECONDS:]),
        "seconds": seconds,
        "columns": _columns(news, {lead_pk, *(a.pk for a in seconds)}) if page.show_news else [],
        "stories": stories[:STORIES] if page.show_stories else [],
        "products": products[:PRODUCTS] if page.show_products else [],
        "events": events[:EVENTS] if page.show_events else [],
        "startup_count": StartupPage.objects.visible().count() if page.show_products else 0,
        "numbers": list(page.numbers.all()) if page.show_numbers else [],
    }


def _news() -> Any:
    return ArticlePage.objects.visible().newest_first().for_cards().defer("body")


def _lead(page: HomePage, news: list[Any]) -> BasePage | None:
    urgent = _news().urgent().first()
    if urgent:
        return urgent
    if page.featured_id:
        chosen = BasePage.objects.visible().filter(pk=page.featured_id).for_cards().first()
        if chosen:
            return chosen
    return news[0] if news else None


def _more_on(lead: BasePage | None, news: list[Any]) -> list[Any]:
    """Two more lines under the lead: of its topic if there are any."""
    if not lead:
        return []
    same = [
        a for a in news if lead.primary_topic_id and a.primary_topic_id == lead.primary_topic_id
    ]
    return same[:2]


def _columns(news: list[Any], leaving_out: set[int]) -> list[dict[str, Any]]:
    """The first columns of the tree with their newest articles, from the list already read.

    What stands above is left out, unless a column has nothing else. Where the list read does not
    hold all articles, a quiet column is read by itself, so that it still shows its last pieces.
    """
    columns = list(ColumnPage.objects.visible().order_by("path")[:COLUMNS])
    shown = []
    for column in columns:
        own = [article for article in news if article.path.startswith(column.path)]
        articles = [article for article in own if article.pk not in leaving_out] or own
        if len(articles) < PER_COLUMN and len(news) == READ:
            more = ArticlePage.objects.visible().in_column(column).newest_first().for_cards()
            articles = list(more.exclude(pk__in=leaving_out).defer("body")[:PER_COLUMN])
        if articles:
            shown.append({"page": column, "articles": articles[:PER_COLUMN]})
    return shown
