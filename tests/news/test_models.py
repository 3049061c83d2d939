"""Articles, columns, stories."""

import datetime

import pytest
from django.utils import timezone

from library.models import LegalDocumentPage
from news.models import ArticlePage, Correction, StoryPerson, StoryResult
from tests.factories.core import PlanTaskFactory
from tests.factories.library import LegalDocumentPageFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory, StoryPageFactory
from tests.factories.showcase import StartupPageFactory

HOSTILE = [
    "<script>alert(1)</script>",
    "{{7*7}} {% now %}",
    '"><img src=x onerror=alert(1)>',
    "a" * 255,
    "&amp; & <",
    "مرحبا 中文 Ω",
]


def text(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_show_literally_everywhere(client, home, admin_client, title):
    from django.utils.html import escape

    column = ColumnPageFactory(title=title)
    article = ArticlePageFactory(parent=column, title=title, sapo=title, byline=title[:150])
    for url in ("/", "/tin-tuc/", column.url, article.url, "/rss/"):
        html = text(client, url)
        assert str(escape(title)) in html, url
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "49 " not in html or "{{7*7}}" not in title
    assert admin_client.get(f"/admin/pages/{column.pk}/").status_code == 200
    assert admin_client.get(f"/admin/pages/{article.pk}/edit/").status_code == 200


def test_an_article_with_nothing_but_a_title_stands(client, home):
    article = ArticlePageFactory(parent=ColumnPageFactory(), sapo="")
    html = text(client, article.url)
    assert html.count("<h1") == 1
    for heading in ("Đính chính", "Văn bản nhắc đến", "Cập nhật", "Nguồn:"):
        assert heading not in html


def test_forty_tags_fold_away(client, home):
    tags = [f"từ khóa {n}" for n in range(40)]
    html = text(client, ArticlePageFactory(parent=ColumnPageFactory(), tags=tags).url)
    assert "Thêm 30 từ khóa" in html


def test_corrections_are_owned_up_to(client, home):
    article = ArticlePageFactory(parent=ColumnPageFactory())
    article.corrections.add(Correction(corrected_on=datetime.date(2026, 11, 2), text="Đúng là 12."))
    article.save()
    html = text(client, article.url)
    assert "Đính chính" in html
    assert "02/11/2026" in html


def test_a_hidden_document_is_not_referred_to(client, home):
    document = LegalDocumentPageFactory(number="77/KH-UBND")
    article = ArticlePageFactory(parent=ColumnPageFactory())
    article.legal_references.set([document])
    article.save()
    assert "77/KH-UBND" in text(client, article.url)
    LegalDocumentPage.objects.get(pk=document.pk).unpublish()
    assert "77/KH-UBND" not in text(client, article.url)


def test_an_urgent_article_leads_until_its_time(client, home):
    column = ColumnPageFactory()
    for n in range(9):
        ArticlePageFactory(parent=column, title=f"Tin thường {n}")
    urgent = ArticlePageFactory(parent=column, title="Bão khẩn cấp", urgent=True, days_ago=30)
    urgent.urgent_until = timezone.now() + datetime.timedelta(hours=1)
    urgent.save()
    assert "Bão khẩn cấp</a></h1>" in text(client, "/")
    urgent.urgent_until = timezone.now() - datetime.timedelta(hours=1)
    urgent.save()
    assert "Bão khẩn cấp</a></h1>" not in text(client, "/")


def test_a_column_lists_its_own_articles_and_marks_its_tab(client, home):
    one, two = ColumnPageFactory(title="Mục một"), ColumnPageFactory(title="Mục hai")
    ArticlePageFactory(parent=one, title="Bài của một")
    ArticlePageFactory(parent=two, title="Bài của hai")
    html = text(client, one.url)
    assert "Bài của một" in html
    assert "Bài của hai" not in html
    assert 'class="on" aria-current="page">Mục một' in html


def test_default_tasks_of_a_column_can_be_chosen(home):
    task = PlanTaskFactory()
    column = ColumnPageFactory()
    column.default_plan_tasks.set([task])
    column.save()
    assert [t.pk for t in type(column).objects.get(pk=column.pk).default_plan_tasks.all()] == [
        task.pk
    ]


def test_people_of_a_story_are_named_only_if_they_agreed(client, home):
    story = StoryPageFactory()
    StoryPerson.objects.create(story=story, name="Lường Thị Đồng Ý", consented=True)
    StoryPerson.objects.create(story=story, name="Hoàng Văn Im Lặng", consented=False)
    html = text(client, story.url)
    assert "Lường Thị Đồng Ý" in html
    assert "Im Lặng" not in html
    assert "Im Lặng" not in str(story.serializable_data())


def test_a_story_shows_its_numbers_and_hides_a_hidden_startup(client, home):
    startup = StartupPageFactory(title="Nhà Nước Trong")
    story = StoryPageFactory(startup=startup)
    story.results.add(StoryResult(label="Giá bán", before="18.000", value="45.000"))
    story.save()
    html = text(client, story.url)
    assert "45.000" in html
    assert "Nhà Nước Trong" in html
    startup.unpublish()
    assert "Nhà Nước Trong" not in text(client, story.url)


@pytest.mark.parametrize("url", ["/", "/tin-tuc/", "/tim-kiem/?q=bai", "/rss/"])
def test_lists_cost_the_same_with_10_and_with_50_items(
    client, home, url, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    column = ColumnPageFactory()

    def queries():
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as caught:
            text(client, url)
        return len(caught)

    for _ in range(10):
        ArticlePageFactory(parent=column)
    few = queries()
    for _ in range(40):
        ArticlePageFactory(parent=column)
    assert ArticlePage.objects.visible().count() == 50
    assert queries() == few
