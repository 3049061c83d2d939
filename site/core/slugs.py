"""Page slugs: the same from the server and the editor's browser, never over a route of the site."""

import re
from collections.abc import Callable
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.translation import gettext_lazy as _

FUTURE_ROUTES = frozenset(
    [
        "admin",
        "api",
        "dang-nhap",
        "documents",
        "duyet",
        "feed",
        "go",
        "hoa-tiet",
        "ics",
        "lich",
        "media",
        "menu",
        "nhung",
        "quan-tri",
        "robots",
        "rss",
        "s",
        "sitemap",
        "so-do-trang",
        "static",
        "tai-khoan",
        "theo-doi",
        "thong-ke",
        "tim-kiem",
        "tu-khoa",
        "xem-nhap",
    ]
)
"""First path words that belong to the site, also those of routes still to be built."""

RESERVED_MESSAGE = _("Địa chỉ “%(slug)s” dành riêng cho hệ thống. Hãy chọn địa chỉ khác.")


@cache
def reserved_words() -> frozenset[str]:
    """First path words no page right under the home page may take."""
    return FUTURE_ROUTES | set(_first_words(get_resolver().url_patterns))


def is_reserved(slug: str | None, *, depth: int) -> bool:
    """Whether a page at this depth of the tree (the home page has 2) would shadow a route."""
    return depth == 3 and slug in reserved_words()


def unused(base: str, taken: Callable[[str], bool]) -> str:
    """`base`, or `base-2`, `base-3`, … : the first that is not `taken`."""
    candidate, number = base, 1
    while taken(candidate):
        number += 1
        candidate = f"{base}-{number}"
    return candidate


def _first_words(patterns: list[URLPattern | URLResolver]) -> list[str]:
    words = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver) and str(pattern.pattern) == "":
            words += _first_words(pattern.url_patterns)
            continue
        match = re.match(r"\^?([a-z0-9-]+)(?:/|\\?\.|$)", str(pattern.pattern))
        if match:
            words.append(match[1])
    return words
