"""Days counted from today, so that the demo is always fresh."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def day(offset: int) -> date:
    """Today plus `offset` days, in Vietnam."""
    return timezone.localdate() + timedelta(days=offset)


def moment(offset: int, clock: str | None = None) -> datetime:
    """That day at `clock` (`HH:MM`), aware; never later than a minute ago for past days."""
    hour, minute = (int(part) for part in (clock or "08:00").split(":"))
    return timezone.make_aware(datetime.combine(day(offset), time(hour, minute)))


def published(days_ago: int, clock: str | None = None) -> datetime:
    """A moment of publishing: in the past even for today's items."""
    return min(moment(-days_ago, clock), timezone.now() - timedelta(minutes=1))
