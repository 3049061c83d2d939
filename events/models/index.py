"""The list of events."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.kinds import Kind
from core.listing import ColumnFacet, Facet, Listing, MonthFacet, YearFacet
from core.models import BasePage, ListingMixin
from core.models.panels import TITLE
from events.models.event import EventKind, EventPage


class PhaseFacet(Facet):
    """Running, upcoming or past, told apart by the minute."""

    param = "luc"
    label = _("Khi nào")
    phases = {"dang": _("Đang diễn ra"), "sap": _("Sắp diễn ra"), "qua": _("Đã diễn ra")}

    def parse(self, raw: str) -> Any:
        return raw if raw in self.phases else None

    def apply(self, queryset: QuerySet[Any], value: Any) -> QuerySet[Any]:
        ways = {"dang": "running", "sap": "upcoming", "qua": "past"}
        return getattr(queryset, ways[value])()

    def counts(self, queryset: QuerySet[Any]) -> list[tuple[str, str, int]]:
        now = timezone.now()
        rows = queryset.order_by().values_list("starts_at", "ends_at", "pk").distinct()
        found = {"dang": 0, "sap": 0, "qua": 0}
        for starts_at, ends_at, _pk in rows:
            if starts_at:
                key = "sap" if starts_at > now else "dang" if ends_at > now else "qua"
                found[key] += 1
        return [(key, str(label), found[key]) for key, label in self.phases.items() if found[key]]


class EventListing(Listing):
    """Events by phase, kind, year and month."""

    page_size = 12
    facets = [
        PhaseFacet(),
        ColumnFacet("dang", _("Loại sự kiện"), "event_kind", EventKind.choices),
        YearFacet(),
        MonthFacet(),
    ]


class EventIndexPage(ListingMixin, BasePage):
    """All events; what runs and what comes stands first."""

    page_kind = Kind.LISTING
    page_description = _("Trang đầu của mục sự kiện.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]
    max_count = 1

    content_panels = [TITLE, *ListingMixin.intro_panels]

    class Meta:
        verbose_name = _("trang sự kiện")
        verbose_name_plural = _("trang sự kiện")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the listing; unfiltered, also what runs now and what comes next."""
        context = super().get_context(request, *args, **kwargs)
        events = EventPage.objects.visible().child_of(self)
        listing = EventListing(request, events.newest_first())
        context["listing"] = listing
        if not listing.is_filtered:
            context["ahead"] = events.not_over().for_cards()[:12]
        return context
