"""Sending, deciding, taking back."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import TaskState, WorkflowState

from accounts.roles import is_approver
from workflow.content import hash_of, lock_page
from workflow.models import ReviewTaskState, Route


class DecisionError(PermissionDenied):
    """An act that is not possible; its text tells the person why, in Vietnamese."""


class NotAllowed(DecisionError):
    """This person may not do it."""


class AlreadyDecided(DecisionError):
    """Somebody was quicker, or the sender took it back."""


class ContentChanged(DecisionError):
    """What would go on is not what was read."""


def submit(*, page: Any, user: Any, code: str | None = None) -> WorkflowState:
    """Send the newest draft on its route (`code`: another one than its type's).

    Raises:
        NotAllowed: when it is under way already, or there is no route.
    """
    route = Route.objects.select_related("workflow").filter(code=code).first() if code else None
    workflow = route.workflow if route else page.get_workflow()
    if workflow is None:
        raise NotAllowed(_("Chưa cài quy trình cho loại trang này."))
    with transaction.atomic():
        page = lock_page(page.pk)
        if page.workflow_in_progress:
            raise NotAllowed(_("Bài đang ở trong quy trình."))
        if page.withdrawn_at:
            raise NotAllowed(_("Bài đã gỡ. Hãy đưa về bản nháp trước khi gửi duyệt."))
        if old := page.current_workflow_state:
            old.cancel(user=user)
        return workflow.start(page, user)


def decide(
    *, state_id: int, user: Any, approve: bool, comment: str = "", seen: str | None = None
) -> ReviewTaskState:
    """Approve or return what stands at a step; of two at once only the first counts.

    Args:
        state_id: the passage that is decided.
        seen: the hash of what the person has read, where the screen knows it.

    Raises:
        NotAllowed: not this person's, four eyes included; a return without a comment.
        AlreadyDecided: it is no longer waiting.
        ContentChanged: the revision is not what was read.
    """
    with transaction.atomic():
        rows = ReviewTaskState.objects.select_related("workflow_state")
        known = rows.filter(pk=state_id).first()
        if known is None:
            raise AlreadyDecided(_outcome(None))
        lock_page(int(known.workflow_state.object_id))
        state = rows.filter(pk=state_id).first()
        if state is None or not state.is_waiting:
            raise AlreadyDecided(_outcome(state))
        _check(state, user, approve, comment, seen)
        act = state.approve if approve else state.reject
        act(user=user, comment=comment.strip())
        state.refresh_from_db()
    return state


def _check(
    state: ReviewTaskState, user: Any, approve: bool, comment: str, seen: str | None
) -> None:
    task, page = state.task.specific, state.workflow_state.content_object.specific
    if not task.may_act(user, page):
        raise NotAllowed(_("Bước này không phải của bạn."))
    if not approve:
        if not comment.strip():
            raise NotAllowed(_("Hãy ghi cần sửa gì, để người viết biết."))
        return
    if not task.may_approve(user, page):
        raise NotAllowed(_("Bạn đã sửa bài này nên cần một người duyệt khác."))
    if seen not in (None, state.content_hash) or hash_of(state.revision_id) != state.content_hash:
        raise ContentChanged(_("Nội dung không còn như bản bạn đã đọc. Hãy mở lại để đọc."))


def _outcome(state: ReviewTaskState | None) -> str:
    """What has become of it, in words."""
    if state is None:
        return _("Bài đã bị xóa.")
    person = state.finished_by.get_full_name() if state.finished_by else ""
    words = {
        TaskState.STATUS_APPROVED: _("%s đã duyệt bài này rồi."),
        TaskState.STATUS_REJECTED: _("%s đã trả lại bài này rồi."),
    }
    if person and state.status in words:
        return words[state.status] % person
    return _("Bài không còn chờ ở bước này: người gửi đã lấy lại hoặc quy trình đã đổi.")


def take_back(*, page: Any, user: Any) -> None:
    """The sender, the owner or an approver ends the passage and may write on.

    A page that waits for its hour is taken off the schedule.

    Raises:
        NotAllowed: not this person's.
        AlreadyDecided: there is nothing to take back.
    """
    with transaction.atomic():
        page = lock_page(page.pk)
        state = page.current_workflow_state
        scheduled = page.scheduled_revision
        if state is None and scheduled is None:
            raise AlreadyDecided(_("Bài không còn ở trong quy trình."))
        if state is not None:
            if not may_take_back(state, user):
                raise NotAllowed(_("Chỉ người gửi, chủ bài hoặc người duyệt lấy lại được."))
            state.cancel(user=user)
            return
        if not page.permissions_for_user(user).can_unschedule():
            raise NotAllowed(_("Chỉ chủ bài hoặc người duyệt bỏ hẹn được."))
        scheduled.approved_go_live_at = None
        scheduled.save(user=user, update_fields=["approved_go_live_at"])


def may_take_back(state: WorkflowState, user: Any) -> bool:
    """Whether this person may end the passage."""
    page = state.content_object
    return user.pk in (state.requested_by_id, page.owner_id) or is_approver(user)


def set_deadline(*, state: ReviewTaskState, user: Any, due_at: Any, priority: str) -> None:
    """Another hour or urgency for what waits; logged.

    Raises:
        AlreadyDecided: it no longer waits.
    """
    if not state.is_waiting:
        raise AlreadyDecided(_outcome(state))
    state.due_at, state.priority = due_at, priority
    state.save(update_fields=["due_at", "priority"])
    page = state.workflow_state.content_object.specific
    data = {"due_at": due_at.isoformat() if due_at else None, "priority": priority}
    log(instance=page, action="workflow.deadline", user=user, data=data)
