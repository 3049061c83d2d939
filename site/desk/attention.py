"""What needs an eye: questions asked of the content each time the desk is opened.

Rooms above register what they can judge. A watch is a query, not a list kept by hand, so a line is
gone once the thing is mended.
"""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.roles import decides, section_paths
from core.models import BasePage

Pages = Callable[[], Any]


@dataclass(frozen=True)
class Watch:
    """A thing to look after.

    Attributes:
        key: stands in the address of its list.
        words: what is said after the number.
        pages: the pages concerned, as a QuerySet of `core.BasePage`.
        advice: what to do about them, above the list.
    """

    key: str
    words: str | Promise
    pages: Pages
    advice: str | Promise


@dataclass(frozen=True)
class Line:
    """One line of the panel."""

    words: str
    figure: str = ""
    url: str = ""
    good: bool = True


_watches: dict[str, Watch] = {}


def register(watch: Watch) -> None:
    """Have a watch asked; a later one of the same key takes its place."""
    _watches[watch.key] = watch


def watches() -> list[Watch]:
    """All, in the order they were registered."""
    return list(_watches.values())


def find(key: str) -> Watch | None:
    """The watch of that key."""
    return _watches.get(key)


def may_look_after(user: Any) -> bool:
    """Whoever decides, and the editors of a section; contributors mind their own items."""
    return decides(user) or bool(section_paths(user))


def pages_for(user: Any, watch: Watch) -> Any:
    """The pages of a watch this person looks after: all, or those of his sections."""
    pages = watch.pages()
    if decides(user):
        return pages
    mine = [Q(path__startswith=path) for path in section_paths(user)]
    return pages.filter(reduce(operator.or_, mine)) if mine else BasePage.objects.none()


def counted(words: Any, count: int) -> Line:
    """`3 sản phẩm …`, bad unless there is none."""
    return Line(_("%s") % words, str(count), good=not count)
