"""Filtered, counted, paged lists: one object drives a listing, its feed and its calendar.

Parameters are the same everywhere: `q loai chu-de linh-vuc nam thang chu trang` and what a listing
adds. Nothing a visitor puts into the address can raise: what is not understood is left out.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractMonth
from django.http import HttpRequest

from core.facets import (
    Choice,
    ColumnFacet,
    Facet,
    KindFacet,
    LetterFacet,
    MonthFacet,
    TermFacet,
    TopicFacet,
    YearFacet,
)
from vietnamese import clean

MAX_QUERY = 200


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
        self._rows: dict[str, dict[str, Any]] = {}
        for facet in self.facets:
            raw = clean(request.GET.get(facet.param, ""))
            value = facet.parse(raw) if raw else None
            if value is not None:
                self.values[facet.param] = value

    # --- results --------------------------------------------------------------------------------
    def narrowed(self, *, leaving_out: Collection[str] = ()) -> QuerySet[Any]:
        """The list under all chosen facets, but for those left out."""
        queryset = self.base
        if self.query:
            queryset = queryset.containing(self.query)  # type: ignore[attr-defined]
        for facet in self.facets:
            if facet.param in self.values and facet.param not in leaving_out:
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
    def plain_page_url(self) -> str:
        """The page shown, of the list without any choice: its one address for search engines."""
        pairs = {**self.fixed, **({"trang": self.page.number} if self.page.number > 1 else {})}
        return f"{self.base_url}?{urlencode(pairs)}" if pairs else self.base_url

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
    @property
    def choices(self) -> list[dict[str, Any]]:
        """Every facet with its counted links: [{param, label, value, choices}]."""
        return [self._counted(facet) for facet in self.facets]

    def facet(self, param: str) -> dict[str, Any] | None:
        """One of `choices` by its parameter; the others are not counted for it."""
        return next((self._counted(facet) for facet in self.facets if facet.param == param), None)

    def _counted(self, facet: Facet) -> dict[str, Any]:
        if facet.param not in self._rows:
            self._rows[facet.param] = {
                "param": facet.param,
                "label": facet.label,
                "value": self.values.get(facet.param),
                "choices": self._choices_of(facet),
            }
        return self._rows[facet.param]

    def _choices_of(self, facet: Facet) -> list[Choice]:
        chosen = self.values.get(facet.param)
        rows = []
        for value, label, count in facet.counts(self.narrowed(leaving_out=[facet.param])):
            active = chosen is not None and str(chosen) == value
            target = None if active else value
            rows.append(Choice(value, label, count, self.url(**{facet.param: target}), active))
        return rows

    def archive(self) -> list[dict[str, Any]]:
        """Years with their months and counts, newest first, under all other choices.

        Returns:
            [{label, url, active, count, months: [{label, url, active, count}]}]; months only for
            the year that is open: the chosen one, else the newest.
        """
        rows = (
            self.narrowed(leaving_out=["nam", "thang"])
            .exclude(year=None)
            .order_by()
            .annotate(month=ExtractMonth("listed_at"))
            .values_list("year", "month")
            .annotate(n=Count("pk", distinct=True))
        )
        years: dict[int, dict[int, int]] = {}
        for year, month, count in sorted(rows, reverse=True):
            years.setdefault(year, {})[month] = count
        opened = self.values.get("nam") or next(iter(years), None)
        return [self._archived(year, months, year == opened) for year, months in years.items()]

    def _archived(self, year: int, months: dict[int, int], opened: bool) -> dict[str, Any]:
        chosen, month_chosen = self.values.get("nam") == year, self.values.get("thang")
        return {
            "label": str(year),
            "url": self.url(nam=year, thang=None),
            "active": chosen and not month_chosen,
            "count": sum(months.values()),
            "months": [
                {
                    "label": MonthFacet().describe(month),
                    "url": self.url(nam=year, thang=month),
                    "active": chosen and month == month_chosen,
                    "count": count,
                }
                for month, count in months.items()
                if opened
            ],
        }

    @cached_property
    def active(self) -> list[dict[str, str]]:
        """What is chosen, in words, each with the address that takes it away."""
        rows = []
        if self.query:
            rows.append({"label": f"“{self.query}”", "url": self.url(q=None)})
        for facet in self.facets:
            if facet.param in self.values:
                row = self._counted(facet)
                labels = {choice.value: choice.label for choice in row["choices"]}
                label = labels.get(str(row["value"]), str(row["value"]))
                rows.append({"label": str(label), "url": self.url(**{facet.param: None})})
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
