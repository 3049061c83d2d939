"""News by column, by month, by urgency."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from news.models import ArticlePage, ColumnPage
from tests.factories.core import PlanTaskFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.showcase import StartupPageFactory
from tests.soup import hrefs, read, texts, words


def vietnam(*moment):
    return timezone.make_aware(datetime.datetime(*moment))


def test_urgent_ends_at_its_minute_and_not_before(home):
    until = vietnam(2026, 12, 5, 17, 0)
    article = ArticlePageFactory(parent=ColumnPageFactory(), urgent=True, urgent_until=until)
    for moment, expected in [
        (until - datetime.timedelta(seconds=1), True),
        (until, False),
        (until + datetime.timedelta(days=1), False),
    ]:
        with time_machine.travel(moment, tick=False):
            assert article.is_urgent is expected
            assert ArticlePage.objects.urgent().exists() is expected


def test_urgent_without_an_end_stays_and_an_end_alone_makes_nothing_urgent(home):
    column = ColumnPageFactory()
    open_end = ArticlePageFactory(parent=column, urgent=True)
    later = timezone.now() + datetime.timedelta(days=1)
    ArticlePageFactory(parent=column, urgent=False, urgent_until=later)
    assert list(ArticlePage.objects.urgent()) == [open_end]


def test_an_urgent_article_says_so_on_its_own_page(client, home):
    article = ArticlePageFactory(parent=ColumnPageFactory(), urgent=True)
    assert "Tin khẩn" in texts(read(client, article.url), "main .kick")


def test_the_archive_goes_by_the_clock_of_vietnam(client, home):
    """Half an hour past midnight on the first is still the last month in Greenwich."""
    column = ColumnPageFactory()
    for title, moment in [
        ("Tin đầu năm", (2026, 1, 1, 0, 30)),
        ("Tin cuối năm", (2025, 12, 31, 23, 30)),
    ]:
        ArticlePageFactory(parent=column, title=title, first_published_at=vietnam(*moment))
    assert texts(read(client, "/tin-tuc/?nam=2026&thang=1"), "main h2 a") == ["Tin đầu năm"]
    assert texts(read(client, "/tin-tuc/?nam=2025"), "main .srs h2") == ["Tin cuối năm"]
    soup = read(client, "/tin-tuc/?nam=2025")
    assert texts(soup, "aside .mon a") == ["Tháng 121"]
    assert texts(soup, "aside h3 a") == ["Năm 2026", "Năm 2025"]
    assert column.url + "?nam=2025&thang=12" in hrefs(read(client, f"{column.url}?nam=2025"))


def test_a_new_article_takes_the_tasks_of_its_column_unless_the_writer_chose(home):
    usual, chosen = PlanTaskFactory(), PlanTaskFactory()
    column = ColumnPageFactory()
    column.default_plan_tasks.set([usual])
    column.save()
    column = ColumnPage.objects.get(pk=column.pk)
    article = column.add_child(instance=ArticlePage(title="Bài mới"))
    own = ArticlePage(title="Bài có nhiệm vụ riêng")
    own.plan_tasks.set([chosen])
    own = column.add_child(instance=own)
    assert list(ArticlePage.objects.get(pk=article.pk).plan_tasks.all()) == [usual]
    assert list(ArticlePage.objects.get(pk=own.pk).plan_tasks.all()) == [chosen]
    article.plan_tasks.set([])
    article.save()
    assert not ArticlePage.objects.get(pk=article.pk).plan_tasks.all()


def test_the_form_for_a_new_article_takes_the_tasks_of_the_column_too(admin_client, home):
    task = PlanTaskFactory()
    column = ColumnPageFactory()
    column.default_plan_tasks.set([task])
    column.save()
    rows = {
        f"{name}-{part}": "0"
        for name in ("corrections", "comments")
        for part in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    }
    form = {"title": "Bài gửi từ biểu mẫu", "slug": "bai-gui", "body-count": "0", "rights": "khong"}
    answer = admin_client.post(f"/admin/pages/add/news/articlepage/{column.pk}/", form | rows)
    article = ArticlePage.objects.get(slug="bai-gui")
    assert answer.status_code == 302
    assert list(article.plan_tasks.all()) == [task]
    assert list(article.get_latest_revision_as_object().plan_tasks.all()) == [task]


def test_an_article_that_moves_is_filed_under_its_new_column(client, home):
    old, new = ColumnPageFactory(title="Cột cũ"), ColumnPageFactory(title="Cột mới")
    article = ArticlePageFactory(parent=old, title="Bài đi xa")
    ArticlePageFactory(parent=old, title="Bài ở lại")
    article.move(new, pos="last-child")
    article = ArticlePage.objects.get(pk=article.pk)
    assert article.facet_group == f"chuyen-muc-{new.pk}"
    assert texts(read(client, new.url), "main .top1 h2") == ["Bài đi xa"]
    assert "Bài đi xa" not in words(read(client, old.url).main)
    assert texts(read(client, article.url), "nav.crumb a")[-1] == "Cột mới"
    assert texts(read(client, "/tin-tuc/?q=bai+di"), "main .srs .kick") == ["Cột mới"]


def test_tabs_stand_in_the_order_of_the_tree_and_only_where_one_can_go(client, sections):
    columns = [ColumnPageFactory(title=title) for title in ("Ba", "Hai", "Một")]
    soup = read(client, "/tin-tuc/")
    assert texts(soup, "nav.tabs a") == ["Tất cả", "Ba", "Hai", "Một"]
    assert texts(soup, "nav.tabs [aria-current]") == ["Tất cả"]
    columns[1].unpublish()
    soup = read(client, columns[0].url)
    assert texts(soup, "nav.tabs a") == ["Tất cả", "Ba", "Một"]
    assert texts(soup, "nav.tabs [aria-current]") == ["Ba"]
    assert hrefs(soup, "nav.tabs a")[0] == "/tin-tuc/"


@pytest.mark.parametrize(("syllables", "minutes"), [(0, 1), (240, 1), (480, 2), (1200, 5)])
def test_reading_takes_a_minute_for_240_syllables(client, home, syllables, minutes):
    body = [{"type": "paragraph", "value": f"<p>{'chữ ' * syllables}</p>"}]
    article = ArticlePageFactory(parent=ColumnPageFactory(), body=body)
    assert f"Đọc chừng {minutes} phút" in words(read(client, article.url).select_one(".art-rail"))


def test_the_rail_names_writer_source_and_true_changes(client, home):
    article = ArticlePageFactory(
        parent=ColumnPageFactory(),
        byline="Tin, ảnh: Bút danh mẫu",
        source_name="Báo Mẫu",
        source_url="https://mau.example/bai/",
        first_published_at=vietnam(2026, 11, 2, 7, 5),
        content_updated_at=vietnam(2026, 11, 3, 18, 0),
    )
    rail = read(client, article.url).select_one(".art-rail")
    assert "Tin, ảnh: Bút danh mẫu" in words(rail)
    assert "Đăng 07:05, 02/11/2026" in words(rail)
    assert "Cập nhật 18:00, 03/11/2026" in words(rail)
    assert hrefs(rail, "p a") == ["https://mau.example/bai/"]


def test_a_story_whose_startup_is_gone_still_stands(client, home):
    startup = StartupPageFactory(title="Nhà đã đi")
    story = StoryPageFactory(startup=startup, title="Chuyện ở lại")
    assert "Nhà làm" in texts(read(client, story.url), ".scard .kick")
    assert "Chuyện ở lại" in texts(read(client, startup.url), ".rel h3")
    startup.delete()
    soup = read(client, story.url)
    assert not soup.select(".scard")
    assert words(soup.h1) == "Chuyện ở lại"
