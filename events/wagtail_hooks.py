"""Registrations of events with the admin."""

from typing import Any

from wagtail import hooks

from events.viewsets import EventListing, SpaceListing


@hooks.register("register_admin_viewset")
def listings() -> list[Any]:
    """Listings of each kind."""
    return [EventListing(), SpaceListing()]
