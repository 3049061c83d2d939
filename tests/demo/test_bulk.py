"""Thousands of generated articles, and away again."""

from django.core.management import call_command
from wagtail.models import Page

from core.models import BasePage
from demo.bulk import SLUG, add_articles, remove_articles
from news.models import ArticlePage
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.soup import read, words


def test_they_are_real_pages_in_a_sound_tree_and_leave_no_trace(client, home):
    columns = [ColumnPageFactory(title=name) for name in ("Một", "Hai")]
    own = ArticlePageFactory(parent=columns[0], title="Bài thật")
    before = Page.objects.count()
    assert add_articles(7) == 7
    assert add_articles(3) == 3
    assert not any(Page.find_problems()[:4])
    made = ArticlePage.objects.visible().filter(slug__startswith=SLUG)
    assert made.count() == 10
    assert made.values("path").distinct().count() == 10
    page = made.newest_first().first()
    assert page.is_sample
    soup = read(client, page.url)
    assert words(soup.h1) == page.title
    assert len(soup.select(".body p")) >= 3
    lists = [client.get(column.url).content.decode() for column in columns]
    assert any(page.title in html for html in lists)
    assert remove_articles() == 10
    assert Page.objects.count() == before
    assert not any(Page.find_problems())
    assert BasePage.objects.visible().filter(pk=own.pk).exists()


def test_what_people_wrote_under_such_an_address_stays_and_no_address_comes_twice(client, home):
    column = ColumnPageFactory()
    own = ArticlePageFactory(parent=column, title="Bài", slug=f"{SLUG}-cua-tinh")
    add_articles(8)
    ArticlePage.objects.get(slug=f"{SLUG}-3").delete()
    add_articles(4)
    paths = list(ArticlePage.objects.values_list("url_path", flat=True))
    assert len(paths) == len(set(paths)) == 12
    remove_articles()
    assert list(ArticlePage.objects.all()) == [own]


def test_the_command_adds_and_removes(home, capsys):
    ColumnPageFactory()
    call_command("load_demo", "--bulk", "4")
    call_command("load_demo", "--no-bulk")
    assert capsys.readouterr().out.count("4 bài tạo sẵn") == 2
