"""The QuerySet over all content: `visible()` is the only way to what the public may see."""

from typing import Self

from django.db.models import Q
from django.db.models.functions import Substr
from django.db.models.lookups import In
from django.utils import timezone
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from core.visibility import closed_prefixes
from vietnamese import fold


class BasePageQuerySet(PageQuerySet):
    """Words of the domain over `core.BasePage` and its subclasses."""

    def visible(self) -> Self:
        """What the public may see: live, not expired, not withdrawn, every ancestor likewise."""
        now = timezone.now()
        queryset = self.filter(
            Q(expire_at__isnull=True) | Q(expire_at__gt=now), live=True, withdrawn_at__isnull=True
        )
        for length, paths in closed_prefixes().items():
            queryset = queryset.exclude(In(Substr("path", 1, length), paths))
        return queryset

    def content(self) -> Self:
        """Items a reader looks for, not the listings that hold them."""
        from core.kinds import Kind

        return self.exclude(kind=Kind.LISTING)

    def newest_first(self) -> Self:
        """By the moment an item is archived under; the key breaks ties so that paging is stable."""
        return self.order_by("-listed_at", "-pk")

    def by_title(self) -> Self:
        """In Vietnamese order."""
        return self.order_by("title_sort", "pk")

    def on_topic(self, topic: object) -> Self:
        """Items filed under a topic, as their first or any other."""
        return self.filter(Q(primary_topic=topic) | Q(topics=topic)).distinct()

    def serving_task(self, task: object) -> Self:
        """Items that serve a task of the plan."""
        return self.filter(plan_tasks=task)

    def containing(self, query: str) -> Self:
        """Items whose title or sapo hold every word of `query`, marks ignored."""
        queryset = self
        for word in fold(query).split()[:12]:
            queryset = queryset.filter(folded_text__contains=word)
        return queryset

    def for_cards(self) -> Self:
        """With the lead picture and its renditions, so that a list costs the same at any length."""
        return self.select_related("lead_image", "primary_topic").prefetch_related(
            "lead_image__renditions"
        )


class BasePageManager(PageManager.from_queryset(BasePageQuerySet)):  # type: ignore[misc]
    """Default manager of every page type."""
