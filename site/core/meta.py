"""What a page or view tells machines of itself, before the site's own words are added."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

Thing = dict[str, Any]
"""A schema.org description, as JSON-LD writes it."""


@dataclass(frozen=True)
class PageMeta:
    """For views that are no Wagtail page: put one into the context as `meta`.

    Attributes:
        title: what the browser's tab and search engines show.
        description: one or two sentences; the site's own where it is empty.
        indexed: whether search engines may list it.
        addressed: whether it has an address of its own; errors have none.
    """

    title: str
    description: str = ""
    indexed: bool = True
    addressed: bool = True


@dataclass(frozen=True)
class Frame:
    """What the description of a page takes from the site around it.

    Attributes:
        url: full address of the page.
        root: full address of the home page.
        image: full address of its social card.
        publisher: the unit that runs the site.
    """

    url: str
    root: str
    image: str = ""
    publisher: Thing = field(default_factory=dict)


def thing(kind: str, **values: Any) -> Thing:
    """A description of that schema.org type; what is empty is left out. `id_` becomes `@id`."""
    rows = {"@id" if key == "id_" else key: value for key, value in values.items()}
    return {"@type": kind, **{key: value for key, value in rows.items() if value not in EMPTY}}


EMPTY: tuple[Any, ...] = ("", None, [], {}, ())


def moment(value: Any) -> str:
    """A time or day as ISO 8601; a time carries Vietnam's +07:00."""
    if not value:
        return ""
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    return str(value.isoformat())
