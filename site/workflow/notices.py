"""Who is told what, by letter: always those who must act, and those who must know, with the words.

Each receiver stands on its own: a letter that cannot be written never stops a decision.
"""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
)

from accounts.roles import Role, approvers, holders
from core.templatetags.format_tags import vi_datetime
from workflow import signals
from workflow.content import writers_since_live
from workflow.letters import absolute, concerned, users, write
from workflow.models import Priority, Publication, ReviewTaskState
from workflow.reading import digest_of_page
from workflow.services.links import issue_approval_link

logger = logging.getLogger(__name__)
Receiver = Callable[..., None]


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
    )
    for signal, receiver, sender in pairs:
        signal.connect(receiver, sender=sender, dispatch_uid=f"workflow.{receiver.__name__}")


def standing_alone(receiver: Receiver) -> Receiver:
    """Whatever goes wrong inside is logged and undone, and nothing else."""

    @wraps(receiver)
    def wrapped(**kwargs: Any) -> None:
        try:
            with transaction.atomic():
                receiver(**kwargs)
        except Exception:
            logger.exception("a notice could not be written: %s", receiver.__name__)

    return wrapped


# --- the letters ------------------------------------------------------------------------------
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
    people = [person for person in task.holders(page) if person != besides]
    written = 0
    for person in people:
        address, note = _way_to_act(state, person)
        written += bool(
            write(
                person,
                page,
                key=f"{key}:{person.pk}",
                expires_at=None,
                subject=_("Gấp, chờ duyệt") if _is_urgent(state) else _("Chờ duyệt"),
                lead=_("Một bài chờ bạn ở bước “%s”.") % task.name,
                due=vi_datetime(state.due_at),
                meta=[digest_of_page(page).section, _sent_by(state)],
                body=page.sapo,
                button_label=_("Xem và duyệt bài"),
                button_url=address,
                note=note,
            )
        )
    if not people:
        _warn_nobody(state, page, key)
    return written


def _is_urgent(state: ReviewTaskState) -> bool:
    return bool(state.priority == Priority.URGENT)


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
    for person in holders(Role.ADMINISTRATOR):
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
    later = record.planned_at if record and record.published_at is None else None
    for person in concerned(instance, besides=user):
        write(
            person,
            page,
            key=f"approved:{instance.pk}:{person.pk}",
            subject=_("Đã hẹn đăng") if later else _("Đã đăng"),
            lead=_("Bài đã được duyệt, sẽ tự lên trang lúc %s.") % vi_datetime(later)
            if later
            else _("Bài đã được duyệt và đã lên trang."),
            comment=state.comment if state else "",
            comment_by=user.get_full_name() if user else "",
            button_label=_("Xem bài"),
            button_url=absolute("wagtailadmin_pages:edit", page.pk) if later else page.full_url,
        )


@standing_alone
def told_of_taking_back(instance: WorkflowState, user: Any = None, **kwargs: Any) -> None:
    """Those who were asked to act need not any more."""
    state = instance.current_task_state
    page = instance.content_object
    if state is None or page is None or instance.status != WorkflowState.STATUS_CANCELLED:
        return
    waiting = state.task.specific.holders(page) if state.status != TaskState.STATUS_APPROVED else ()
    for person in waiting:
        if person != user:
            write(
                person,
                page.specific,
                key=f"back:{instance.pk}:{person.pk}",
                subject=_("Thôi chờ duyệt"),
                lead=_("Bài dưới đây đã ra khỏi quy trình, bạn không phải duyệt nữa."),
            )


@standing_alone
def told_of_urgent(instance: Publication, **kwargs: Any) -> None:
    """All who decide, and the writers: published past the workflow."""
    page = instance.page.specific
    people = {*approvers(), *holders(Role.ADMINISTRATOR), *users(writers_since_live(page))}
    for person in people - {instance.decided_by}:
        write(
            person,
            page,
            key=f"urgent:{instance.pk}:{person.pk}",
            subject=_("Đăng khẩn"),
            lead=_("%(name)s vừa đăng khẩn bài dưới đây. Một người duyệt khác cần xem lại.")
            % {"name": instance.decided_by_name},
            due=vi_datetime(instance.review_due_at),
            comment=instance.reason,
            comment_by=instance.decided_by_name,
            button_label=_("Xem lại bài"),
            button_url=absolute("workflow_review_urgent", instance.pk),
        )


@standing_alone
def told_of_second_look(instance: Publication, **kwargs: Any) -> None:
    """Who published urgently learns what the second look found."""
    person = instance.decided_by
    if person and instance.page:
        write(
            person,
            instance.page.specific,
            key=f"urgent-seen:{instance.pk}:{person.pk}",
            subject=_("Đã xem lại"),
            lead=_("Bài đăng khẩn đã được xem lại."),
            comment=instance.review_note,
            comment_by=instance.reviewed_by_name,
        )


@standing_alone
def told_of_withdrawal(page: Any, user: Any, note: str, **kwargs: Any) -> None:
    """The owner, and all who decide."""
    people = {*approvers(), *holders(Role.ADMINISTRATOR)} | ({page.owner} if page.owner else set())
    for person in people - {user}:
        write(
            person,
            page,
            key=f"withdrawn:{page.pk}:{page.withdrawn_at.isoformat()}:{person.pk}",
            subject=_("Đã gỡ"),
            lead=_("Bài dưới đây đã được gỡ khỏi trang. Lý do: %s.")
            % page.get_withdrawn_why_display().lower(),
            comment=note,
            comment_by=user.get_full_name() if user else "",
        )


@standing_alone
def told_of_answer(instance: Any, **kwargs: Any) -> None:
    """Whoever shared the draft, and its owner."""
    page = instance.page.specific
    for person in {instance.created_by, page.owner} - {None}:
        write(
            person,
            page,
            key=f"answer:{instance.pk}:{instance.answered_at.isoformat()}:{person.pk}",
            subject=_("Trả lời bản nháp"),
            lead=_("%(name)s đã xem bản nháp và trả lời: %(answer)s.")
            % {"name": instance.recipient, "answer": instance.get_answer_display().lower()},
            comment=instance.answer_text,
            comment_by=instance.recipient,
            button_label=_("Mở bài"),
            button_url=absolute("wagtailadmin_pages:edit", page.pk),
        )


@standing_alone
def told_of_refused_schedule(revision: Any, **kwargs: Any) -> None:
    """A page did not go live at its hour, since it was not what had been approved."""
    page = revision.content_object.specific
    for person in {*approvers(), *({page.owner} if page.owner else set())}:
        write(
            person,
            page,
            key=f"refused:{revision.pk}:{person.pk}",
            subject=_("Không đăng được theo hẹn"),
            lead=_("Đến giờ hẹn mà nội dung không đúng bản đã duyệt, nên bài không lên trang."),
            button_label=_("Mở bài"),
            button_url=absolute("wagtailadmin_pages:edit", page.pk),
        )
