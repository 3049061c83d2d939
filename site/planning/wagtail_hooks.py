"""Registrations of planning with the admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import register_snippet

from core.models import BasePage
from planning import starting
from planning.models import PlanEntry
from planning.panels import WeekPanel
from planning.views import calendar, entries, writing
from planning.viewsets import PieceTemplateViewSet
from vietnamese import format_date

register_snippet(PieceTemplateViewSet)
hooks.register("before_create_page", starting.remember)
hooks.register("after_create_page", starting.tie_new_page)


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    """The calendar, its entries, and the screens that start a page."""
    entry = "lich/<int:entry_id>/"
    return [
        path("lich/", calendar.CalendarView.as_view(), name="planning_calendar"),
        path("lich/them/", entries.AddEntryView.as_view(), name="planning_entry_add"),
        path(entry, entries.ChangeEntryView.as_view(), name="planning_entry"),
        path(f"{entry}bo/", entries.DropView.as_view(), name="planning_entry_drop"),
        path(f"{entry}viet/", entries.WriteEntryView.as_view(), name="planning_entry_write"),
        path(f"{entry}viet-lai/", entries.RewriteView.as_view(), name="planning_entry_rewrite"),
        path("lich/trang/<int:page_id>/", entries.PageDayView.as_view(), name="planning_page"),
        path("viet/", writing.WriteIndexView.as_view(), name="planning_write_index"),
        path("viet/<slug:kind>/", writing.WriteView.as_view(), name="planning_write"),
    ]


class WriteMenuItem(MenuItem):
    """For those who may write somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may."""
        return bool(page_permission_policy.user_has_permission(request.user, "add"))


class CalendarMenuItem(MenuItem):
    """For those who plan."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may."""
        return bool(request.user.has_perm("planning.add_planentry"))


@hooks.register("register_admin_menu_item")
def write_menu_item() -> MenuItem:
    """At the top."""
    url = reverse_lazy("planning_write_index")
    return WriteMenuItem(_("Viết"), url, name="write", icon_name="edit", order=10)


@hooks.register("register_admin_menu_item")
def calendar_menu_item() -> MenuItem:
    """Below the pages."""
    url = reverse_lazy("planning_calendar")
    label = _("Lịch biên tập")
    return CalendarMenuItem(label, url, name="plan", icon_name="calendar-alt", order=150)


@hooks.register("construct_homepage_panels")
def panels(request: HttpRequest, panels: list[Any]) -> None:
    """The week."""
    panels.append(WeekPanel())


@hooks.register("register_page_header_buttons")
def planned_day(
    page: Any, user: Any, next_url: str | None = None, view_name: str = ""
) -> Iterator[Button]:
    """The day a page is to appear, and the way to change it."""
    page = page.specific
    listed = isinstance(page, BasePage) and page.kind != "danh-muc"
    if not listed or not user.has_perm("planning.add_planentry"):
        return
    if not page.permissions_for_user(user).can_edit():
        return
    entry = PlanEntry.objects.open().filter(page_id=page.pk).first()
    label = _("Ngày dự kiến")
    if entry:
        label = _("Ngày dự kiến: %s") % format_date(entry.planned_on)
    url = reverse("planning_page", args=[page.pk])
    yield Button(label, url=url, icon_name="calendar-alt", priority=65)
