"""Small parts of pages: dates, numbers, cards, the way down."""

import datetime

import pytest
from django.template import Context, Template
from django.utils import timezone

from core.kinds import Kind
from core.models import BasePage
from core.templatetags import core_tags, format_tags
from tests.factories.core import TopicFactory
from tests.factories.home import StandardPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.showcase import ProductPageFactory, StartupPageFactory


def draw(source, rf=None, **values):
    if rf is not None:
        values["request"] = rf.get("/")
    template = Template("{% load core_tags %}" + source)
    return " ".join(template.render(Context(values)).split())


EVENING = datetime.datetime(2026, 11, 22, 17, 5, tzinfo=datetime.UTC)  # 00:05 on Monday in Vietnam


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("vi_date", EVENING, "23/11/2026"),
        ("vi_date", datetime.date(2026, 1, 5), "05/01/2026"),
        ("vi_day_month", EVENING, "23/11"),
        ("vi_time", EVENING, "00:05"),
        ("weekday", EVENING, "Thứ Hai"),
        ("weekday", datetime.date(2026, 11, 22), "Chủ Nhật"),
        ("vi_number", 0, "0"),
        ("vi_number", -1234.5, "-1.234,5"),
        ("vi_number", None, "None"),
        ("vi_number", float("nan"), "nan"),
        ("file_size", 0, ""),
        ("vi_time", None, ""),
        ("vi_day_month", None, ""),
        ("vi_date_long", None, ""),
    ],
)
def test_values_are_written_as_the_country_writes_them_in_its_own_time(name, value, shown):
    assert getattr(format_tags, name)(value) == shown


@pytest.mark.parametrize(("stars", "turns"), [(None, 0), (3, 3), (5, 5), (99, 5)])
def test_stars_are_at_most_five(stars, turns):
    assert len(format_tags.as_range(stars)) == turns


def test_today_is_the_day_in_vietnam(time_machine):
    time_machine.move_to(EVENING, tick=False)
    assert draw("{% today as day %}{{ day|vi_date_long }}") == "Thứ Hai, 23/11/2026"


def test_an_article_is_labelled_by_its_column_and_anything_else_by_its_kind(home, rf):
    column = ColumnPageFactory(title="Hoạt động của phường")
    shown = {
        ArticlePageFactory(parent=column): "Hoạt động của phường",
        StoryPageFactory(): "Câu chuyện",
        ProductPageFactory(): "Sản phẩm – giải pháp",
        StandardPageFactory(parent=home): "Trang thông tin",
    }
    for page, label in shown.items():
        assert draw("{% kick page %}", rf, page=page) == label


def test_labels_of_a_long_list_cost_one_query(home, rf, django_assert_max_num_queries):
    for _ in range(4):
        column = ColumnPageFactory()
        for _ in range(5):
            ArticlePageFactory(parent=column)
    pages = list(BasePage.objects.visible().content().for_cards())
    home.get_site()
    with django_assert_max_num_queries(3):  # titles of the columns, roots of the sites
        html = draw("{% rows pages %}", rf, pages=pages)
    assert html.count("<li") == 20


def test_the_way_down_leaves_out_the_home_page_and_the_page_itself(home, rf):
    product = ProductPageFactory(parent=StartupPageFactory(title="Nhà Mơ"), title="Mơ ngâm")
    html = draw("{% breadcrumb page %}", rf, page=product)
    assert html.index("Sản phẩm – giải pháp") < html.index("Nhà Mơ")
    assert "Mơ ngâm" not in html
    assert home.title not in html


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "{{7*7}}", '" onload="x', "%s{0}"])
@pytest.mark.parametrize("tag", ["row", "rel_card", "story_small", "product_card", "event_row"])
def test_cards_show_a_hostile_title_as_it_is(home, rf, tag, title):
    page = StoryPageFactory(title=title, sapo=title)
    html = draw(f"{{% {tag} page %}}", rf, page=page)
    assert "<script>alert" not in html
    assert ' onload="x' not in html
    assert "49" not in html.replace(page.url, "") or title != "{{7*7}}"


def test_many_topics_and_tags_fold_away(home):
    topics = [TopicFactory() for _ in range(4)]
    words = [f"từ khóa {number}" for number in range(9)]
    page = ArticlePageFactory(
        parent=ColumnPageFactory(), primary_topic=topics[0], topics=topics, tags=words
    )
    shown = core_tags.tags(page)
    assert (len(shown["first"]), len(shown["rest"])) == (10, 3)
    assert shown["first"][0] == (topics[0].get_absolute_url(), topics[0].name)
    assert len({url for url, _ in [*shown["first"], *shown["rest"]]}) == 13


def test_parts_without_anything_to_show_say_so_or_are_nothing(home, rf):
    assert "Chưa có mục nào" in draw("{% empty %}")
    assert "Chưa có tin" in draw("{% empty title='Chưa có tin' %}")
    assert draw("{% url_of nothing %}", rf, nothing=None) == ""
    assert "<h2" not in draw("{% related items %}", rf, items=[])
    assert draw("{% body stream %}", stream=None) == ""


def test_a_page_never_published_has_a_card_without_a_date(home, rf):
    page = ArticlePageFactory(parent=ColumnPageFactory(), first_published_at=None, live=False)
    assert page.listed_at is None
    assert page.year is None
    assert page.title in draw("{% row page %}", rf, page=page)


def test_a_kind_that_is_no_longer_known_breaks_no_card(home, rf):
    page = ArticlePageFactory(parent=ColumnPageFactory())
    page.kind = "da-bo"
    assert page.title in draw("{% row page %}", rf, page=page)
    assert page.cover_kind in ("news", "neutral")


def test_contents_of_a_body_lead_to_its_headings(home):
    drawn = '<h2 id="muc-mot">Một &amp; hai</h2><p>x</p><h2 id="muc-ba"><b>Ba</b></h2>'
    assert core_tags.contents(drawn) == [("muc-mot", "Một & hai"), ("muc-ba", "Ba")]


def test_words_for_a_picture_come_from_the_page_then_from_the_library(home):
    from tests.factories.library import make_image

    page = ArticlePageFactory(parent=ColumnPageFactory(), lead_image=make_image(alt="Giàn phơi"))
    assert page.picture_alt == "Giàn phơi"
    page.lead_alt = "Miến trên giàn lúc sáng sớm"
    assert page.picture_alt == "Miến trên giàn lúc sáng sớm"
    page.lead_decorative = True
    assert page.picture_alt == ""


def test_the_kinds_of_cards_keep_to_the_kinds_of_items():
    assert set(core_tags.KICK_CLASS) | set(core_tags.ROW_CLASS) <= set(Kind)
    assert timezone.get_current_timezone_name() == "Asia/Ho_Chi_Minh"
