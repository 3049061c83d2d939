"""The order and filters a person last used in a listing come back next time."""

from typing import Any

from django.http import QueryDict

from writing.models import SavedView

PASSING = ("p", "_w_filter_fragment", "export", "xoa")
"""Of the address, what is not worth keeping."""


def remember(*, user: Any, listing: str, query: QueryDict) -> None:
    """Keep what is asked now; nothing asked, nothing kept."""
    kept = query.copy()
    for name in PASSING:
        kept.pop(name, None)
    for name in list(kept):
        values = [value for value in kept.getlist(name) if value]
        if values:
            kept.setlist(name, values)
        else:
            del kept[name]
    words = kept.urlencode()
    if not words or len(words) > SavedView._meta.get_field("query").max_length:
        forget(user=user, listing=listing)
    elif words != last_used(user=user, listing=listing):
        SavedView.objects.update_or_create(user=user, listing=listing, defaults={"query": words})


def last_used(*, user: Any, listing: str) -> str:
    """The query string; '' for none."""
    found = SavedView.objects.filter(user=user, listing=listing).values_list("query", flat=True)
    return found.first() or ""


def forget(*, user: Any, listing: str) -> None:
    """Begin anew."""
    SavedView.objects.filter(user=user, listing=listing).delete()
