"""Models of news."""

from news.models.article import ArticlePage, Correction
from news.models.index import ColumnPage, NewsIndexPage
from news.models.story import (
    Recognition,
    StoryIndexPage,
    StoryMoment,
    StoryPage,
    StoryPerson,
    StoryResult,
)

__all__ = [
    "ArticlePage",
    "ColumnPage",
    "Correction",
    "NewsIndexPage",
    "Recognition",
    "StoryIndexPage",
    "StoryMoment",
    "StoryPage",
    "StoryPerson",
    "StoryResult",
]
