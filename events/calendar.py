"""Days on which events take place, for the editorial calendar."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from core.kinds import Kind
from events.models import EventSession
from planning.calendar import CalendarItem, What


def session_items(request: HttpRequest, start: date, end: date) -> Iterator[CalendarItem]:
    """The first day of each session of a visible event; two queries."""
    from events.models import EventPage

    since = timezone.make_aware(datetime.combine(start, time.min))
    until = timezone.make_aware(datetime.combine(end + timedelta(days=1), time.min))
    rows = EventSession.objects.filter(
        page__in=EventPage.objects.visible(), starts_at__gte=since, starts_at__lt=until
    )
    for session in rows.select_related("page"):
        local = timezone.localtime(session.starts_at)
        page = session.page
        may_edit = page.permissions_for_user(request.user)
        held = request.user.is_superuser or "change" in may_edit.permissions
        yield CalendarItem(
            day=local.date(),
            title=page.title,
            what=What.EVENT,
            kind=Kind.EVENT,
            url=reverse("wagtailadmin_pages:edit", args=[page.pk]) if held else page.url or "",
            at=None if session.all_day else local.time(),
            state=What.EVENT.label.lower(),
            writer_id=page.owner_id,
        )
