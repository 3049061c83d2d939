"""Filtered, counted, paged lists: one object drives a listing, its feed and its calendar.

Parameters are the same everywhere: `q loai chu-de linh-vuc nam thang chu trang` and what a listing
adds. Nothing a visitor puts into the address can raise: what is not understood is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractMonth
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.kinds import CONTENT_KINDS
from vietnamese import ALPHABET, clean

MAX_QUERY = 200


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


class Listing:
    """A queryset narrowed by the address of a request.

    Args:
        request: its GET parameters choose facets, words and page.
        queryset: a `visible()` queryset in its final order.
    """

    facets: ClassVar[list[Facet]] = []
    page_size: ClassVar[int] = 10
    searchable: ClassVar[bool] = True
    fixed: ClassVar[dict[str, str]] = {}

    def __init__(
        self, request: HttpRequest, queryset: QuerySet[Any], base_url: str | None = None
    ) -> None:
        self.base = queryset
        self.base_url = request.path if base_url is None else base_url
        self.view = clean(request.GET.get("xem", ""))[:20]
        self.query = clean(request.GET.get("q", ""))[:MAX_QUERY] if self.searchable else ""
        self.raw_page = request.GET.get("trang", "1")
        self.values: dict[str, Any] = {}
        for facet in self.facets:
            raw = clean(request.GET.get(facet.param, ""))
            value = facet.parse(raw) if raw else None
            if value is not None:
                self.values[facet.param] = value

    # --- results --------------------------------------------------------------------------------
    def narrowed(self, *, leaving_out: str = "") -> QuerySet[Any]:
        """The list under all chosen facets, but for one."""
        queryset = self.base
        if self.query:
            queryset = queryset.containing(self.query)  # type: ignore[attr-defined]
        for facet in self.facets:
            if facet.param in self.values and facet.param != leaving_out:
                queryset = facet.apply(queryset, self.values[facet.param])
        return queryset

    @cached_property
    def results(self) -> QuerySet[Any]:
        """Everything that matches, in order."""
        return self.narrowed()

    @cached_property
    def page(self) -> PaginatorPage[Any]:
        """The page asked for; the first for nonsense, the last for one too far."""
        queryset = self.results
        if hasattr(queryset, "for_cards"):
            queryset = queryset.for_cards()
        return Paginator(queryset, self.page_size).get_page(self.raw_page)

    @property
    def count(self) -> int:
        """How many match."""
        return self.page.paginator.count

    @property
    def is_filtered(self) -> bool:
        """Whether anything was chosen."""
        return bool(self.values or self.query)

    # --- links ----------------------------------------------------------------------------------
    def url(self, **changes: Any) -> str:
        """The address of this list with some parameters changed (None takes one away)."""
        params: dict[str, Any] = {**self.fixed, "q": self.query or None}
        params |= {facet.param: self.values.get(facet.param) for facet in self.facets}
        params |= {key.replace("_", "-"): value for key, value in changes.items()}
        pairs = [(key, value) for key, value in params.items() if value not in (None, "")]
        return f"{self.base_url}?{urlencode(pairs)}" if pairs else self.base_url

    def page_url(self, number: int) -> str:
        """The address of one page."""
        return self.url(trang=number if number > 1 else None)

    @property
    def clear_url(self) -> str:
        """The list without any choice."""
        return f"{self.base_url}?{urlencode(self.fixed)}" if self.fixed else self.base_url

    @property
    def filter_url(self) -> str:
        """The page of filters for the phone."""
        return self.url(xem="loc")

    @property
    def is_filter_page(self) -> bool:
        """Whether the phone's page of filters is asked for."""
        return self.view == "loc"

    def pages(self) -> list[dict[str, Any]]:
        """Page numbers to show, gaps as None: [{number, url, current}]."""
        rows = []
        for number in self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=1, on_ends=1
        ):
            is_number = isinstance(number, int)
            rows.append(
                {
                    "number": number if is_number else None,
                    "url": self.page_url(number) if isinstance(number, int) else "",
                    "current": number == self.page.number,
                }
            )
        return rows

    # --- facets ---------------------------------------------------------------------------------
    @cached_property
    def choices(self) -> list[dict[str, Any]]:
        """Every facet with its counted links: [{param, label, value, choices}]."""
        return [
            {
                "param": facet.param,
                "label": facet.label,
                "value": self.values.get(facet.param),
                "choices": self._choices_of(facet),
            }
            for facet in self.facets
        ]

    def facet(self, param: str) -> dict[str, Any] | None:
        """One of `choices` by its parameter."""
        return next((row for row in self.choices if row["param"] == param), None)

    def _choices_of(self, facet: Facet) -> list[Choice]:
        chosen = self.values.get(facet.param)
        rows = []
        for value, label, count in facet.counts(self.narrowed(leaving_out=facet.param)):
            active = chosen is not None and str(chosen) == value
            target = None if active else value
            rows.append(Choice(value, label, count, self.url(**{facet.param: target}), active))
        return rows

    @property
    def active(self) -> list[dict[str, str]]:
        """What is chosen, in words, each with the address that takes it away."""
        rows = []
        if self.query:
            rows.append({"label": f"“{self.query}”", "url": self.url(q=None)})
        for row in self.choices:
            if row["value"] is not None:
                labels = {choice.value: choice.label for choice in row["choices"]}
                label = labels.get(str(row["value"]), str(row["value"]))
                rows.append({"label": str(label), "url": self.url(**{row["param"]: None})})
        return rows


__all__ = [
    "Choice",
    "ColumnFacet",
    "Facet",
    "KindFacet",
    "LetterFacet",
    "Listing",
    "MonthFacet",
    "TermFacet",
    "TopicFacet",
    "YearFacet",
]
