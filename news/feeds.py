"""Listings of news that can be followed."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from feeds.registry import Source


def sources() -> Iterator[Source]:
    """The news index, its columns, the stories."""
    from news.models import NewsIndexPage, StoryIndexPage

    for index in NewsIndexPage.objects.visible():
        yield Source(index.title, index.url, _("Mọi tin, mới nhất trước"))
        for column in index.columns():
            yield Source(column.title, column.url, column.intro, level=1)
    for page in StoryIndexPage.objects.visible():
        yield Source(page.title, page.url, page.intro)
