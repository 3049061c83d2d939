"""What stands on the home page with few items and with many."""

from datetime import timedelta

import pytest
from django.utils import timezone

from home.bands import FEW, home_bands
from home.models import HomeNumber, HomePage
from news.models import ArticlePage
from tests.factories.core import TopicFactory
from tests.factories.events import EventPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.showcase import ProductPageFactory, StartupPageFactory
from tests.soup import assert_whole, hrefs, read, texts, words


def front():
    return HomePage.objects.get()


@pytest.fixture
def full(home):
    """Ten articles in two columns, two stories, two products, two events."""
    columns = [ColumnPageFactory(title="Cột một"), ColumnPageFactory(title="Cột hai")]
    for number in range(10):
        ArticlePageFactory(parent=columns[number % 2], title=f"Tin {number}", days_ago=number + 1)
    for number in range(2):
        StoryPageFactory(title=f"Chuyện {number}")
        ProductPageFactory(title=f"Hàng {number}")
        EventPageFactory(title=f"Hội {number}")
    return front()


def test_eight_items_share_one_row_and_the_ninth_opens_the_bands(client, home):
    column = ColumnPageFactory()
    for number in range(FEW):
        ArticlePageFactory(parent=column, title=f"Tin {number}", days_ago=number)
    soup = read(client, "/")
    assert_whole(soup)
    assert words(soup.h1) == "Tin 0"
    assert texts(soup, "main h2") == ["Mới trên trang"]
    assert texts(soup, "main .rel h3") == ["Tin 1"]
    ArticlePageFactory(parent=column, title="Tin 8", days_ago=9)
    soup = read(client, "/")
    assert_whole(soup)
    assert "Tin mới theo chuyên mục" in texts(soup, "main h2")
    assert "Mới trên trang" not in texts(soup, "main h2")


def test_many_items_of_one_kind_are_many(client, home):
    for number in range(FEW + 1):
        StoryPageFactory(title=f"Chuyện {number}", days_ago=number)
    assert "Câu chuyện khởi nghiệp" in texts(read(client, "/"), "main h2")
    assert len(read(client, "/").select(".st-big, .st-sm")) == 3


@pytest.mark.parametrize("name", ["show_stories", "show_products", "show_events"])
def test_a_band_switched_off_is_off_with_few_items_too(client, home, name):
    kept = {"show_stories": "Chuyện", "show_products": "Hàng", "show_events": "Hội"}
    StoryPageFactory(title="Chuyện")
    ProductPageFactory(title="Hàng")
    EventPageFactory(title="Hội")
    assert texts(read(client, "/"), "main .rel h3") == list(kept.values())
    HomePage.objects.update(**{name: False})
    assert texts(read(client, "/"), "main .rel h3") == [v for k, v in kept.items() if k != name]


def test_nothing_stands_twice_on_a_full_front_page(client, full):
    soup = read(client, "/")
    assert_whole(soup)
    links = [link for link in hrefs(soup, "main h1 a, main h2 a, main h3 a, main .colm li a")]
    assert len(links) == len(set(links)) > 12
    assert all(link and "None" not in link for link in hrefs(soup, "main a"))


def test_a_column_whose_news_all_stand_above_keeps_its_place(client, home):
    lonely, busy = ColumnPageFactory(title="Cột vắng"), ColumnPageFactory(title="Cột đông")
    ArticlePageFactory(parent=lonely, title="Tin độc nhất", days_ago=0)
    for number in range(9):
        ArticlePageFactory(parent=busy, days_ago=number + 1)
    soup = read(client, "/")
    assert texts(soup, ".colm h3") == ["Cột vắng", "Cột đông"]
    assert "Tin độc nhất" in texts(soup, ".colm li a")


def test_urgent_goes_before_the_chosen_one_and_that_before_the_newest(client, full):
    chosen = StoryPageFactory(title="Chuyện được chọn", days_ago=300)
    assert words(read(client, "/").h1) == "Tin 0"
    HomePage.objects.update(featured=chosen)
    assert words(read(client, "/").h1) == "Chuyện được chọn"
    until = timezone.now() + timedelta(minutes=5)
    ArticlePage.objects.filter(title="Tin 7").update(urgent=True, urgent_until=until)
    assert words(read(client, "/").h1) == "Tin 7"
    ArticlePage.objects.filter(title="Tin 7").update(urgent_until=timezone.now())
    assert words(read(client, "/").h1) == "Chuyện được chọn"


def test_an_urgent_article_leads_however_many_came_after(home):
    column = ColumnPageFactory()
    ArticlePageFactory(parent=column, title="Lũ về", urgent=True, days_ago=90)
    ArticlePageFactory.create_batch(3, parent=column)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("home.bands.READ", 2)
        assert home_bands(front())["lead"].title == "Lũ về"


def test_a_chosen_item_that_is_hidden_gives_way_to_the_newest(client, full):
    chosen = StoryPageFactory(title="Chuyện được chọn")
    HomePage.objects.update(featured=chosen)
    chosen.unpublish()
    assert words(read(client, "/").h1) == "Tin 0"


def test_under_the_lead_stand_more_lines_of_its_topic(client, full):
    topic = TopicFactory()
    ArticlePage.objects.filter(title__in=["Tin 0", "Tin 6", "Tin 8"]).update(primary_topic=topic)
    assert texts(read(client, "/"), ".lead-tx .more a") == ["Tin 6", "Tin 8"]


def test_numbers_of_the_plan_show_with_target_and_bar_until_switched_off(client, full):
    full.numbers.add(HomeNumber(value="12", target="20", percent=60, label="lớp đã mở"))
    full.numbers.add(HomeNumber(value="0", percent=0, label="chưa có"))
    full.save()
    soup = read(client, "/")
    assert texts(soup, ".num b") == ["12trên 20", "0"]
    assert [bar["width"] for bar in soup.select(".num rect")] == ["60", "0"]
    HomePage.objects.update(show_numbers=False)
    assert not read(client, "/").select(".num")


def test_a_story_on_the_front_page_does_not_name_a_hidden_startup(client, full):
    startup = StartupPageFactory(title="Nhà đang ẩn")
    StoryPageFactory(title="Chuyện lớn", startup=startup, days_ago=0)
    assert "Nhà đang ẩn" in words(read(client, "/").select_one(".st-big"))
    startup.unpublish()
    assert "Nhà đang ẩn" not in read(client, "/").get_text()


def test_the_call_to_submit_shows_once_it_has_words(client, full):
    assert not read(client, "/").select(".call")
    HomePage.objects.update(call_title="Gửi sản phẩm", call_steps="Chụp ảnh\n\n Viết vài dòng ")
    assert texts(read(client, "/"), ".call li") == ["1Chụp ảnh", "2Viết vài dòng"]


def test_the_front_page_tells_how_many_startups_there_are_not_products(client, full):
    maker = StartupPageFactory()
    ProductPageFactory.create_batch(3, parent=maker)
    assert "3 nhà làm trong danh mục" in words(read(client, "/").main)
