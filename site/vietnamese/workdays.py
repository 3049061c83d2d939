"""Working days: Monday to Friday without public holidays."""

from collections.abc import Collection
from datetime import date, timedelta


def is_workday(day: date, holidays: Collection[date] = ()) -> bool:
    """Whether offices work on this day."""
    return day.weekday() < 5 and day not in holidays


def workdays_between(start: date, end: date, holidays: Collection[date] = ()) -> int:
    """Working days after ``start`` up to and with ``end``; 0 where ``end`` is not later."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(is_workday(day, holidays) for day in days)


def add_workdays(start: date, count: int, holidays: Collection[date] = ()) -> date:
    """The day ``count`` working days after ``start``.

    Raises:
        ValueError: for a negative count.
    """
    if count < 0:
        raise ValueError("a count of days is not negative")
    day = start
    while count:
        day += timedelta(days=1)
        count -= is_workday(day, holidays)
    return day
