"""What every page tells machines; a page type cannot forget any of it."""

import json
from datetime import datetime
from urllib.parse import urlsplit

import pytest
from wagtail.models import get_page_models

from core.models import BasePage
from events.models import EventSession
from news.models import Correction
from tests.factories.core import TopicFactory
from tests.factories.everything import TYPES, make_page
from tests.factories.home import set_identity
from tests.factories.library import make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.factories.showcase import ProductPageFactory
from tests.soup import read

OG = ("og:type", "og:title", "og:description", "og:url", "og:site_name", "og:image", "og:locale")
# What search engines ask of each type, by their public documentation.
REQUIRED = {
    "NewsArticle": {"headline", "image", "datePublished", "dateModified", "author", "publisher"},
    "Article": {"headline", "image", "datePublished", "author", "publisher"},
    "Event": {"name", "startDate", "endDate", "location", "eventStatus", "organizer"},
    "Product": {"name", "image", "description", "brand"},
    "Service": {"name", "provider"},
    "Organization": {"name", "url"},
    "GovernmentOrganization": {"name", "url"},
    "Place": {"name"},
    "Legislation": {"name", "legislationIdentifier"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "WebSite": {"name", "url", "potentialAction"},
    "WebPage": {"name", "url"},
    "CollectionPage": {"name", "url"},
}
KINDS = {
    "article": "NewsArticle",
    "story": "Article",
    "startup": "Organization",
    "product": "Product",
    "event": "Event",
    "space": "Place",
    "document": "Legislation",
    "column": "CollectionPage",
}
ADDRESSES = {"url", "item", "@id", "mainEntityOfPage", "logo", "sameAs", "target", "hasMap"}


def things_in(value):
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for child in value.values():
            yield from things_in(child)
    elif isinstance(value, list):
        for child in value:
            yield from things_in(child)


def graph_of(soup):
    return json.loads(soup.select_one('script[type="application/ld+json"]').get_text())["@graph"]


def check_schema(graph):
    for row in things_in(graph):
        kind = row["@type"]
        assert REQUIRED.get(kind, set()) <= set(row), f"{kind} lacks {REQUIRED[kind] - set(row)}"
        for key, value in row.items():
            assert value not in ("", None, [], {}), f"{kind}.{key} is empty"
            if key in ADDRESSES:
                for address in value if isinstance(value, list) else [value]:
                    assert urlsplit(address).scheme in ("http", "https"), (kind, key, address)
            if key in ("startDate", "endDate", "datePublished", "dateModified") and "T" in value:
                offset = datetime.fromisoformat(value).utcoffset()
                assert offset is not None, f"{kind}.{key} has no time zone"
                assert offset.total_seconds() == 7 * 3600


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("pictured", [True, False])
def test_every_page_type_has_all_of_it(client, home, kind, pictured):
    page = make_page(kind, lead_image=make_image() if pictured else None)
    soup = read(client, page.url)
    assert len(soup.select("title")) == 1
    assert soup.title.get_text().endswith("– Đổi mới sáng tạo")
    assert len(soup.select_one("meta[name=description]")["content"]) > 0 or not page.sapo
    assert soup.select_one("link[rel=canonical]")["href"] == page.full_url
    assert not soup.select("meta[name=robots]")
    for name in OG:
        assert len(soup.select(f'meta[property="{name}"]')) == 1, name
    assert soup.select_one('meta[property="og:image"]')["content"].startswith("http://localhost/")
    graph = graph_of(soup)
    check_schema(graph)
    kinds = [row["@type"] for row in graph]
    assert KINDS.get(kind, "WebPage") in kinds
    assert ("BreadcrumbList" in kinds) == bool(page.visible_ancestors)


OURS = [m for m in get_page_models() if issubclass(m, BasePage) and m.is_creatable]


def page_of(model):
    """A live page of any type: the one of the frame, or one made by its factory."""
    known = model.objects.visible().exact_type(model).first()
    if known:
        return known
    kind = next(k for k in TYPES if isinstance(make_page(k), model))
    return make_page(kind, title=f"Trang {kind}")


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_no_page_type_whatever_can_leave_out_its_head(client, home, model):
    page = page_of(model)
    page.search_description = ""
    soup = read(client, page.url)
    assert soup.select_one("link[rel=canonical]")["href"] == page.full_url
    assert soup.select_one("meta[name=description]")
    assert soup.select_one('meta[property="og:image"]')
    assert len(soup.select("h1")) == 1
    assert soup.select("header.mast")
    assert soup.select("footer.foot")
    check_schema(graph_of(soup))


def test_content_pages_describe_themselves_and_not_the_site(client, home):
    set_identity(description="Trang của phường.")
    for kind in ("article", "story", "startup", "product", "event", "space", "document"):
        soup = read(client, make_page(kind, title=f"Một {kind}").url)
        assert soup.select_one("meta[name=description]")["content"] != "Trang của phường.", kind


def test_the_home_page_names_site_and_unit(client, home):
    graph = graph_of(read(client, "/"))
    check_schema(graph)
    site, unit = graph
    assert site["@type"] == "WebSite"
    assert site["publisher"]["@id"] == unit["@id"]
    assert "{q}" in site["potentialAction"]["target"]


def test_an_event_of_three_sessions_is_three_events(client, home):
    page = make_page("event", title="Phiên chợ")
    first = page.sessions.first()
    for name in ("Hai", "Ba"):
        page.sessions.add(EventSession(title=name, starts_at=first.starts_at, place="Chợ"))
    page.save()
    rows = [row for row in graph_of(read(client, page.url)) if row["@type"] == "Event"]
    check_schema(rows)
    assert len(rows) == 3
    assert {"Phiên chợ: Hai", "Phiên chợ: Ba"} <= {row["name"] for row in rows}
    assert len({row["@id"] for row in rows}) == 3


def test_an_article_tells_its_corrections(client, home):
    page = ArticlePageFactory(parent=ColumnPageFactory(title="Chính sách"))
    page.corrections.add(Correction(text="18 là 23"))
    page.save()
    row = graph_of(read(client, page.url))[0]
    assert row["correction"][0]["text"] == "18 là 23"
    assert row["articleSection"] == "Chính sách"


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "{{7*7}} & <b>", "\u2028"])
def test_no_title_ends_the_data_element(client, home, title):
    page = ArticlePageFactory(parent=ColumnPageFactory(), title=title + " miến")
    answer = client.get(page.url).content.decode()
    body = answer.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(body)["@graph"][0]["headline"] == page.title


@pytest.mark.parametrize("query", ["?nam=2026", "?q=mien", "?xem=loc", "?chu-de=x&nam=2026"])
def test_a_filtered_list_is_not_indexed_and_names_the_whole_one(client, home, query):
    column = ColumnPageFactory()
    ArticlePageFactory(parent=column)
    soup = read(client, column.url + query)
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"
    assert soup.select_one("link[rel=canonical]")["href"] == column.full_url


def test_each_page_of_a_list_has_its_own_title_and_address(client, home):
    column = ColumnPageFactory(title="Tin chợ")
    for number in range(25):
        ArticlePageFactory(parent=column, title=f"Bài {number}")
    soup = read(client, f"{column.url}?trang=2")
    assert soup.title.get_text() == "Tin chợ – trang 2 – Đổi mới sáng tạo"
    assert soup.select_one("link[rel=canonical]")["href"] == f"{column.full_url}?trang=2"
    assert not soup.select("meta[name=robots]")


def test_views_that_are_no_pages_have_a_head_too(client, home):
    topic = TopicFactory(name="Truy xuất", description="Hàng từ đâu ra.")
    ProductPageFactory()
    for path in (topic.get_absolute_url(), "/rss/", "/so-do-trang/", "/trung-bay/?loai=san-pham"):
        soup = read(client, path)
        assert soup.select_one("link[rel=canonical]")["href"] == f"http://localhost{path}"
        assert soup.select_one("meta[name=description]")["content"]
        assert soup.select_one('meta[property="og:image"]')
        assert not soup.select("meta[name=robots]")
    for path in ("/tim-kiem/?q=x", "/menu/"):
        assert read(client, path).select_one("meta[name=robots]")["content"] == "noindex"


def test_errors_have_no_address(client, home):
    page = ArticlePageFactory(parent=ColumnPageFactory())
    page.withdrawn_at = page.first_published_at
    page.save()
    for path, status in (("/khong-co/", 404), (page.url, 410)):
        soup = read(client, path, status=status)
        assert not soup.select("link[rel=canonical]")
        assert soup.select_one("meta[name=robots]")["content"] == "noindex"
        assert soup.title.get_text()
