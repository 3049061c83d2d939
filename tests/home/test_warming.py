"""Renditions are made before the first reader comes."""

from django.core.cache import cache

from home.warming import warm, warm_some
from library.models import CustomRendition
from tests.factories.library import make_image
from tests.factories.news import ArticlePageFactory, ColumnPageFactory


def test_a_warm_page_makes_no_rendition_for_its_first_reader(client, home):
    cache.clear()
    page = ArticlePageFactory(parent=ColumnPageFactory(), lead_image=make_image())
    assert warm(page)
    made = CustomRendition.objects.count()
    assert made > 3
    client.get(page.url)
    assert CustomRendition.objects.count() == made


def test_the_clock_warms_a_few_at_a_time_and_each_once_until_it_changes(home):
    cache.clear()
    page = ArticlePageFactory(parent=ColumnPageFactory())
    total = sum(iter(lambda: warm_some(limit=2), 0))
    assert total >= 3
    assert warm_some() == 0
    page.save_revision().publish()
    assert warm_some() == 1
