"""The desk's own panels: what is mine, and what needs an eye."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Revision, TaskState, WorkflowState

from backups.services import last_backup
from core.models import BasePage
from core.templatetags.format_tags import vi_datetime
from desk.attention import Line, may_look_after, pages_for, watches
from feedback.models import PageDay
from mailing.models import OutgoingMail
from mailing.viewsets import OutgoingMailViewSet
from vietnamese import format_date, relative
from workflow import clock
from workflow.models import ReviewTaskState
from workflow.waiting import with_holders

MINE_SHOWN, PUBLISHED_SHOWN = 8, 3
LATE_CLOCK = timedelta(minutes=10)


class MinePanel(Component):
    """What this person writes, and where each stands: the same few queries at any number."""

    name = "desk_mine"
    order = 200
    column = "side"
    template_name = "desk/mine_panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """What is in hand, then what was published last, each with its words."""
        pages = _pages_of(parent_context["request"].user)
        keys = [str(page.pk) for page in pages]
        known = _Known(
            _waiting(keys), _returned(keys), _scheduled(keys), _views([page.pk for page in pages])
        )
        return {"rows": [_row(page, known) for page in pages]}


@dataclass(frozen=True)
class _Known:
    """What is read once for all pages: by key as text, views by number."""

    waiting: dict[str, ReviewTaskState]
    returned: set[str]
    scheduled: dict[str, datetime]
    views: dict[int, int]


def _pages_of(user: Any) -> list[BasePage]:
    sent = WorkflowState.objects.filter(requested_by=user, status__in=_OPEN)
    keys = [int(key) for key in sent.values_list("object_id", flat=True)]
    mine = BasePage.objects.filter(Q(owner=user) | Q(pk__in=keys), latest_revision__isnull=False)
    at_rest = Q(live=True, has_unpublished_changes=False) & ~Q(pk__in=keys)
    in_hand = mine.exclude(at_rest).order_by("-latest_revision_created_at", "-pk")
    published = mine.filter(at_rest).order_by("-first_published_at", "-pk")
    return [*in_hand[:MINE_SHOWN], *published[:PUBLISHED_SHOWN]]


_OPEN = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


def _waiting(keys: list[str]) -> dict[str, ReviewTaskState]:
    rows = ReviewTaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, workflow_state__object_id__in=keys
    ).select_related("task", "workflow_state")
    return {state.workflow_state.object_id: state for state in with_holders(list(rows))}


def _returned(keys: list[str]) -> set[str]:
    rows = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_NEEDS_CHANGES, object_id__in=keys
    )
    return set(rows.values_list("object_id", flat=True))


def _scheduled(keys: list[str]) -> dict[str, datetime]:
    rows = Revision.page_revisions.filter(object_id__in=keys, approved_go_live_at__isnull=False)
    return dict(rows.values_list("object_id", "approved_go_live_at"))


def _views(keys: list[int]) -> dict[int, int]:
    rows = PageDay.objects.filter(page__in=keys).values_list("page").annotate(all=Sum("views"))
    return dict(rows)


def _row(page: BasePage, known: _Known) -> dict[str, Any]:
    """Title, address, and in one phrase where it stands; what asks for an act is `bad`."""
    key = str(page.pk)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    row = {"title": page.draft_title or page.title, "url": url, "bad": False}
    if state := known.waiting.get(key):
        names = ", ".join(str(person) for person in state.holders) or _("người duyệt")
        words = {"who": names, "step": state.task.name}
        row |= {"words": _("Chờ %(who)s: %(step)s") % words, "bad": state.is_late}
        row["url"] = reverse("workflow_review", args=[state.pk])
    elif key in known.returned:
        row |= {"words": _("Được trả lại, cần sửa"), "bad": True}
    else:
        row["words"] = _at_rest(page, known)
    return row


def _at_rest(page: BasePage, known: _Known) -> str:
    if moment := known.scheduled.get(str(page.pk)):
        return _("Hẹn đăng %s") % vi_datetime(moment)
    if page.withdrawn_at:
        return _("Đã gỡ %s") % format_date(timezone.localdate(page.withdrawn_at))
    if page.live and page.has_unpublished_changes:
        return _("Đã đăng, có bản sửa chưa gửi")
    if page.live and page.first_published_at:
        day = format_date(timezone.localdate(page.first_published_at))
        views = known.views.get(page.pk, 0)
        return _("Đã đăng %(day)s, %(views)d lượt đọc") % {"day": day, "views": views}
    return _("Nháp, sửa %s") % relative(page.latest_revision_created_at, timezone.now())


class AttentionPanel(Component):
    """What needs an eye: content that has gone stale or broken, mail, the clock."""

    name = "desk_attention"
    order = 300
    column = "side"
    template_name = "desk/attention_panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The lines; nothing for whoever looks after nothing."""
        user = parent_context["request"].user
        if not may_look_after(user):
            return {"lines": []}
        lines = [*_content_lines(user), _mail_line(user), *_clock_lines(), *_backup_lines()]
        return {"lines": sorted(lines, key=lambda line: line.good)}


def _content_lines(user: Any) -> list[Line]:
    lines = []
    for watch in watches():
        count = pages_for(user, watch).count()
        if count:
            url = reverse("desk_attention", args=[watch.key])
            lines.append(Line(str(watch.words), str(count), url, good=False))
    return lines or [Line(_("Nội dung đã đăng không thấy chỗ nào cần sửa"))]


def _mail_line(user: Any) -> Line:
    count = OutgoingMail.objects.troubled().count()
    if not count:
        return Line(_("Hàng đợi gửi thư không có thư hỏng"))
    may_read = user.has_perm("mailing.view_outgoingmail")
    url = reverse(OutgoingMailViewSet().get_url_name("index")) if may_read else ""
    return Line(_("thư chưa gửi được"), str(count), url, good=False)


def _clock_lines() -> list[Line]:
    """The heartbeat: without the clock nothing scheduled goes out and no letter leaves."""
    last, now = clock.last_run(), timezone.now()
    if last is None:
        lines = [Line(_("Việc theo giờ chưa chạy lần nào: bài hẹn giờ sẽ không lên"), good=False)]
    elif now - last > LATE_CLOCK:
        words = _("Việc theo giờ chạy lần cuối %s: bài hẹn giờ và thư đang dừng, hãy báo kỹ thuật")
        lines = [Line(words % relative(last, now), good=False)]
    else:
        lines = [Line(_("Việc theo giờ chạy lần cuối %s") % relative(last, now))]
    broken = clock.failing()
    if broken:
        names = ", ".join(job.name for job in broken)
        lines.append(Line(_("việc theo giờ bị hỏng: %s") % names, str(len(broken)), good=False))
    return lines


def _backup_lines() -> list[Line]:
    """How old the last backup is; on a public server also that there is none."""
    last = last_backup()
    if last is None:
        if settings.DJANGO_ENV != "production":
            return []
        return [Line(_("Chưa sao lưu lần nào, hãy báo kỹ thuật"), good=False)]
    when = relative(last.made_at, timezone.now()) if last.made_at else _("chưa lần nào")
    if last.error or last.is_stale:
        return [Line(_("Sao lưu lần cuối %s, hãy báo kỹ thuật") % when, good=False)]
    return [Line(_("Sao lưu lần cuối %s") % when)]
