"""Listings of events that can be followed."""

from collections.abc import Iterator

from feeds.registry import Source


def sources() -> Iterator[Source]:
    """Events and spaces."""
    from events.models import EventIndexPage, SpaceIndexPage

    for model in (EventIndexPage, SpaceIndexPage):
        for page in model.objects.visible():
            yield Source(page.title, page.url, page.intro)
