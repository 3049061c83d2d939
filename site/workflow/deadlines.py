"""When a step should be done: in working time."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from core.holidays import known_holidays
from vietnamese import add_workdays, is_workday
from workflow.models.settings import EditorialSettings
from workflow.models.tasks import Priority

OPENS, CLOSES = time(8), time(17)


def due_for(page: Any, task: Any, priority: str) -> datetime:
    """Urgent: so many hours from now; else so many working days, at the same hour of the day."""
    settings = EditorialSettings.load()
    now = timezone.localtime()
    if priority == Priority.URGENT:
        return now + timedelta(hours=settings.urgent_hours)
    days = settings.approval_days if task.freezes else settings.section_days
    return workdays_later(now, days)


def workdays_later(moment: datetime, days: int) -> datetime:
    """The same hour, `days` working days later; within office hours.

    Args:
        moment: aware, in Vietnam time.
        days: at least 0.
    """
    holidays = known_holidays()
    day = moment.date()
    if not is_workday(day, holidays):
        day = add_workdays(day, 1, holidays)
        moment = datetime.combine(day, OPENS, moment.tzinfo)
    day = add_workdays(day, days, holidays)
    hour = min(max(moment.time(), OPENS), CLOSES).replace(second=0, microsecond=0)
    return datetime.combine(day, hour, moment.tzinfo)
