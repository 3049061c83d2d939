"""Words about waiting items, for letters and screens."""

from datetime import datetime
from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from core.models import BasePage
from core.templatetags.format_tags import vi_datetime
from workflow.models import ApprovalLink, Priority, Publication, ReviewTaskState, Route
from workflow.reading import People

register = template.Library()


@register.filter
def left_words(state: ReviewTaskState) -> str:
    """`còn 3 giờ`, `quá hạn 1 ngày`; '' without an hour."""
    if state.due_at is None:
        return ""
    left = state.due_at - timezone.now()
    minutes = int(abs(left.total_seconds()) // 60)
    if minutes < 60:
        span = _("%d phút") % minutes
    elif minutes < 48 * 60:
        span = _("%d giờ") % (minutes // 60)
    else:
        span = _("%d ngày") % (minutes // (24 * 60))
    return (_("còn %s") if left.total_seconds() > 0 else _("quá hạn %s")) % span


@register.filter
def due_words(state: ReviewTaskState) -> str:
    """`Gấp · hạn 14:00, 23/11/2026, còn 3 giờ`."""
    urgent = _("Gấp · ") if state.priority == Priority.URGENT else ""
    if state.due_at is None:
        return urgent + _("không có hạn")
    return _("%(urgent)shạn %(when)s, %(left)s") % {
        "urgent": urgent,
        "when": vi_datetime(state.due_at),
        "left": left_words(state),
    }


@register.filter
def schedule_words(page: Any) -> str:
    """`Sẽ lên trang lúc …; tự gỡ lúc …`; '' where neither is asked for."""
    parts = []
    if page.go_live_at and page.go_live_at > timezone.now():
        parts.append(_("Duyệt xong, bài lên trang lúc %s") % vi_datetime(page.go_live_at))
    if page.expire_at:
        parts.append(_("Tự gỡ lúc %s") % vi_datetime(page.expire_at))
    return "; ".join(parts)


@register.filter
def people_words(people: People) -> str:
    """`Thu Hà viết; Minh Đức xong bước “Biên tập” lúc 09:50, 24/11/2026`."""
    parts = []
    if people.writers:
        names = ", ".join(person.get_full_name() for person in people.writers)
        parts.append(_("%s viết và sửa") % names)
    for state in people.passed:
        parts.append(
            _("%(name)s đã xong bước “%(step)s” lúc %(when)s")
            % {
                "name": state.finished_by.get_full_name(),
                "step": state.task.name,
                "when": vi_datetime(state.finished_at),
            }
        )
    return "; ".join(parts)


@register.filter
def fate_words(state: ReviewTaskState) -> str:
    """What became of a passage that somebody else ended."""
    person = state.finished_by.get_full_name() if state.finished_by else ""
    words = {
        TaskState.STATUS_APPROVED: _("%(name)s đã duyệt bài này lúc %(when)s."),
        TaskState.STATUS_REJECTED: _("%(name)s đã trả lại bài này lúc %(when)s."),
        TaskState.STATUS_CANCELLED: _("Bài đã ra khỏi quy trình lúc %(when)s."),
    }
    sentence = words.get(state.status, _("Bài không còn chờ ở bước này."))
    return sentence % {"name": person, "when": vi_datetime(state.finished_at)}


@register.filter
def is_small(state: ReviewTaskState) -> bool:
    """Whether it goes the way of a small fix."""
    route = getattr(state.workflow_state.workflow, "route", None)
    return bool(route and route.code == Route.Code.SMALL)


@register.filter
def planned_at(link: ApprovalLink) -> datetime | None:
    """When an approved item will go live by itself; None where it has."""
    waiting = Publication.objects.waiting().filter(revision_id=link.revision_id)
    return waiting.order_by("pk").values_list("planned_at", flat=True).last()


@register.filter
def live_url(link: ApprovalLink) -> str:
    """Where the approved item stands now; '' where the public cannot see it."""
    page = link.revision.content_object
    return (page.full_url or "") if page and page.is_visible() else ""


@register.simple_tag
def checks_url(page: Any, request: HttpRequest) -> str:
    """Where the editor asks for the checklist of `page`; '' for what has none."""
    if not isinstance(page, BasePage):
        return ""
    if page.pk:
        return reverse("workflow_checks", args=[page.pk])
    match = request.resolver_match
    if match is None or match.view_name != "wagtailadmin_pages:add":
        return ""
    return reverse("workflow_checks_new", kwargs=match.kwargs)
