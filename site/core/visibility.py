"""Which branches of the page tree are closed to the public.

A page is public only if every ancestor is. Rather than join the ancestors of each row, the paths
of the closed branches are read once (there are few) and whole branches are left out by prefix.
Inside a request the answer is kept, so that ten lists on a page pay for one query.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.utils import timezone
from wagtail.models import Page

from core.kinds import CONTAINER_KINDS

_scope: ContextVar[dict[str, tuple[str, ...]] | None] = ContextVar("visibility", default=None)


@contextmanager
def visibility_scope() -> Iterator[None]:
    """Within it, the closed branches are read from the database at most once."""
    token = _scope.set({})
    try:
        yield
    finally:
        _scope.reset(token)


def forget() -> None:
    """Read the closed branches anew at the next question (the tree has just changed)."""
    kept = _scope.get()
    if kept is not None:
        kept.clear()


def closed_paths() -> tuple[str, ...]:
    """Tree paths of all branches closed to the public, none of them inside another."""
    kept = _scope.get()
    if kept is not None and "closed" in kept:
        return kept["closed"]
    closed = _read_closed_paths()
    if kept is not None:
        kept["closed"] = closed
    return closed


def closed_prefixes() -> dict[int, list[str]]:
    """The closed paths by length: one condition a length, however many branches are closed."""
    prefixes: dict[int, list[str]] = {}
    for path in closed_paths():
        prefixes.setdefault(len(path), []).append(path)
    return prefixes


def is_closed(path: str) -> bool:
    """Whether the page at this tree path lies in a closed branch."""
    return path.startswith(closed_paths())


def _read_closed_paths() -> tuple[str, ...]:
    over = Q(expire_at__lte=timezone.now()) | Q(basepage__withdrawn_at__isnull=False)
    off = Q(live=False) | over
    may_have_children = Q(basepage=None) | Q(basepage__kind__in=CONTAINER_KINDS)
    # Not `numchild`: saving a page read before a child was added writes an old number back.
    live_below = Page.objects.filter(
        live=True, path__gt=OuterRef("path"), path__lte=Concat(OuterRef("path"), Value("ZZZZZZZZ"))
    )
    closed = Q(may_have_children, off, Exists(live_below)) | Q(view_restrictions__isnull=False)
    paths = Page.objects.filter(closed).order_by("path").values_list("path", flat=True)
    outermost: list[str] = []
    for path in paths:
        if not outermost or not path.startswith(outermost[-1]):
            outermost.append(path)
    return tuple(outermost)
