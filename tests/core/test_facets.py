"""Ways to narrow a list: what each understands, how it counts, how it is told."""

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core.facets import ColumnFacet, KindFacet, LetterFacet, MonthFacet, TermFacet, YearFacet
from core.listing import Listing
from core.models import BasePage
from core.views import TermListing
from events.models import EventPage
from events.models.index import EventListing
from library.models import LegalDocumentPage
from library.models.legal import DocumentListing
from news.models import ArticlePage
from news.models.index import NewsListing
from news.models.story import StoryListing
from search.views import SearchListing
from showcase.models import ProductPage, StartupPage
from showcase.models.index import ProductListing, StartupListing
from tests.factories.core import TopicFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.showcase import (
    NeighbourhoodFactory,
    ProductPageFactory,
    SectorFactory,
    StartupPageFactory,
)
from vietnamese import ALPHABET, clean

LISTINGS = [
    (NewsListing, ArticlePage),
    (StoryListing, BasePage),
    (StartupListing, StartupPage),
    (ProductListing, ProductPage),
    (EventListing, EventPage),
    (DocumentListing, LegalDocumentPage),
    (SearchListing, BasePage),
    (TermListing, BasePage),
]
IDS = [listing.__name__ for listing, _ in LISTINGS]


def listed(rf, listing, model, query=""):
    return listing(rf.get(f"/danh-sach/?{query}"), model.objects.visible().newest_first())


@pytest.mark.parametrize(("listing", "model"), LISTINGS, ids=IDS)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(raw=st.text(max_size=30))
@example(raw="٢٠٢٦")
@example(raw="²")
@example(raw="-1")
@example(raw="9" * 400)
@example(raw="dang'; --")
def test_whatever_a_facet_understands_the_database_understands_too(db, rf, listing, model, raw):
    raw = clean(raw)  # as a listing does with every parameter
    for facet in listing.facets if raw else ():
        value = facet.parse(raw)
        if value is not None:
            assert list(facet.apply(model.objects.visible(), value)) == []
            assert facet.describe(value)


@pytest.mark.parametrize(("listing", "model"), LISTINGS, ids=IDS)
def test_every_choice_shown_leads_to_a_list_of_the_length_it_promised(rf, home, listing, model):
    sector, other = SectorFactory(name="Nông sản chế biến"), SectorFactory(name="Dịch vụ")
    place = NeighbourhoodFactory(name="Tổ 1")
    topic = TopicFactory(name="Chè")
    column = ColumnPageFactory()
    for title, days in (("Ấm", 1), ("Bột nghệ", 40), ("Đậu", 400), ("Chè", 401)):
        ArticlePageFactory(parent=column, title=title, days_ago=days, primary_topic=topic)
        StoryPageFactory(title=title, days_ago=days)
        startup = StartupPageFactory(
            title=title, sectors=[sector, other], neighbourhood=place, stage="growth"
        )
        startup.needs.create(kind="capital")
        startup.needs.create(kind="market")
        startup.save()
        ProductPageFactory(parent=startup, title=title, sectors=[sector, other])
    shown = 0
    for query in ("", "q=ch", "nam=2026", "linh-vuc=dich-vu", "chu=%C4%90"):
        here = listed(rf, listing, model, query)
        assert not re.search(r"[^\x21-\x7e]", here.url())
        for facet in here.choices:
            for choice in facet["choices"]:
                if choice.active or not choice.count:
                    continue
                there = listed(rf, listing, model, choice.url.partition("?")[2])
                assert there.count == choice.count, (query, facet["param"], choice.value)
                assert choice.value in [str(value) for value in there.values.values()]
                shown += 1
    assert shown or model in (EventPage, LegalDocumentPage)


def test_items_with_several_terms_are_counted_once_for_each(rf, home):
    one, two = SectorFactory(name="Mây tre"), SectorFactory(name="Ẩm thực")
    StartupPageFactory(sectors=[one, two])
    StartupPageFactory(sectors=[one])
    StartupPageFactory()
    choices = listed(rf, StartupListing, StartupPage).facet("linh-vuc")["choices"]
    assert [(choice.label, choice.count) for choice in choices] == [("Ẩm thực", 1), ("Mây tre", 2)]


def test_the_row_of_letters_is_whole_and_letters_without_entries_are_told_by_nought(rf, home):
    for title in ("Ấm trà", "Đậu phụ", "Dâu rừng", "Đồi chè"):
        StartupPageFactory(title=title)
    choices = listed(rf, StartupListing, StartupPage).facet("chu")["choices"]
    assert tuple(choice.value for choice in choices) == ALPHABET
    counts = {choice.value: choice.count for choice in choices if choice.count}
    assert counts == {"Â": 1, "D": 1, "Đ": 2}
    StartupPageFactory(title="3D in ấn")
    choices = listed(rf, StartupListing, StartupPage).facet("chu")["choices"]
    assert (choices[-1].value, choices[-1].count) == ("#", 1)


def test_a_choice_is_told_in_words_and_taken_back_by_its_link(rf, home):
    TopicFactory(name="Truy xuất nguồn gốc")
    column = ColumnPageFactory()
    ArticlePageFactory(parent=column, primary_topic=TopicFactory(name="Chè"), title="Chè")
    here = listed(rf, NewsListing, ArticlePage, "chu-de=che&thang=13&nam=x&q=%20ch%C3%A8%20")
    assert [row["label"] for row in here.active] == ["“chè”", "Chè"]
    assert here.active[0]["url"] == "/danh-sach/?chu-de=che"
    assert here.active[1]["url"] == "/danh-sach/?q=ch%C3%A8"
    assert here.clear_url == "/danh-sach/"
    assert here.is_filtered
    assert not listed(rf, NewsListing, ArticlePage, "thang=13&nam=x&q=%20").is_filtered


def test_a_fixed_parameter_stays_whatever_is_taken_back(rf, home):
    ProductPageFactory()
    here = listed(rf, ProductListing, ProductPage, "dang=product")
    assert here.clear_url == "/danh-sach/?loai=san-pham"
    assert [row["url"] for row in here.active] == ["/danh-sach/?loai=san-pham"]
    assert here.filter_url == "/danh-sach/?loai=san-pham&dang=product&xem=loc"


def test_one_of_two_values_of_a_parameter_counts(rf, home):
    here = listed(rf, NewsListing, ArticlePage, "nam=2025&nam=2026")
    assert here.values == {"nam": 2026}


@pytest.mark.parametrize(
    ("facet", "raw", "value"),
    [
        (YearFacet(), "2026", 2026),
        (MonthFacet(), "11", 11),
        (LetterFacet(), " đ ", "Đ"),
        (LetterFacet(), "d", "D"),
        (KindFacet(), "cau-chuyen", "cau-chuyen"),
        (KindFacet(), "danh-muc", None),
        (KindFacet(), "CAU-CHUYEN", None),
        (TermFacet("to", "Tổ", "to"), "to-1", "to-1"),
        (TermFacet("to", "Tổ", "to"), "tổ-1", None),
        (TermFacet("to", "Tổ", "to"), "a" * 121, None),
        (ColumnFacet("a", "A", "a", [("x", "Một")]), "x", "x"),
        (ColumnFacet("a", "A", "a", [("x", "Một")]), "y", None),
    ],
)
def test_a_facet_reads_what_it_knows_and_nothing_else(facet, raw, value):
    assert facet.parse(raw) == value


def test_many_pages_are_told_with_gaps(rf, home):
    column = ColumnPageFactory()
    for _ in range(30):
        ArticlePageFactory(parent=column)

    class Small(Listing):
        page_size = 2

    steps = listed(rf, Small, ArticlePage, "trang=8").pages()
    assert [step["number"] for step in steps] == [1, None, 7, 8, 9, None, 15]
    assert [step["number"] for step in steps if step["current"]] == [8]
    assert steps[0]["url"] == "/danh-sach/"
