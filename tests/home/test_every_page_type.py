"""Every page type with next to nothing in it, and with every field full."""

from datetime import timedelta

import pytest
from wagtail.rich_text import get_text_for_indexing

from core.models import BasePage
from tests.factories.core import PlanTaskFactory, TopicFactory
from tests.factories.everything import TYPES, make_page
from tests.factories.filling import fill
from tests.factories.library import make_image
from tests.factories.showcase import NeighbourhoodFactory, SectorFactory
from tests.soup import assert_whole, read, texts, words

SAMPLE_NOTE = "Nội dung mẫu"
LITTLE = {
    "event": {"starts_in": None},
    "document": {"number": None, "issued_on": None},
}
HEADINGS_OF_LITTLE = {
    "column": ["Chưa có tin nào ở đây", "Nhận tin"],
    "startup": ["Liên hệ"],
    "product": [],
    "event": ["Chương trình"],
    "contact": ["Đổi mới sáng tạo"],
    "submission": ["Bạn muốn giới thiệu gì?", "Phường giữ dữ liệu gì, bao lâu, ai được xem"],
}
TITLE = "Nếp nương Nước Trong và câu chuyện " + "rất dài của những người ở lại " * 8

# Fields that a page keeps for lists, machines or the editors; each for a reason.
NOT_ON_THE_PAGE = {
    "lead_alt": "stands in an attribute",
    "alt": "stands in an attribute",
    "url": "stands in an attribute",
    "map_url": "stands in an attribute",
    "original_url": "stands in an attribute",
    "source_url": "stands in an attribute",
    "registration_url": "only while one can register",
    "online_url": "cut to 48 letters",
    "closed_message": "only while closed",
    "source_name": "articles alone show it",
    "status_note": "tested with the states of an event",
}


@pytest.mark.parametrize("kind", TYPES)
def test_a_page_with_little_stands_without_gaps(client, home, kind):
    page = make_page(kind, title="Chỉ một tiêu đề", sapo=None, **LITTLE.get(kind, {}))
    soup = read(client, page.url)
    assert_whole(soup)
    assert words(soup.h1) == page.title
    assert page.title in words(soup.title) or kind == "document"
    assert soup.select_one("link[rel=canonical]")["href"] == page.full_url
    assert SAMPLE_NOTE not in words(soup)
    related = {"Đọc tiếp", "Xem thêm", "Cùng nhà làm"}
    shown = [text for text in texts(soup, "main h2, main h3") if text not in related]
    assert shown == HEADINGS_OF_LITTLE.get(kind, [])


@pytest.mark.parametrize("kind", TYPES)
def test_a_page_with_every_field_full_shows_them_all(client, home, kind):
    page = make_page(kind, title=TITLE[:255])
    image = make_image()
    put = fill(page, image)
    if kind == "event":
        for session in page.sessions.all():
            session.starts_at -= timedelta(days=9)
            session.ends_at -= timedelta(days=9)
            session.save()
    page.is_sample = True
    page.primary_topic = TopicFactory(name="Chủ đề " + "rộng " * 20)
    page.topics.set([TopicFactory() for _ in range(5)])
    page.plan_tasks.set([PlanTaskFactory()])
    page.tags.set([f"từ khóa {number}" for number in range(40)])
    if kind == "startup":
        page.neighbourhood = NeighbourhoodFactory()
    if kind in ("startup", "product"):
        page.sectors.set([SectorFactory(), SectorFactory()])
    page.save()

    soup = read(client, page.url)
    assert_whole(soup)
    assert words(soup.h1) == " ".join(page.title.split())
    assert SAMPLE_NOTE in words(soup.main)
    shown = words(soup)
    for name, value in put.items():
        if name.partition(".")[2] in NOT_ON_THE_PAGE or _belongs_elsewhere(kind, name):
            continue
        text = get_text_for_indexing(value).strip() if value.startswith("<p>") else value
        assert " ".join(text.split()) in shown, f"{name} is shown nowhere"
    if kind not in ("column", "contact", "submission"):
        assert "từ khóa 39" in shown


def _belongs_elsewhere(kind, name):
    """Fields of the base page that make no sense on some types."""
    lead = name.endswith((".lead_caption", ".lead_credit"))
    if kind in ("column", "contact", "submission", "document"):
        return lead or (kind in ("column", "document") and name.endswith(".sapo"))
    return False


@pytest.mark.parametrize("slug", ["tin-tuc", "cau-chuyen", "trung-bay", "su-kien", "khong-gian"])
def test_a_list_without_items_says_so(client, sections, slug):
    page = sections[slug]
    page.intro = "Lời giới thiệu của mục."
    page.save()
    soup = read(client, page.url)
    assert_whole(soup)
    assert words(soup.h1) == page.title
    assert page.intro in words(soup.main)
    assert [text for text in texts(soup, "main .empty h2") if text.startswith("Chưa có")]
    assert not soup.select("main .pager, main .band")


def test_the_sample_note_stands_on_samples_alone(client, home):
    pages = [make_page(kind) for kind in ("story", "product")]
    BasePage.objects.filter(pk=pages[0].pk).update(is_sample=True)
    assert [SAMPLE_NOTE in words(read(client, page.url)) for page in pages] == [True, False]


def test_the_title_for_search_engines_takes_the_place_of_the_title(client, home):
    page = make_page("story", seo_title="Tiêu đề cho máy", search_description="Mô tả cho máy")
    soup = read(client, page.url)
    assert words(soup.title).startswith("Tiêu đề cho máy – ")
    assert soup.select_one("meta[name=description]")["content"] == "Mô tả cho máy"
    assert words(soup.h1) == page.title


@pytest.mark.parametrize("kind", ["article", "story", "startup", "product", "event", "space"])
def test_the_maker_of_a_picture_is_named_beside_it(client, home, kind):
    image = make_image(credit="Ảnh: Người chụp mẫu")
    page = make_page(kind, lead_image=image, lead_caption="Giàn phơi buổi sớm")
    caption = read(client, page.url).select_one("main figcaption")
    assert words(caption) == "Giàn phơi buổi sớm Ảnh: Người chụp mẫu"
    page.lead_credit = "Ảnh: Người khác"
    page.save()
    assert "Người khác" in words(read(client, page.url).select_one("main figcaption"))
