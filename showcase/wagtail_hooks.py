"""Registrations of showcase with the admin."""

from typing import Any

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from showcase.viewsets import (
    ContactViewSet,
    FounderViewSet,
    NeighbourhoodViewSet,
    ProductListing,
    SectorViewSet,
    StartupListing,
)

register_snippet(ContactViewSet)
register_snippet(FounderViewSet)
register_snippet(NeighbourhoodViewSet)
register_snippet(SectorViewSet)


@hooks.register("register_admin_viewset")
def listings() -> list[Any]:
    """Listings of each kind."""
    return [StartupListing(), ProductListing()]
