"""Numbers as Vietnam writes them: a decimal comma, thousands with a point."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Final

NBSP: Final = "\u00a0"

_CONTEXT = Context(prec=60, rounding=ROUND_HALF_UP)
_GROUPED = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:[.\u00a0\u202f ][0-9]{3})+(?:,[0-9]+)?")
_PLAIN = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_SIZES = (("kB", 10**3, 0), ("MB", 10**6, 1), ("GB", 10**9, 1), ("TB", 10**12, 1))


def _round(value: int | float | Decimal, decimals: int) -> Decimal:
    number = Decimal(str(value))
    if not number.is_finite():
        raise ValueError("the number must be finite")
    try:
        return number.quantize(Decimal(1).scaleb(-decimals), context=_CONTEXT)
    except InvalidOperation as error:
        raise ValueError("the number is too large") from error


def format_number(value: int | float | Decimal, decimals: int = 2) -> str:
    """Return ``1.250.000`` or ``3,5``: rounded half up, with at most so many ``decimals``."""
    rounded = _round(value, decimals)
    integer, _, fraction = f"{abs(rounded):f}".partition(".")
    fraction = fraction.rstrip("0")
    number = f"{int(integer):,}".replace(",", ".") + (f",{fraction}" if fraction else "")
    return f"-{number}" if rounded < 0 else number


def format_percent(value: int | float | Decimal, decimals: int = 1) -> str:
    """Return ``3,5%`` of a ``value`` that is already in hundredths."""
    return f"{format_number(value, decimals)}%"


def format_money(value: int | float | Decimal) -> str:
    """Return ``1.250.000 đồng``, in whole đồng and with a space that does not break."""
    return f"{format_number(value, 0)}{NBSP}đồng"


def parse_number(text: str) -> Decimal:
    """Return the number a person typed: ``1.250.000``, ``1 250 000``, ``3,5`` or ``3.5``.

    A single point before exactly three digits separates thousands, but not after a zero: ``0.125``.
    """
    typed = text.strip()
    if _GROUPED.fullmatch(typed):
        return Decimal(re.sub(r"[.\u00a0\u202f ]", "", typed).replace(",", "."))
    if _PLAIN.fullmatch(typed):
        return Decimal(typed.replace(",", "."))
    raise ValueError("not a number")


def format_size(size: int) -> str:
    """Return a file size for people: ``180 kB``, ``1,2 MB``."""
    if size < 0:
        raise ValueError("a size is not negative")
    if size < 1000:
        return f"{size}{NBSP}B"
    for unit, factor, decimals in _SIZES:
        amount = _round(Decimal(size) / factor, decimals)
        if amount < 1000 or unit == "TB":
            return f"{format_number(amount, decimals)}{NBSP}{unit}"
    raise AssertionError("unreachable")
