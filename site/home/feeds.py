"""Listings that can be followed and whose own app may not know of feeds."""

from collections.abc import Iterator

from feeds.registry import Source


def sources() -> Iterator[Source]:
    """The library of documents."""
    from library.models import LegalDocumentIndexPage

    for page in LegalDocumentIndexPage.objects.visible():
        yield Source(page.title, page.url, page.intro)
