"""Words of the domain over startups and products."""

from typing import Any, Self

from django.utils import timezone

from core.models import BasePage
from core.querysets import BasePageManager, BasePageQuerySet


class StartupQuerySet(BasePageQuerySet):
    """Startups."""

    def a_to_z(self) -> Self:
        """In Vietnamese order of their names."""
        return self.by_title()

    def for_cards(self) -> Self:
        """With picture, neighbourhood and sectors."""
        return super().for_cards().select_related("neighbourhood").prefetch_related("sectors")


class ProductQuerySet(BasePageQuerySet):
    """Products and solutions."""

    def made_by(self, startup: object) -> Self:
        """The products of one startup."""
        return self.child_of(startup)

    def for_cards(self) -> Self:
        """With picture; the maker's name is a column of the product."""
        return super().for_cards()


def events_with(products: Any, limit: int = 4) -> list[Any]:
    """Visible events not yet over that exhibit one of these products, the soonest first."""
    events = BasePage.objects.visible().filter(
        eventpage__exhibitors__product__in=products, eventpage__ends_at__gt=timezone.now()
    )
    found = events.distinct().order_by("listed_at", "pk")[:limit]
    return [event.specific for event in found]


StartupManager = BasePageManager.from_queryset(StartupQuerySet)
ProductManager = BasePageManager.from_queryset(ProductQuerySet)
