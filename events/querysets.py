"""Words of the domain over events: past, running and upcoming are told apart by the minute."""

from datetime import datetime
from typing import Self

from django.utils import timezone

from core.querysets import BasePageManager, BasePageQuerySet


class EventQuerySet(BasePageQuerySet):
    """Events. `now` defaults to this minute; pass it to ask about another."""

    def for_cards(self) -> Self:
        """With picture, sessions and their spaces."""
        return super().for_cards().prefetch_related("sessions__space")

    def upcoming(self, now: datetime | None = None) -> Self:
        """Not yet begun, the soonest first."""
        return self.filter(starts_at__gt=now or timezone.now()).order_by("starts_at", "pk")

    def running(self, now: datetime | None = None) -> Self:
        """Begun and not over, the soonest to end first."""
        now = now or timezone.now()
        return self.filter(starts_at__lte=now, ends_at__gt=now).order_by("ends_at", "pk")

    def past(self, now: datetime | None = None) -> Self:
        """Over, the latest first."""
        return self.filter(ends_at__lte=now or timezone.now()).order_by("-starts_at", "-pk")

    def not_over(self, now: datetime | None = None) -> Self:
        """Running or upcoming, the soonest first."""
        return self.filter(ends_at__gt=now or timezone.now()).order_by("starts_at", "pk")

    def showing(self, products: object) -> Self:
        """Events where one of these products is exhibited."""
        return self.filter(exhibitors__product__in=products).distinct()


EventManager = BasePageManager.from_queryset(EventQuerySet)
