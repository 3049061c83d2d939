"""Vietnamese order as plain strings of digits, alike under every database collation.

A key has three levels, as in ICU's ``vi`` order: the letters of the whole text, then the tones,
then the case. Digits only, because some collations join letters (``ch``, ``aa``).
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from vietnamese.text import LETTERS, clean

ALPHABET: Final = tuple("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY")
"""The 29 letters of Vietnamese, in order."""

OTHER_INITIAL: Final = "#"

# F, J, W and Z of foreign words and names sort in their Latin places.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

_SPACE, _NUMBER, _FOREIGN = "01", "10", "90"
_LETTER_CODES = {letter: str(20 + i) for i, letter in enumerate(_LETTERS)}
_SHAPES = {"\u0306": "a", "\u0302": "aeo", "\u031b": "ou"}
_TONES = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}
_LEVEL_TONE, _OTHER_MARK = "1", "7"
_VOWELS = frozenset("aăâeêioôơuưy")
_APOSTROPHES = frozenset("'‘’‛ʼ")
_REMARK = re.compile(r"(?<=\S)\s*\([^()]*\)$")


class _Unit(NamedTuple):
    """One step of a text: a letter with its tone and case, a digit, or a gap between words."""

    kind: str  # "letter", "digit", "foreign" or "gap"
    value: str
    tone: str = _LEVEL_TONE
    upper: bool = False


class _Levels(NamedTuple):
    letters: str
    tones: str
    case: str


def _clusters(text: str) -> Iterator[tuple[str, str]]:
    """Yield each base character of ``text`` with the marks that follow it."""
    base, marks = "", ""
    for char in unicodedata.normalize("NFKD", clean(text)):
        if unicodedata.category(char) in ("Mn", "Me"):
            marks += char
            continue
        if base:
            yield base, marks
        base, marks = char, ""
    if base:
        yield base, marks


def _letter(base: str, marks: str, upper: bool) -> _Unit:
    """Return the Vietnamese letter and tone that a Latin letter and its marks make."""
    shape = next((mark for mark in marks if base in _SHAPES.get(mark, "")), "")
    letter = unicodedata.normalize("NFC", base + shape)
    rest = marks.replace(shape, "", 1) if shape else marks
    tone = next((_TONES[mark] for mark in rest if mark in _TONES), "")
    return _Unit("letter", letter, tone or (_OTHER_MARK if rest else _LEVEL_TONE), upper)


def _units(text: str) -> Iterator[_Unit]:
    for char, marks in _clusters(text):
        upper = char.isupper()
        lower = char.lower()
        plain = lower if lower in _LETTER_CODES else LETTERS.get(char, lower).lower()
        if lower in "đðɖ":
            yield _Unit("letter", "đ", upper=upper)
        elif all("a" <= part <= "z" for part in plain):
            for part in plain:
                yield _letter(part, marks, upper)
        elif char.isascii() and char.isdigit():
            yield _Unit("digit", char)
        elif char.isalnum():
            yield _Unit("foreign", lower[0])
        elif char not in _APOSTROPHES:
            yield _Unit("gap", " ")


def _letter_level(units: list[_Unit]) -> str:
    """Return the codes of the letters; a run of digits is its length and then its value."""
    codes: list[str] = []
    for kind, group in groupby(units, key=lambda unit: unit.kind):
        values = [unit.value for unit in group]
        if kind == "letter":
            codes += [_LETTER_CODES[value] for value in values]
        elif kind == "foreign":
            codes += [f"{_FOREIGN}{ord(value):07d}" for value in values]
        elif kind == "digit":
            number = "".join(values).lstrip("0") or "0"
            codes.append(f"{_NUMBER}{min(len(number), 99):02d}{number}")
        elif codes:
            codes.append(_SPACE)
    if codes and codes[-1] == _SPACE:
        codes.pop()
    return "".join(codes)


def _levels(text: str, letters: int) -> _Levels:
    """Return the three levels of ``text``, each cut to the room of so many ``letters``."""
    units = list(_units(text))
    shown = [unit for unit in units if unit.kind == "letter"][:letters]
    tones = "".join(unit.tone for unit in shown if unit.value in _VOWELS)
    bits = "".join("1" if unit.upper else "0" for unit in shown)
    case = "".join(str(int(bits[i : i + 3].ljust(3, "0"), 2)) for i in range(0, len(bits), 3))
    return _Levels(_letter_level(units)[: 2 * letters], tones.rstrip(_LEVEL_TONE), case.rstrip("0"))


def sort_key(text: str) -> str:
    """Return a key of at most 255 digits whose plain order is the Vietnamese order of ``text``."""
    letters, tones, case = _levels(text, 90)
    return f"{letters}00{tones[:42]}0{case}" if letters else ""


def name_sort_key(name: str) -> str:
    """Return the key of a person: given name first, then middle names, then family name.

    Degrees in front, written with a point ("TS.", "ThS."), and a remark in brackets at the end
    do not count.
    """
    words = _REMARK.sub("", clean(name)).split()
    while len(words) > 1 and words[0].endswith("."):
        words.pop(0)
    given, middle, family = words[-1:], words[1:-1], words[:1] if len(words) > 1 else []
    parts = [
        _levels(" ".join(part), room) for part, room in ((given, 20), (middle, 38), (family, 20))
    ]
    key = "".join(f"{part.letters}00{part.tones}0" for part in parts)
    return key + parts[0].case if words else ""


def initial(text: str) -> str:
    """Return the letter of `ALPHABET` that ``text`` is listed under; ``#`` for all others."""
    first = next((unit for unit in _units(text) if unit.kind != "gap"), None)
    letter = first.value.upper() if first and first.kind == "letter" else ""
    return letter if letter in ALPHABET else OTHER_INITIAL
