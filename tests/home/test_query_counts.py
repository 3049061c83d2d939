"""A list costs the same number of queries however many items there are (CASES L-04)."""

import re
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks.backends.immediate import ImmediateBackend

from core.models import PageTag, Tag
from events.models import Exhibitor
from tests.factories.core import TopicFactory
from tests.factories.events import EventPageFactory, SpacePageFactory
from tests.factories.library import LegalDocumentPageFactory, make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.showcase import (
    NeighbourhoodFactory,
    ProductPageFactory,
    SectorFactory,
    StartupPageFactory,
)
from tests.soup import read

MOST = 60  # of any list, with menu, identity and all facets


class Maker:
    """Makes items of a kind, each with all that a card can show."""

    def __init__(self):
        self.topic = TopicFactory(slug="chu-de-chung")
        self.shared = {"lead_image": make_image(), "primary_topic": self.topic}
        self.tag = Tag.objects.create(name="từ chung", slug="tu-chung")
        self.sector, self.neighbourhood = SectorFactory(), NeighbourhoodFactory()
        self.column = ColumnPageFactory(title="Cột", slug="cot")
        self.maker = self.startup()
        self.made = 0

    def article(self):
        page = ArticlePageFactory(parent=self.column, days_ago=self.made / 99, **self.shared)
        PageTag.objects.create(tag=self.tag, content_object=page)

    def story(self):
        StoryPageFactory(startup=self.maker, quote="Lời", **self.shared)

    def startup(self):
        who = {"neighbourhood": self.neighbourhood, "sectors": [self.sector]}
        return StartupPageFactory(**who, **self.shared)

    def product(self):
        return ProductPageFactory(parent=self.startup(), **self.shared)

    def event(self):
        EventPageFactory(starts_in=timedelta(hours=self.made - 3), **self.shared)

    def space(self):
        SpacePageFactory(**self.shared)

    def document(self):
        LegalDocumentPageFactory(primary_topic=self.topic)

    def listing(self):
        ColumnPageFactory()

    def everything(self):
        self.article()
        if self.made % 2:
            self.story()
            self.product()
        if self.made < 4:  # what is to come stands first in every list, and would fill it
            self.event()

    def make(self, kind, count):
        for _ in range(count):
            self.made += 1
            getattr(self, kind)()


@pytest.fixture
def quick(monkeypatch):
    """No upkeep of the search index and the like, which lists do not read."""
    monkeypatch.setattr(ImmediateBackend, "enqueue", lambda *args, **kwargs: None)


def shape(sql):
    """A query without its values."""
    return re.sub(r"'[^']*'|\b\d+\b", "?", sql)


def queries(client, url):
    read(client, url)  # renditions are made at the first sight of a picture
    with CaptureQueriesContext(connection) as caught:
        read(client, url)
    return caught


@pytest.mark.parametrize(
    ("kind", "urls"),
    [
        ("everything", ["/", "/tim-kiem/?q=a", "/chu-de/chu-de-chung/"]),
        ("article", ["/tin-tuc/", "/tin-tuc/?chu-de=chu-de-chung", "/tin-tuc/cot/"]),
        ("article", ["/tu-khoa/tu-chung/"]),
        ("story", ["/cau-chuyen/"]),
        ("product", ["/trung-bay/", "/trung-bay/?loai=san-pham"]),
        ("event", ["/su-kien/", "/su-kien/?luc=sap"]),
        ("space", ["/khong-gian/"]),
        ("document", ["/van-ban/"]),
        ("listing", ["/rss/"]),
    ],
)
def test_a_list_costs_the_same_at_4_at_10_and_at_50_items(client, home, quick, kind, urls):
    maker = Maker()
    found = {url: [] for url in urls}
    for wanted in (4, 10, 50):  # the shortest list shows ten at a time
        maker.make(kind, wanted - maker.made)
        for url in urls:
            if wanted > 4 or url != "/":  # with few items the home page has another face
                found[url].append([shape(query["sql"]) for query in queries(client, url)])
    for url, asked in found.items():
        sizes = [len(each) for each in asked]
        more = Counter(asked[-1]) - Counter(asked[0]) + (Counter(asked[0]) - Counter(asked[-1]))
        assert len(set(sizes)) == 1, f"{url}: {sizes} {more}"
        assert len(asked[0]) <= MOST


def test_pages_of_items_cost_the_same_with_many_rows_below(client, home, quick):
    maker = Maker()
    event, startup = EventPageFactory(), maker.startup()
    sizes = {"event": [], "startup": []}
    for count in (3, 9):
        for _ in range(count):
            product = ProductPageFactory(parent=startup, **maker.shared)
            event.exhibitors.add(Exhibitor(product=product))
        event.save()
        for name, page in (("event", event), ("startup", startup)):
            sizes[name].append(len(queries(client, page.url)))
    assert sizes["event"][0] == sizes["event"][1]
    assert sizes["startup"][0] == sizes["startup"][1]


def test_the_home_page_asks_a_fixed_number_of_questions_when_news_overflows(client, home, quick):
    """Beyond the 60 articles it reads, a quiet column is asked for its last pieces by itself."""
    maker = Maker()
    quiet = ColumnPageFactory(title="Cột vắng")
    ArticlePageFactory(parent=quiet, title="Bài xưa của cột vắng", days_ago=400)
    maker.make("article", 62)
    page = read(client, "/")
    assert "Bài xưa của cột vắng" in page.get_text()
    first = len(queries(client, "/"))
    maker.make("article", 20)
    assert len(queries(client, "/")) == first
