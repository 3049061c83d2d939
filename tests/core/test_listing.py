"""Filters, counts, paging, archive; and no address ever gives a 500."""

import datetime
import string

import pytest
from django.test import Client, RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.facets import LetterFacet, MonthFacet, YearFacet
from core.listing import Listing, TopicFacet
from news.models import ArticlePage
from news.models.index import NewsListing
from tests.factories.core import TopicFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory

ROUTES = [
    "/",
    "/tin-tuc/",
    "/cau-chuyen/",
    "/trung-bay/",
    "/su-kien/",
    "/khong-gian/",
    "/van-ban/",
    "/tim-kiem/",
    "/rss/",
    "/menu/",
    "/healthz",
    "/chu-de/x/",
    "/tu-khoa/x/",
    "/hoa-tiet/news/card/0123abcd.svg",
    "/media/images/x.jpg",
    "/documents/1/x.pdf",
]
PARAMETERS = [
    "q", "loai", "chu-de", "linh-vuc", "nam", "thang", "chu", "trang", "luc", "dang", "xem",
    "to", "giai-doan", "ocop", "hieu-luc", "san-sang", "dang-tim", "utm_source",
]  # fmt: skip
HOSTILE = [
    "abc", "0", "-1", "99999999999999999999", "1e9", "٣", "²", "\x00", "%00", "\udcff",
    "a" * 10_000,
    "{{7*7}}", "<script>", "' OR 1=1 --", "\u202e", "../../etc/passwd", "0000", "13", "#", "Đ", "",
    "true", "NaN", "10000", "2026", "dang", "sap", "loc", "san-pham",
]  # fmt: skip


def listing(query="", queryset=None):
    pages = queryset if queryset is not None else ArticlePage.objects.visible().newest_first()
    return NewsListing(RequestFactory().get(f"/tin-tuc/?{query}"), pages)


@pytest.fixture
def articles(home):
    column = ColumnPageFactory()
    topic = TopicFactory(name="Chè")
    days = [(2026, 11, 2), (2026, 11, 20), (2026, 3, 5), (2025, 12, 31), (2025, 1, 1)]
    return [
        ArticlePageFactory(
            parent=column,
            title=f"Bài {day}",
            primary_topic=topic if day[0] == 2026 else None,
            first_published_at=datetime.datetime(*day, 3, tzinfo=datetime.UTC),
        )
        for day in days
    ]


def test_each_choice_says_how_many_items_it_leaves(articles):
    years = listing("chu-de=che").facet("nam")["choices"]
    assert [(choice.value, choice.count) for choice in years] == [("2026", 3)]
    years = listing().facet("nam")["choices"]
    assert [(choice.value, choice.count) for choice in years] == [("2026", 3), ("2025", 2)]


def test_a_choice_links_to_itself_and_an_active_one_takes_itself_back(articles):
    found = listing("nam=2025&q=bai")
    choices = {choice.value: choice for choice in found.facet("nam")["choices"]}
    assert choices["2025"].active
    assert choices["2025"].url == "/tin-tuc/?q=bai"
    assert choices["2026"].url == "/tin-tuc/?q=bai&nam=2026"
    assert [row["label"] for row in found.active] == ["“bai”", "2025"]
    assert found.active[1]["url"] == "/tin-tuc/?q=bai"


def test_choices_together_narrow_and_count_what_is_left(articles):
    assert listing("nam=2026&thang=11").count == 2
    assert listing("nam=2025&chu-de=che").count == 0
    assert listing("thang=12").count == 1


def test_the_archive_opens_the_newest_year_or_the_chosen_one(articles):
    newest = listing().archive()
    assert [(year["label"], year["count"]) for year in newest] == [("2026", 3), ("2025", 2)]
    assert [month["label"] for month in newest[0]["months"]] == ["Tháng 11", "Tháng 3"]
    assert newest[1]["months"] == []
    chosen = listing("nam=2025&thang=12").archive()[1]
    assert [(m["label"], m["active"]) for m in chosen["months"]] == [
        ("Tháng 12", True),
        ("Tháng 1", False),
    ]


def test_paging_shows_everything_once(home):
    column = ColumnPageFactory()
    made = {ArticlePageFactory(parent=column).pk for _ in range(23)}
    seen = []
    for number in (1, 2, 3):
        seen += [item.pk for item in listing(f"trang={number}").page.object_list]
    assert len(seen) == 23
    assert set(seen) == made


@pytest.mark.parametrize(("asked", "got"), [("abc", 1), ("0", 3), ("-1", 3), ("999", 3), ("2", 2)])
def test_nonsense_for_a_page_number_is_the_first_or_the_last_page(home, asked, got):
    column = ColumnPageFactory()
    for _ in range(23):
        ArticlePageFactory(parent=column)
    assert listing(f"trang={asked}").page.number == got


def test_links_to_pages_keep_the_filters(home):
    column = ColumnPageFactory()
    for _ in range(23):
        ArticlePageFactory(parent=column, title="Miến")
    urls = [step["url"] for step in listing("q=mien&trang=2").pages()]
    assert urls == ["/tin-tuc/?q=mien", "/tin-tuc/?q=mien&trang=2", "/tin-tuc/?q=mien&trang=3"]


@pytest.mark.parametrize("raw", ["0", "0000", "abcd", "20266", "²⁰²⁶", "-202", ""])
def test_what_is_no_year_is_left_out(raw):
    assert YearFacet().parse(raw) is None


@pytest.mark.parametrize("raw", ["0", "13", "1.5", "tháng 3", "03"])
def test_what_is_no_month_is_left_out(raw):
    assert MonthFacet().parse(raw) is None


@pytest.mark.parametrize(
    ("raw", "letter"), [("đ", "Đ"), ("ơ", "Ơ"), ("#", "#"), ("1", None), ("AB", None), ("f", None)]
)
def test_letters_are_those_of_the_vietnamese_alphabet(raw, letter):
    assert LetterFacet().parse(raw) == letter


def test_a_listing_without_words_ignores_q(rf, home):
    class Plain(Listing):
        searchable = False
        facets = [TopicFacet()]

    assert Plain(rf.get("/?q=x"), ArticlePage.objects.visible()).query == ""


LISTS = {
    "/tin-tuc/": ["chu-de", "nam", "thang", "xem", "utm_source"],
    "/trung-bay/": ["linh-vuc", "giai-doan", "to", "dang-tim", "chu"],
    "/trung-bay/?loai=san-pham": ["ocop", "san-sang", "linh-vuc"],
    "/su-kien/": ["luc", "dang"],
    "/van-ban/": ["hieu-luc", "dang", "trang"],
    "/tim-kiem/": ["q", "loai"],
}


def ask(route, parameters):
    """Status of a list under these parameters; None for what cannot be sent."""
    address, _, fixed = route.partition("?")
    data = dict([fixed.split("=")]) if fixed else {}
    try:
        return (
            Client(raise_request_exception=False).get(address, {**parameters, **data}).status_code
        )
    except UnicodeEncodeError:  # a lone surrogate
        return None


@pytest.mark.parametrize("route", LISTS)
def test_no_hostile_value_gives_a_500_alone_or_everywhere_at_once(home, route):
    for value in HOSTILE:
        every = dict.fromkeys(PARAMETERS, value)
        assert ask(route, every) in (200, 400, None), value[:20]
        for name in LISTS[route]:
            assert ask(route, {name: value}) in (200, 400, None), (name, value[:20])


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    route=st.sampled_from(ROUTES),
    method=st.sampled_from(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"]),
    query=st.lists(
        st.tuples(
            st.sampled_from(PARAMETERS),
            st.one_of(
                st.sampled_from([value for value in HOSTILE if value != "\udcff"]),
                st.text(st.characters(blacklist_categories=["Cs"]), max_size=40),
            ),
        ),
        max_size=5,
    ),
)
def test_no_route_method_and_query_together_give_a_500(home, route, method, query):
    browser = Client(raise_request_exception=False)
    answer = browser.generic(method, route, QUERY_STRING=_encoded(query))
    assert answer.status_code < 500, (method, route, query)


def _encoded(query):
    from urllib.parse import urlencode

    return urlencode(query)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(path=st.text(st.sampled_from(string.printable + "đ%ư\u202e\ufffe\x7f"), max_size=60))
def test_no_path_gives_a_500(home, path):
    browser = Client(raise_request_exception=False)
    answer = browser.generic("GET", "/", PATH_INFO=f"/{path}".encode().decode("latin-1"))
    assert answer.status_code < 500, path
