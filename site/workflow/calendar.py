"""Hours at which steps should be done, for the editorial calendar."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from core.models import BasePage
from planning.calendar import CalendarItem, What
from workflow.models import ReviewTaskState


def due_items(request: HttpRequest, start: date, end: date) -> Iterator[CalendarItem]:
    """Steps due in these days on pages this person may edit; two queries."""
    since = timezone.make_aware(datetime.combine(start, time.min))
    until = timezone.make_aware(datetime.combine(end + timedelta(days=1), time.min))
    rows = ReviewTaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, due_at__gte=since, due_at__lt=until
    ).select_related("task", "workflow_state")
    states = list(rows)
    keys = [state.workflow_state.object_id for state in states]
    pages = {str(page.pk): page for page in BasePage.objects.filter(pk__in=keys)} if keys else {}
    user = request.user
    for state in states:
        page = pages.get(state.workflow_state.object_id)
        if page is None:
            continue
        held = {"change"} if user.is_superuser else page.permissions_for_user(user).permissions
        if "change" not in held and page.owner_id != user.pk:
            continue
        local = timezone.localtime(state.due_at)
        yield CalendarItem(
            day=local.date(),
            title=page.draft_title or page.title,
            what=What.DUE,
            kind=page.kind,
            url=reverse("workflow_review", args=[state.pk]),
            at=local.time(),
            state=f"{What.DUE.label.lower()} {state.task.name.lower()}",
            writer_id=page.owner_id,
            is_late=state.due_at < timezone.now(),
        )
