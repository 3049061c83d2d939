"""Words of the domain over articles and stories."""

from typing import Self

from django.db.models import Q
from django.utils import timezone

from core.querysets import BasePageManager, BasePageQuerySet


class ArticleQuerySet(BasePageQuerySet):
    """Articles."""

    def urgent(self) -> Self:
        """Urgent and not yet past their time."""
        now = timezone.now()
        return self.filter(Q(urgent_until__isnull=True) | Q(urgent_until__gt=now), urgent=True)

    def in_column(self, column: object) -> Self:
        """Articles of one column."""
        return self.child_of(column)


class StoryQuerySet(BasePageQuerySet):
    """Success stories."""

    def for_cards(self) -> Self:
        """With picture and startup."""
        return super().for_cards().select_related("startup")


ArticleManager = BasePageManager.from_queryset(ArticleQuerySet)
StoryManager = BasePageManager.from_queryset(StoryQuerySet)
