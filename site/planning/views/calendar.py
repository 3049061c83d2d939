"""The editorial calendar."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from core.holidays import known_holidays
from planning.calendar import CalendarItem, Day, What, all_items, days
from planning.forms import FilterForm
from planning.years import month_of, week_of

PLAN = "planning.add_planentry"
YEARS = range(2000, 2101)


class ForWriters(WagtailAdminTemplateMixin):
    """Screens for those who plan and write."""

    header_icon = "calendar-alt"
    _show_breadcrumbs = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Nobody else."""
        if not request.user.has_perm(PLAN):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def trail(self, *steps: tuple[str, Any]) -> list[dict[str, Any]]:
        """Home, then these."""
        rows = [{"url": url, "label": label} for url, label in steps]
        return [*super().get_breadcrumbs_items(), *rows]


class CalendarView(ForWriters, TemplateView):
    """A month: a table on a wide screen, a list by day on a phone."""

    template_name = "planning/admin/calendar.html"
    page_title = _("Lịch biên tập")

    @cached_property
    def first(self) -> date:
        """The first day of the month asked for, this month's by default."""
        this_month = timezone.localdate().replace(day=1)
        try:
            asked = date.fromisoformat(f"{self.request.GET.get('thang', '')}-01")
        except ValueError:
            return this_month
        return asked if asked.year in YEARS else this_month

    @cached_property
    def filter_form(self) -> FilterForm:
        """By kind and writer."""
        return FilterForm(self.request.GET, user=self.request.user)

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """To plan something new."""
        url = reverse("planning_entry_add")
        return [HeaderButton(_("Thêm vào lịch"), url=url, icon_name="plus")]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, here."""
        return self.trail(("", self.page_title))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The weeks and the ways to other months."""
        first, last = month_of(self.first)
        return super().get_context_data(
            weeks=self.weeks(first, last),
            month=first,
            before=first - timedelta(days=1),
            after=last + timedelta(days=1),
            filter_form=self.filter_form,
            query=self.query,
            whats=What,
            media=self.filter_form.media,
            **kwargs,
        )

    @property
    def query(self) -> str:
        """The filters, for links to other months."""
        kept = self.request.GET.copy()
        kept.pop("thang", None)
        return f"&{kept.urlencode()}" if kept else ""

    def weeks(self, first: date, last: date) -> list[list[Day]]:
        """Whole weeks, Monday first."""
        start, end = week_of(first)[0], week_of(last)[1]
        items = [item for item in all_items(self.request, start, end) if self.wanted(item)]
        holidays = known_holidays()
        found = days(start, end, items)
        for day in found:
            day.is_outside = not first <= day.day <= last
            day.is_holiday = day.day in holidays
        return [found[number : number + 7] for number in range(0, len(found), 7)]

    def wanted(self, item: CalendarItem) -> bool:
        """Whether it passes the filters; what is no choice is no filter."""
        self.filter_form.is_valid()
        chosen = self.filter_form.cleaned_data
        kind, writer = chosen.get("loai"), chosen.get("nguoi")
        return (not kind or item.kind == kind) and (not writer or item.writer_id == writer.pk)

    def get_page_subtitle(self) -> str:
        """`Tháng 11/2026`."""
        return gettext("Tháng %(month)s/%(year)s") % {
            "month": self.first.month,
            "year": self.first.year,
        }
