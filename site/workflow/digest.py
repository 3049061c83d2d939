"""One letter a day, to those for whom something waits; nobody waits unseen."""

from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState

from accounts.roles import decides, is_administrator
from core.templatetags.format_tags import vi_datetime
from mailing.models import OutgoingMail
from mailing.services import queue
from vietnamese import is_workday
from workflow.deadlines import known_holidays
from workflow.letters import absolute
from workflow.models import EditorialSettings, Publication, ReviewTaskState
from workflow.templatetags.workflow_tags import due_words
from workflow.waiting import waiting_on, with_holders


def send_digests() -> int:
    """On working days, once the hour of the settings has come. Run as often as you like.

    Returns:
        How many letters were written.
    """
    now = timezone.localtime()
    if now.hour < EditorialSettings.load().digest_hour:
        return 0
    if not is_workday(now.date(), known_holidays()):
        return 0
    day = now.date().isoformat()
    known = OutgoingMail.objects.filter(key__startswith=f"digest:{day}:")
    have = set(known.values_list("to_user", flat=True))
    people = get_user_model().objects.filter(is_active=True).exclude(email="").exclude(pk__in=have)
    return sum(
        _send(person, day) for person in people if person.has_perm("wagtailadmin.access_admin")
    )


def _send(person: Any, day: str) -> bool:
    parts = [
        part
        for part in (
            _waiting(person),
            _returned(person),
            _owed(person),
            _stuck(person),
            _mail(person),
        )
        if part
    ]
    if not parts:
        return False
    mail = queue(
        to=person.email,
        to_user=person,
        subject=_("Việc hôm nay: %s") % "; ".join(head for head, lines in parts),
        template="notice",
        kind=_("Việc hôm nay"),
        key=f"digest:{day}:{person.pk}",
        context={
            "name": person.get_full_name(),
            "lead": _("Đây là những việc đang chờ bạn."),
            "body": "\n\n".join("\n".join([f"{head}:", *lines]) for head, lines in parts),
            "button_label": _("Mở bàn biên tập"),
            "button_url": absolute("wagtailadmin_home"),
        },
    )
    return mail is not None


Part = tuple[str, list[str]] | None


def _waiting(person: Any) -> Part:
    states = waiting_on(person)
    lines = [
        f"– {state.revision.object_str} ({state.task.name}, {due_words(state)})" for state in states
    ]
    return (_("%d bài chờ bạn duyệt") % len(lines), lines) if lines else None


def _returned(person: Any) -> Part:
    rows = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=person
    ).select_related("current_task_state")
    lines = [f"– {state.content_object}: {state.current_task_state.comment}" for state in rows]
    return (_("%d bài bị trả lại, chờ bạn sửa") % len(lines), lines) if lines else None


def _owed(person: Any) -> Part:
    if not decides(person):
        return None
    records = Publication.objects.owed().filter(page__isnull=False).exclude(decided_by=person)
    lines = [
        _("– %(title)s (hạn xem lại %(due)s)")
        % {"title": record.page_title, "due": vi_datetime(record.review_due_at)}
        for record in records
    ]
    return (_("%d bài đăng khẩn chưa ai xem lại") % len(lines), lines) if lines else None


def _stuck(person: Any) -> Part:
    """What nobody can act on, for those who can change that."""
    if not is_administrator(person):
        return None
    rows = ReviewTaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    rows = rows.select_related("revision", "task", "workflow_state")
    states = with_holders(list(rows.defer("revision__content")))
    lines = [f"– {s.revision.object_str} ({s.task.name})" for s in states if not s.holders]
    return (_("%d bài chưa ai duyệt được") % len(lines), lines) if lines else None


def _mail(person: Any) -> Part:
    if not is_administrator(person):
        return None
    count = OutgoingMail.objects.troubled().count()
    return (_("%d thư chưa gửi được") % count, [_("– Xem ở mục “Thư gửi đi”.")]) if count else None
