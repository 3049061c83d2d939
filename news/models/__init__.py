"""Models of news."""

from news.models.article import ArticlePage
from news.models.correction import Correction, StoryCorrection
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
    "StoryCorrection",
    "StoryIndexPage",
    "StoryMoment",
    "StoryPage",
    "StoryPerson",
    "StoryResult",
]
