"""Facets: the ways to narrow a list, each with how it is read, applied, counted and told.

Nothing a visitor puts into the address can raise: what is not understood is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractMonth
from django.utils.translation import gettext_lazy as _

from core.kinds import CONTENT_KINDS
from vietnamese import ALPHABET


@dataclass(frozen=True)
class Choice:
    """One link of a facet: its value, label, how many items it would leave, where it leads."""

    value: str
    label: str
    count: int
    url: str
    active: bool = False


class Facet:
    """One way to narrow a list. Subclasses say how to read, apply and count it."""

    param: ClassVar[str] = ""
    label: Any = ""
    shown = True

    def parse(self, raw: str) -> Any:
        """The value meant by the text of the address, or None if it means nothing."""
        raise NotImplementedError

    def apply(self, queryset: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """Narrow the list."""
        raise NotImplementedError

    def counts(self, queryset: QuerySet[Any]) -> Iterable[tuple[str, str, int]]:
        """(value, label, count) of what the list offers, in the order to show."""
        raise NotImplementedError

    def describe(self, value: Any) -> str:
        """The chosen value in words."""
        return str(value)


class ColumnFacet(Facet):
    """A facet over a column with fixed choices (text choices)."""

    def __init__(
        self, param: str, label: Any, field: str, choices: Iterable[tuple[str, Any]]
    ) -> None:
        self.param = param  # type: ignore[misc]
        self.label = label
        self.field = field
        self.choices = dict(choices)

    def parse(self, raw: str) -> Any:
        return raw if raw in self.choices else None

    def apply(self, queryset: QuerySet[Any], value: Any) -> QuerySet[Any]:
        return queryset.filter(**{self.field: value})

    def counts(self, queryset: QuerySet[Any]) -> Iterable[tuple[str, str, int]]:
        rows = queryset.order_by().values_list(self.field).annotate(Count("pk", distinct=True))
        found = dict(rows)
        return [(v, str(text), found[v]) for v, text in self.choices.items() if found.get(v)]

    def describe(self, value: Any) -> str:
        return str(self.choices.get(value, value))


class TermFacet(Facet):
    """A facet over a foreign key or many-to-many to a `NamedTerm`."""

    def __init__(self, param: str, label: Any, field: str) -> None:
        self.param = param  # type: ignore[misc]
        self.label = label
        self.field = field

    def parse(self, raw: str) -> Any:
        return raw if raw.isascii() and len(raw) <= 120 else None

    def apply(self, queryset: QuerySet[Any], value: Any) -> QuerySet[Any]:
        return queryset.filter(**{f"{self.field}__slug": value})

    def counts(self, queryset: QuerySet[Any]) -> Iterable[tuple[str, str, int]]:
        slug, name, order = (f"{self.field}__{part}" for part in ("slug", "name", "name_sort"))
        rows = (
            queryset.order_by(order)
            .exclude(**{f"{self.field}__isnull": True})
            .values_list(slug, name, order)
            .annotate(n=Count("pk", distinct=True))
        )
        return [(row[0], row[1], row[3]) for row in rows]


class TopicFacet(TermFacet):
    """Items whose first topic is the chosen one."""

    def __init__(self) -> None:
        super().__init__("chu-de", _("Chủ đề"), "primary_topic")


class KindFacet(ColumnFacet):
    """What an item is."""

    def __init__(self) -> None:
        super().__init__(
            "loai", _("Loại"), "kind", [(kind.value, kind.label) for kind in CONTENT_KINDS]
        )


class YearFacet(Facet):
    """Archive by year."""

    param = "nam"
    label = _("Năm")

    def parse(self, raw: str) -> Any:
        return (
            int(raw)
            if raw.isascii() and raw.isdigit() and len(raw) == 4 and raw != "0000"
            else None
        )

    def apply(self, queryset: QuerySet[Any], value: Any) -> QuerySet[Any]:
        return queryset.filter(year=value)

    def counts(self, queryset: QuerySet[Any]) -> Iterable[tuple[str, str, int]]:
        rows = (
            queryset.exclude(year=None)
            .order_by("-year")
            .values_list("year")
            .annotate(Count("pk", distinct=True))
        )
        return [(str(year), str(year), count) for year, count in rows]


class MonthFacet(Facet):
    """Archive by month of the chosen year (of all years, if none is chosen)."""

    param = "thang"
    label = _("Tháng")

    def parse(self, raw: str) -> Any:
        return int(raw) if raw in {str(month) for month in range(1, 13)} else None

    def apply(self, queryset: QuerySet[Any], value: Any) -> QuerySet[Any]:
        return queryset.filter(listed_at__month=value)

    def counts(self, queryset: QuerySet[Any]) -> Iterable[tuple[str, str, int]]:
        rows = (
            queryset.exclude(listed_at=None)
            .order_by()
            .annotate(month=ExtractMonth("listed_at"))
            .values_list("month")
            .annotate(n=Count("pk", distinct=True))
        )
        return [(str(month), self.describe(month), n) for month, n in sorted(rows, reverse=True)]

    def describe(self, value: Any) -> str:
        return f"Tháng {value}"


class LetterFacet(Facet):
    """The A–Z row, in Vietnamese order; letters without entries are shown but not linked."""

    param = "chu"
    label = _("Chữ cái")

    def parse(self, raw: str) -> Any:
        letter = raw.strip().upper()
        return letter if letter in ALPHABET or letter == "#" else None

    def apply(self, queryset: QuerySet[Any], value: Any) -> QuerySet[Any]:
        return queryset.filter(initial=value)

    def counts(self, queryset: QuerySet[Any]) -> Iterable[tuple[str, str, int]]:
        rows = queryset.order_by().values_list("initial").annotate(Count("pk", distinct=True))
        found = dict(rows)
        letters = [*ALPHABET, "#"] if found.get("#") else ALPHABET
        return [(letter, letter, found.get(letter, 0)) for letter in letters]
