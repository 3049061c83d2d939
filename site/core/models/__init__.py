"""Models of core: the base page, its shared columns, controlled topics, free tags, plan tasks."""

from core.models.base import BasePage
from core.models.mixins import ListingMixin, WithBody
from core.models.plan import PlanTask
from core.models.syndicated import Syndicated
from core.models.tags import PageTag, Tag
from core.models.topics import NamedTerm, Topic

__all__ = [
    "BasePage",
    "ListingMixin",
    "NamedTerm",
    "PageTag",
    "PlanTask",
    "Syndicated",
    "Tag",
    "Topic",
    "WithBody",
]
