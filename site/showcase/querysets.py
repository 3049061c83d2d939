"""Words of the domain over startups and products."""

from typing import Self

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


StartupManager = BasePageManager.from_queryset(StartupQuerySet)
ProductManager = BasePageManager.from_queryset(ProductQuerySet)
