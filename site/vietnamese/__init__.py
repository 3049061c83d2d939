"""Vietnamese text, order, dates, numbers and telephone numbers. Pure functions, no Django."""

from vietnamese.dates import (
    TIME_ZONE,
    document_date,
    format_date,
    format_date_long,
    format_date_range,
    format_hours,
    format_time,
    relative,
    to_vietnam,
    weekday,
)
from vietnamese.numbers import (
    NBSP,
    format_money,
    format_number,
    format_percent,
    format_size,
    parse_number,
)
from vietnamese.phones import format_phone, is_phone, parse_phone
from vietnamese.slugs import JS_FORMATTERS, slugify
from vietnamese.sorting import ALPHABET, initial, name_sort_key, sort_key
from vietnamese.text import clean, fold
from vietnamese.workdays import add_workdays, is_workday, workdays_between

__all__ = [
    "ALPHABET",
    "JS_FORMATTERS",
    "NBSP",
    "TIME_ZONE",
    "add_workdays",
    "clean",
    "document_date",
    "fold",
    "format_date",
    "format_date_long",
    "format_date_range",
    "format_hours",
    "format_money",
    "format_number",
    "format_percent",
    "format_phone",
    "format_size",
    "format_time",
    "initial",
    "is_phone",
    "is_workday",
    "name_sort_key",
    "parse_number",
    "parse_phone",
    "relative",
    "slugify",
    "sort_key",
    "to_vietnam",
    "weekday",
    "workdays_between",
]
