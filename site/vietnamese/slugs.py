"""Slugs, the same from the server and from the admin's JavaScript.

Both run the one list of replacements below, so it keeps to what Python's ``re`` and a
JavaScript ``RegExp`` with the flags ``gu`` read alike: no ``\\p``, no look-behind.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from vietnamese.text import INVISIBLE, LETTERS, strip_marks

MAX_LENGTH: Final = 200

_MARKS = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_APOSTROPHES = r"'\u2018\u2019\u201b\u02bc\uff07"

# Where single characters stand for ASCII letters or digits: Latin with marks, superscripts,
# letter-like signs, fractions, circled, units, ligatures, full width, "mathematical" bold.
_BLOCKS: Final = (
    (0x00A0, 0x024F),
    (0x0256, 0x0256),
    (0x1E00, 0x1EFF),
    (0x2070, 0x209F),
    (0x2100, 0x218F),
    (0x2460, 0x2473),
    (0x24B6, 0x24EA),
    (0x2C60, 0x2C7F),
    (0x338E, 0x33A6),
    (0xFB00, 0xFB06),
    (0xFF10, 0xFF5A),
    (0x1D400, 0x1D7FF),
)


def _replacement(char: str) -> str:
    """Return the ASCII that ``char`` stands for, or nothing when it stands for none."""
    if "⁄" in unicodedata.normalize("NFKD", char):
        plain = f"-{strip_marks(char)}-"
    else:
        plain = strip_marks(char)
    ascii_only = re.sub("[^a-z0-9]+", "-", plain.lower())
    return "" if ascii_only == "-" else ascii_only


def _char_class(codes: Iterable[int]) -> str:
    """Return a regular expression class of ``codes``, neighbours written as ranges."""
    ordered = sorted(codes)
    starts = [ordered[0]] + [b for a, b in pairwise(ordered) if b != a + 1]
    ends = [a for a, b in pairwise(ordered) if b != a + 1] + [ordered[-1]]
    spans = (
        chr(a) if a == b else chr(a) + ("-" if b > a + 1 else "") + chr(b)
        for a, b in zip(starts, ends, strict=True)
    )
    return f"[{''.join(spans)}]"


def _letter_formatters() -> list[tuple[str, str]]:
    """Return one replacement for each ASCII string, from all characters that stand for it."""
    codes = {code for first, last in _BLOCKS for code in range(first, last + 1)}
    groups: dict[str, set[int]] = {}
    for code in codes | {ord(char) for char in LETTERS}:
        replacement = _replacement(chr(code))
        if replacement:
            groups.setdefault(replacement, set()).add(code)
    return [(_char_class(groups[ascii_text]), ascii_text) for ascii_text in sorted(groups)]


_COMMON: Final[list[tuple[str, str]]] = [
    (f"[{INVISIBLE}{_MARKS}{_APOSTROPHES}]", ""),
    *_letter_formatters(),
    ("[^A-Za-z0-9]+", "-"),
    ("^-+|-+$", ""),
]
_COMPILED: Final = [(re.compile(pattern), replacement) for pattern, replacement in _COMMON]

JS_FORMATTERS: Final[list[tuple[str, str]]] = [
    *_COMMON,
    (f"^([A-Za-z0-9-]{{1,{MAX_LENGTH}}})(?![A-Za-z0-9]).*$", "$1"),
    (f"^([A-Za-z0-9]{{{MAX_LENGTH}}}).*$", "$1"),
]
"""For ``SlugInput(formatters=JS_FORMATTERS)``: the admin then makes what `slugify` makes."""


def slugify(text: str, *, max_length: int = MAX_LENGTH) -> str:
    """Return an ASCII slug of ``a-z``, ``0-9`` and single hyphens; empty when nothing is left.

    A slug longer than ``max_length`` is cut at the end of a word where there is one.
    """
    for pattern, replacement in _COMPILED:
        text = pattern.sub(replacement, text)
    slug = text.lower()
    if len(slug) <= max_length:
        return slug
    head = slug[: max_length + 1].rpartition("-")[0]
    return head or slug[:max_length]
