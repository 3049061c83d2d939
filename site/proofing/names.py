"""Names of bodies written otherwise than they are called. Pure: text and names in, places out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vietnamese import clean

_TONES = (
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oẹ", "ọe"),
    ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
)  # fmt: skip


@dataclass(frozen=True)
class Miswritten:
    """A place where a name stands in another spelling."""

    written: str
    right: str


def _levelled(text: str) -> str:
    """Letters small, tone marks in one place, dashes alike: as long as `text`."""
    lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    for old, new in _TONES:
        lowered = lowered.replace(old, new)
    return lowered.replace("-", "–").replace("\u00a0", " ")


def miswritten(text: str, names: Iterable[str]) -> Iterator[Miswritten]:
    """Each name found in other letters than its own; the longest name claims a place first.

    Words set wholly in capitals, as in a heading, are let be.
    """
    level = _levelled(text)
    taken: list[tuple[int, int]] = []
    for name in sorted({clean(name) for name in names if name}, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(_levelled(name))}(?!\w)", level):
            start, end = match.span()
            if any(left < end and start < right for left, right in taken):
                continue
            taken.append((start, end))
            written = text[start:end]
            if _spelling(written) != _spelling(name) and not written.isupper():
                yield Miswritten(written, name)


def _spelling(text: str) -> str:
    return text.replace("-", "–").replace("\u00a0", " ")
