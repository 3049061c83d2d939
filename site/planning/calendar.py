"""What happens on which day: planned, scheduled, published, and what other apps add.

Other apps add through the hook `planning_calendar_items(request, start, end)`, which gives
`CalendarItem`s of days from `start` to `end`, each in a fixed number of queries.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import models
from django.db.models import IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Revision

from core.models import BasePage
from planning.models import PlanEntry, PlanState

HOOK = "planning_calendar_items"


class What(models.TextChoices):
    """Why an item stands in the calendar."""

    PLANNED = "du-kien", _("Dự kiến")
    SCHEDULED = "hen-gio", _("Hẹn giờ")
    PUBLISHED = "da-dang", _("Đã đăng")
    DUE = "han", _("Hạn")
    EVENT = "su-kien", _("Sự kiện diễn ra")


@dataclass(frozen=True)
class CalendarItem:
    """One line of a day."""

    day: date
    title: str
    what: str = What.PLANNED
    kind: str = ""
    url: str = ""
    at: time | None = None
    state: Any = ""
    writer_id: int | None = None
    page_id: int | None = None
    is_late: bool = False

    @property
    def sort_key(self) -> tuple[time, str]:
        """Hours first, what has none at the end of the day."""
        return (self.at or time.max, self.title)


@dataclass
class Day:
    """A day and its items."""

    day: date
    items: list[CalendarItem] = field(default_factory=list)
    is_today: bool = False
    is_outside: bool = False
    is_holiday: bool = False


def days(start: date, end: date, items: Iterable[CalendarItem]) -> list[Day]:
    """Every day from `start` to `end` with its items in order."""
    today = timezone.localdate()
    count = (end - start).days + 1
    found = {
        day: Day(day, is_today=day == today)
        for day in (start + timedelta(days=number) for number in range(count))
    }
    for item in sorted(items, key=lambda item: item.sort_key):
        if item.day in found:
            found[item.day].items.append(item)
    return list(found.values())


def own_items(user: Any, start: date, end: date) -> list[CalendarItem]:
    """Planned, scheduled and published; at most four queries however many."""
    entries = _entries(user, start, end)
    shown = {(item.page_id, item.day) for item in entries if item.page_id}
    pages = [item for item in _pages(user, start, end) if (item.page_id, item.day) not in shown]
    return entries + pages


def all_items(request: HttpRequest, start: date, end: date) -> list[CalendarItem]:
    """Also what other apps add."""
    items = own_items(request.user, start, end)
    for hook in hooks.get_hooks(HOOK):
        items += hook(request, start, end)
    return items


def _entries(user: Any, start: date, end: date) -> list[CalendarItem]:
    rows = PlanEntry.objects.for_user(user).open().between(start, end).with_states()
    return [
        CalendarItem(
            day=entry.planned_on,
            title=entry.title,
            kind=entry.kind,
            url=reverse("planning_entry", args=[entry.pk]),
            at=entry.planned_time,
            state=PlanState(entry.state).label,
            writer_id=entry.writer_id,
            page_id=entry.page_id,
            is_late=entry.is_late,
        )
        for entry in rows
    ]


def _pages(user: Any, start: date, end: date) -> list[CalendarItem]:
    since, until = _moment(start), _moment(end + timedelta(days=1))
    approved = Revision.page_revisions.filter(
        approved_go_live_at__gte=since, approved_go_live_at__lt=until
    ).annotate(page_key=Cast("object_id", IntegerField()))
    mine = approved.filter(page_key=OuterRef("pk")).order_by("approved_go_live_at")
    published = Q(live=True, first_published_at__gte=since, first_published_at__lt=until)
    rows = BasePage.objects.content().annotate(
        goes_live_at=Subquery(mine.values("approved_go_live_at")[:1])
    )
    # `Exists` would be asked of every page; the few keys are read once.
    rows = rows.filter(published | Q(pk__in=approved.values("page_key"))).order_by("pk")
    return [item for page in rows if (item := _page_item(page, user, since, until))]


def _page_item(page: BasePage, user: Any, since: datetime, until: datetime) -> CalendarItem | None:
    rights = _Rights(page, user)
    goes_live_at = page.goes_live_at
    first = page.first_published_at
    if goes_live_at and rights.lists:
        what, moment = What.SCHEDULED, goes_live_at
    elif first and since <= first < until and page.is_visible():
        what, moment = What.PUBLISHED, first
    else:
        return None
    local = timezone.localtime(moment)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk]) if rights.edits else ""
    return CalendarItem(
        day=local.date(),
        title=page.draft_title or page.title,
        what=what,
        kind=page.kind,
        url=url or (page.url if what == What.PUBLISHED else "") or "",
        at=local.time().replace(second=0, microsecond=0),
        state=what.label.lower(),
        writer_id=page.owner_id,
        page_id=page.pk,
    )


class _Rights:
    """Two questions of Wagtail's tester that cost no query a page."""

    def __init__(self, page: BasePage, user: Any) -> None:
        held = set() if user.is_superuser else page.permissions_for_user(user).permissions
        self.lists = bool(user.is_superuser or held)
        own = "add" in held and page.owner_id == user.pk
        self.edits = bool(user.is_superuser or "change" in held or own)


def _moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
