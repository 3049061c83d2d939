"""Registrations of events with the admin."""

from typing import Any

from wagtail import hooks

from events.calendar import session_items
from events.viewsets import EventListing, SpaceListing
from planning.calendar import HOOK


@hooks.register("register_admin_viewset")
def listings() -> list[Any]:
    """Listings of each kind."""
    return [EventListing(), SpaceListing()]


hooks.register(HOOK, session_items)
