"""Filters for dates and numbers as the country writes them. Built in: no `{% load %}` needed."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from core import highlight as highlighting
from core.meta import moment
from vietnamese import dates, numbers

register = template.Library()


@register.filter
def iso(value: date | None) -> str:
    """`2026-11-24T07:30:00+07:00` for `datetime` attributes; '' for None."""
    return moment(value)


@register.filter
def vi_date(value: date | None) -> str:
    """`23/11/2026`; '' for None."""
    return dates.format_date(value) if value else ""


@register.filter
def vi_day_month(value: date | None) -> str:
    """`23/11`."""
    return dates.format_date(value)[:5] if value else ""


@register.filter
def vi_time(value: datetime | None) -> str:
    """`17:30`."""
    return dates.format_time(value) if value else ""


@register.filter
def vi_datetime(value: datetime | None) -> str:
    """`07:30, 23/11/2026`."""
    return f"{dates.format_time(value)}, {dates.format_date(value)}" if value else ""


@register.filter
def vi_date_long(value: date | None) -> str:
    """`Thứ Hai, 23/11/2026`."""
    return f"{dates.weekday(value)}, {dates.format_date(value)}" if value else ""


@register.filter
def weekday(value: date | None) -> str:
    """`Thứ Hai`."""
    return dates.weekday(value) if value else ""


@register.filter
def vi_number(value: Any) -> str:
    """`1.250.000`; what is no number comes back as it was."""
    try:
        return numbers.format_number(value)
    except (ArithmeticError, TypeError, ValueError):
        return str(value)


@register.filter
def with_unit(value: str, unit: str) -> str:
    """`2.000 gói`, `0,8%`: the percent sign stands at its number."""
    return f"{value}%" if unit == "%" else f"{value} {unit}".strip()


@register.filter
def file_size(value: int | None) -> str:
    """`180 kB`; '' where the size is not known."""
    return numbers.format_size(value) if value else ""


@register.filter
def as_range(value: int | None) -> range:
    """As many turns of a loop as the number says, at most 5."""
    return range(min(int(value or 0), 5))


@register.filter
def highlight(text: str, query: str) -> SafeString:
    """The searched words marked; everything escaped."""
    return highlighting.highlight(str(text), query)


@register.simple_tag
def today() -> date:
    """Today in Vietnam."""
    return timezone.localdate()
