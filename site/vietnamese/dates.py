"""Dates and times as Vietnam writes them.

Datetimes must be aware; they are told in Vietnam time.
"""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

TIME_ZONE: Final = ZoneInfo("Asia/Ho_Chi_Minh")

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_HOURS_OVER_MIDNIGHT = timedelta(hours=6)


def to_vietnam(moment: datetime) -> datetime:
    """Return an aware datetime in Vietnam time; refuse a naive one."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError("a datetime must be aware")
    return moment.astimezone(TIME_ZONE)


def to_date(day: date) -> date:
    """Return the day in Vietnam of a date or an aware datetime."""
    return to_vietnam(day).date() if isinstance(day, datetime) else day


def weekday(day: date) -> str:
    """Return the name of the weekday: ``Thứ Hai`` to ``Chủ Nhật``."""
    return _WEEKDAYS[to_date(day).weekday()]


def format_date(day: date) -> str:
    """Return ``23/11/2026``."""
    day = to_date(day)
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def format_date_long(day: date) -> str:
    """Return ``Thứ Hai, ngày 23/11/2026``."""
    return f"{weekday(day)}, ngày {format_date(day)}"


def format_time(moment: time | datetime) -> str:
    """Return ``17:30``. A plain time is taken as Vietnam time."""
    if isinstance(moment, datetime):
        moment = to_vietnam(moment).time()
    return f"{moment.hour:02d}:{moment.minute:02d}"


def format_date_range(start: date, end: date) -> str:
    """Return the days from ``start`` to ``end``, what they share written once."""
    first, last = sorted((to_date(start), to_date(end)))
    if first == last:
        return format_date(last)
    if first.year != last.year:
        return f"{format_date(first)} – {format_date(last)}"
    if first.month != last.month:
        return f"{first.day:02d}/{first.month:02d} – {format_date(last)}"
    return f"{first.day:02d} – {format_date(last)}"


def format_hours(start: datetime, end: datetime, *, with_year: bool = False) -> str:
    """Return when something that begins on a day already told begins and ends.

    ``07:30 – 11:00`` · ``19:00 – 24:00`` · over several days ``07:30, đến 11:00 ngày 07/12`` ·
    from midnight to midnight ``cả ngày``, ``cả ngày, đến hết 07/12``.

    Args:
        start: the beginning.
        end: the end; midnight belongs to the day before.
        with_year: writes the last day with its year.
    """
    first, last = to_vietnam(start), to_vietnam(end)
    at_midnight = last.time() == time.min and last > first
    last_day = last.date() - timedelta(days=1) if at_midnight else last.date()
    shown_day = format_date(last_day) if with_year else format_date(last_day)[:5]
    several = last_day != first.date()
    if first.time() == time.min and at_midnight:
        return f"cả ngày, đến hết {shown_day}" if several else "cả ngày"
    closing = "24:00" if at_midnight else format_time(last)
    if several:
        return f"{format_time(first)}, đến {closing} ngày {shown_day}"
    return f"{format_time(first)} – {closing}"


def relative(moment: datetime, now: datetime) -> str:
    """Return how long ago ``moment`` was, up to yesterday; else, or in the future, its date."""
    local, local_now = to_vietnam(moment), to_vietnam(now)
    passed = local_now - local
    if passed < timedelta(minutes=-1):
        return format_date(local)
    if passed < timedelta(minutes=1):
        return "vừa xong"
    if passed < timedelta(hours=1):
        return f"{int(passed.total_seconds()) // 60} phút trước"
    days = (local_now.date() - local.date()).days
    if days == 0 or passed < _HOURS_OVER_MIDNIGHT:
        return f"{int(passed.total_seconds()) // 3600} giờ trước"
    return "hôm qua" if days == 1 else format_date(local)


def document_date(day: date) -> str:
    """Return the date as Decree 30/2020 writes it: a zero for days under 10 and months 1, 2."""
    day = to_date(day)
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
