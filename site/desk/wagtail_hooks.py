"""Registrations of the desk with the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from wagtail import hooks

from desk.panels import AttentionPanel, MinePanel
from desk.summary import ITEMS
from desk.views import AttentionView


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    """The lists behind the lines."""
    return [path("can-de-mat/<slug:key>/", AttentionView.as_view(), name="desk_attention")]


@hooks.register("construct_homepage_panels", order=50)
def panels(request: HttpRequest, panels: list[Any]) -> None:
    """One's own items in place of Wagtail's list of recent edits; what needs an eye."""
    panels[:] = [panel for panel in panels if panel.name != "recent_edits"]
    panels += [MinePanel(), AttentionPanel()]


@hooks.register("construct_homepage_summary_items", order=1000)
def summary(request: HttpRequest, items: list[Any]) -> None:
    """Our figures in place of Wagtail's."""
    items[:] = [item(request) for item in ITEMS]
