"""Vietnamese telephone numbers: stored in E.164, shown in groups."""

import re
import unicodedata

from vietnamese.text import clean

_SEPARATORS = re.compile(r"[\s.\-()/\u2010-\u2015]+")
_MOBILE = re.compile(r"[35789][0-9]{8}")
_FIXED = re.compile(r"2[0-9]{9}")
_SERVICE = re.compile(r"(?:1800|1900)(?:[0-9]{4}|[0-9]{6})")
_PREFIX = re.compile(r"(?:(?:\+84|0084|84)0?|0)(?=[0-9]{9,10}$)")


def parse_phone(text: str) -> str:
    """Return the number in E.164 (``+84912345678``); raise ValueError when it is not Vietnamese.

    Numbers of the services 1800 and 1900 have no international form and stay as dialled.
    """
    digits = _SEPARATORS.sub("", unicodedata.normalize("NFKC", clean(text)))
    if _SERVICE.fullmatch(digits):
        return digits
    prefix = _PREFIX.match(digits)
    national = digits[prefix.end() :] if prefix else ""
    if _MOBILE.fullmatch(national) or _FIXED.fullmatch(national):
        return f"+84{national}"
    raise ValueError("not a Vietnamese telephone number")


def format_phone(text: str) -> str:
    """Return the number as shown to people: ``0912 345 678``, ``0209 3870 123``, ``1900 1234``."""
    number = parse_phone(text)
    if not number.startswith("+84"):
        tail = number[4:]
        return f"{number[:4]} {tail}" if len(tail) == 4 else f"{number[:4]} {tail[:3]} {tail[3:]}"
    national = f"0{number[3:]}"
    if len(national) == 10:
        return f"{national[:4]} {national[4:7]} {national[7:]}"
    area = 3 if national.startswith(("024", "028")) else 4
    return f"{national[:area]} {national[area : area + 4]} {national[area + 4 :]}"


def is_phone(text: str) -> bool:
    """Tell whether ``text`` is a Vietnamese telephone number."""
    try:
        parse_phone(text)
    except ValueError:
        return False
    return True
