"""Columns, articles, stories."""

import factory

from news.models import ArticlePage, ColumnPage, NewsIndexPage, StoryIndexPage, StoryPage
from tests.factories.pages import BasePageFactory


class ColumnPageFactory(BasePageFactory):
    title = factory.Sequence(lambda n: f"Chuyên mục {n}")
    sapo = None
    parent = factory.LazyFunction(NewsIndexPage.objects.get)

    class Meta:
        model = ColumnPage


class ArticlePageFactory(BasePageFactory):
    """An article; needs `parent` (a column)."""

    title = factory.Sequence(lambda n: f"Bài tin số {n}")

    class Meta:
        model = ArticlePage


class StoryPageFactory(BasePageFactory):
    title = factory.Sequence(lambda n: f"Câu chuyện số {n}")
    parent = factory.LazyFunction(StoryIndexPage.objects.get)

    class Meta:
        model = StoryPage
