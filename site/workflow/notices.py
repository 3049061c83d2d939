"""Who is told what, by letter: always those who must act, and those who must know, with the words.

Each receiver stands on its own: a letter that cannot be written never stops a decision.
"""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
)

from accounts.roles import administrators
from core.templatetags.format_tags import vi_datetime
from mailing.models import OutgoingMail
from workflow import signals
from workflow.aftermath import (
    told_of_answer,
    told_of_refused_schedule,
    told_of_second_look,
    told_of_unapproved_end,
    told_of_urgent,
    told_of_withdrawal,
)
from workflow.letters import absolute, concerned, standing_alone, write
from workflow.models import Priority, Publication, ReviewTaskState
from workflow.models.links import APPROVAL_LIFE
from workflow.reading import digest_of_page
from workflow.services.links import issue_approval_link
from workflow.templatetags.workflow_tags import schedule_words


def connect() -> None:
    """Called once when the app is ready."""
    pairs = (
        (task_submitted, told_to_act, ReviewTaskState),
        (workflow_rejected, told_of_return, WorkflowState),
        (workflow_approved, told_of_approval, WorkflowState),
        (workflow_cancelled, told_of_taking_back, WorkflowState),
        (signals.published_urgently, told_of_urgent, None),
        (signals.urgent_reviewed, told_of_second_look, None),
        (signals.withdrawn, told_of_withdrawal, None),
        (signals.draft_answered, told_of_answer, None),
        (signals.schedule_refused, told_of_refused_schedule, None),
        (signals.ended_unapproved, told_of_unapproved_end, None),
    )
    for signal, receiver, sender in pairs:
        signal.connect(receiver, sender=sender, dispatch_uid=f"workflow.{receiver.__name__}")


@standing_alone
def told_to_act(instance: ReviewTaskState, user: Any = None, **kwargs: Any) -> None:
    """Everybody a step waits on; the administrators where nobody can act."""
    ask_to_act(instance, key=f"step:{instance.pk}", besides=user)


def ask_to_act(state: ReviewTaskState, *, key: str, besides: Any = None) -> int:
    """Write to the holders of a step; of the same `key` each gets one letter.

    Returns:
        How many letters were written.
    """
    page = state.revision.as_object()
    task = state.task.specific
    everybody = list(task.holders(page))
    written = 0
    for person in everybody:
        if person == besides:
            continue
        if OutgoingMail.objects.filter(key=f"{key}:{person.pk}").exists():
            continue  # asking again would kill the link of the letter that is out
        address, note = _way_to_act(state, person)
        written += bool(
            write(
                person,
                page,
                key=f"{key}:{person.pk}",
                expires_at=timezone.now() + APPROVAL_LIFE if task.freezes else None,
                subject=_subject(state, task),
                lead=_("Một bài chờ bạn ở bước “%s”.") % task.name,
                due=vi_datetime(state.due_at),
                meta=[digest_of_page(page).section, _sent_by(state), schedule_words(page)],
                body=page.sapo,
                button_label=_("Xem và duyệt bài") if task.freezes else _("Mở bài để đọc và sửa"),
                button_url=address,
                note=note,
            )
        )
    if not everybody:
        _warn_nobody(state, page, key)
    return written


def _subject(state: ReviewTaskState, task: Any) -> str:
    """`Chờ duyệt đăng`, `Chờ biên tập`, `Gấp, chờ thẩm định`."""
    step = task.name[:1].lower() + task.name[1:]
    words = _("Gấp, chờ %s") if state.priority == Priority.URGENT else _("Chờ %s")
    return words % step


def _sent_by(state: ReviewTaskState) -> str:
    sender = state.workflow_state.requested_by
    return _("%s gửi") % sender.get_full_name() if sender else ""


def _way_to_act(state: ReviewTaskState, person: Any) -> tuple[str, list[str]]:
    """The address behind the button, and what must be said of it."""
    task = state.task.specific
    token = issue_approval_link(state=state, approver=person) if task.freezes else None
    if token is None:
        return absolute("workflow_review", state.pk), [
            _("Nút dẫn tới bàn biên tập, cần đăng nhập.")
        ]
    return absolute("workflow_approve", token), [
        _("Đường dẫn chỉ dành cho bạn, dùng một lần, trong 48 giờ. Xin đừng chuyển tiếp thư này."),
        _("Trang không bao giờ hỏi mật khẩu qua thư."),
    ]


def _warn_nobody(state: ReviewTaskState, page: Any, key: str) -> None:
    for person in administrators():
        write(
            person,
            page,
            key=f"{key}:nobody:{person.pk}",
            subject=_("Chưa ai duyệt được"),
            lead=_("Bài dưới đây chờ ở bước “%s” mà chưa có người nào làm được bước này.")
            % state.task.name,
            body=_(
                "Người duyệt đã sửa bài hoặc đang nghỉ. Hãy thêm người duyệt, ghi người làm thay."
            ),
            button_label=_("Xem bài đang chờ"),
            button_url=absolute("workflow_review", state.pk),
        )


@standing_alone
def told_of_return(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """Whoever wrote it, with what must be changed."""
    state = instance.current_task_state
    page = instance.content_object.specific
    for person in concerned(instance, besides=user):
        write(
            person,
            page,
            key=f"returned:{state.pk}:{person.pk}",
            subject=_("Trả lại"),
            lead=_("Bài được trả lại để sửa ở bước “%s”.") % state.task.name,
            comment=state.comment,
            comment_by=user.get_full_name() if user else "",
            button_label=_("Mở bài để sửa"),
            button_url=absolute("wagtailadmin_pages:edit", page.pk),
        )


@standing_alone
def told_of_approval(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """Whoever wrote it and passed it on: it is out, or has its hour."""
    if instance.status != WorkflowState.STATUS_APPROVED:
        return
    page = instance.content_object.specific
    state = instance.current_task_state
    record = Publication.objects.filter(page=page).order_by("pk").last()
    by = record.decided_by_name if record else ""
    later = record.planned_at if record and record.published_at is None else None
    for person in concerned(instance, besides=user):
        write(
            person,
            page,
            key=f"approved:{instance.pk}:{person.pk}",
            subject=_("Đã hẹn đăng") if later else _("Đã đăng"),
            lead=_("%(name)s đã duyệt, bài sẽ tự lên trang lúc %(when)s.")
            % {"name": by, "when": vi_datetime(later)}
            if later
            else _("%s đã duyệt và bài đã lên trang.") % by,
            comment=state.comment if state else "",
            comment_by=user.get_full_name() if user else "",
            button_label=_("Mở bài") if later else _("Xem bài"),
            button_url=absolute("wagtailadmin_pages:edit", page.pk) if later else page.full_url,
        )


@standing_alone
def told_of_taking_back(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """Those who were asked to act need not any more."""
    state = instance.current_task_state
    page = instance.content_object
    if state is None or page is None or instance.status != WorkflowState.STATUS_CANCELLED:
        return
    state.refresh_from_db()
    if state.status != TaskState.STATUS_CANCELLED:
        return  # it had been decided: nobody was waiting any more
    for person in state.task.specific.holders(page):
        if person != user:
            write(
                person,
                page.specific,
                key=f"back:{instance.pk}:{person.pk}",
                subject=_("Không cần duyệt nữa"),
                lead=_("%s đã đưa bài dưới đây ra khỏi quy trình, bạn không phải duyệt nữa.")
                % (user.get_full_name() if user else _("Máy")),
            )
