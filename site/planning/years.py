"""The same day of another year."""

import re
from datetime import date, datetime, timedelta


def in_year(day: date, year: int) -> date:
    """The same day and month of `year`; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def next_anniversary(day: date, today: date) -> date:
    """The first later year's day that has not passed: years nobody ran the clock are left out."""
    year = max(day.year + 1, today.year)
    found = in_year(day, year)
    return found if found >= today else in_year(day, year + 1)


def moved(moment: datetime | None, years: int) -> datetime | None:
    """An aware moment so many years later, at the same hour."""
    if moment is None:
        return None
    return datetime.combine(in_year(moment.date(), moment.year + years), moment.timetz())


def retitled(text: str, old: int, new: int) -> str:
    """The year in a title, as a word of its own, replaced."""
    return re.sub(rf"(?<!\d){old}(?!\d)", str(new), text)


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of its month."""
    first = day.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return first, following - timedelta(days=1)


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday around it."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
