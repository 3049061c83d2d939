"""Registrations of news with the admin."""

from typing import Any

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from news.viewsets import ArticleListing, StoryListing, StoryPersonViewSet

register_snippet(StoryPersonViewSet)


@hooks.register("register_admin_viewset")
def listings() -> list[Any]:
    """Listings of each kind."""
    return [ArticleListing(), StoryListing()]
