"""Words of the domain over startups and products."""

from typing import Any, Self

from django.db.models import OuterRef, Q, Subquery, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.utils import timezone

from core.models import BasePage
from core.querysets import BasePageManager, BasePageQuerySet
from showcase.choices import CertificateKind


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
        """With picture and stars; the maker's name is a column of the product."""
        return super().for_cards().with_stars()

    def with_stars(self) -> Self:
        """Adds `stars_today`: OCOP stars still valid today, 0 for none.

        Computed, not a column: a certificate ends by itself, without anybody saving the product.
        """
        from showcase.models import Certificate

        today = timezone.localdate()
        valid = Certificate.objects.filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=today),
            page=OuterRef("pk"),
            kind=CertificateKind.OCOP,
            stars__isnull=False,
        ).order_by("-stars")
        return self.annotate(stars_today=Coalesce(Subquery(valid.values("stars")[:1]), 0))


def events_with(products: Any, limit: int = 4) -> list[Any]:
    """Visible events not yet over that exhibit one of these products, the soonest first."""
    events = BasePage.objects.visible().filter(
        eventpage__exhibitors__product__in=products, eventpage__ends_at__gt=timezone.now()
    )
    found = [event.specific for event in events.distinct().order_by("listed_at", "pk")[:limit]]
    prefetch_related_objects(found, "sessions__space")
    return found


StartupManager = BasePageManager.from_queryset(StartupQuerySet)
ProductManager = BasePageManager.from_queryset(ProductQuerySet)
