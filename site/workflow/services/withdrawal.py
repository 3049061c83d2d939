"""Taking back what was public."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.signals import page_published, page_unpublished

from accounts.roles import decides
from core.models.syndicated import Withdrawal
from workflow.content import lock_page
from workflow.models import ShareLink
from workflow.services.decisions import NotAllowed
from workflow.signals import withdrawn


def withdraw(*, page: Any, user: Any, why: str, note: str = "") -> None:
    """Out of every list at once; its address answers 410 with `note`. It stays in the figures.

    Raises:
        NotAllowed: not an approver or administrator; not public; no such reason.
    """
    _check(user)
    if why not in Withdrawal.values or why == Withdrawal.RESTED:
        raise NotAllowed(_("Hãy chọn lý do gỡ."))
    with transaction.atomic():
        page = lock_page(page.pk)
        if not page.live or page.withdrawn_at:
            raise NotAllowed(_("Bài không ở trên trang nên không gỡ được."))
        _take_off(page, why=why, note=note.strip(), user=user)


def withdraw_on_request(*, page: Any) -> None:
    """At the person's own word, without an editor: a draft as well, and for good.

    What was taken off for another reason is from now on off for this one.
    """
    with transaction.atomic():
        page = lock_page(page.pk)
        if page.consent_withdrawn:
            return
        page.revisions.update(approved_go_live_at=None)
        _take_off(page, why=Withdrawal.CONSENT, note="", user=None)


def put_to_rest(*, page: Any, note: str) -> bool:
    """Out of every list until its maker says that it still holds; nothing of it changes.

    Returns:
        Whether it was public until now.
    """
    with transaction.atomic():
        page = lock_page(page.pk)
        if not page.live or page.withdrawn_at:
            return False
        _take_off(page, why=Withdrawal.RESTED, note=note, user=None, tell=False)
    return True


def wake(*, page: Any, user: Any = None) -> bool:
    """What rested is public again as it was; nobody approves it anew, for no word has changed.

    Returns:
        Whether it rested.
    """
    with transaction.atomic():
        page = lock_page(page.pk)
        if not page.is_resting or not page.live:
            return False
        page.withdrawn_at, page.withdrawn_why, page.withdrawn_note = None, "", ""
        page.save(update_fields=["withdrawn_at", "withdrawn_why", "withdrawn_note"], clean=False)
        log(instance=page, action="workflow.wake", user=user)
        page_published.send(sender=type(page), instance=page, revision=page.live_revision)
    return True


def _take_off(page: Any, *, why: str, note: str, user: Any, tell: bool = True) -> None:
    """The act itself, on a locked page."""
    if state := page.current_workflow_state:
        state.cancel(user=user)
    page.withdrawn_at, page.withdrawn_why, page.withdrawn_note = timezone.now(), why, note
    page.save(update_fields=["withdrawn_at", "withdrawn_why", "withdrawn_note"], clean=False)
    log(instance=page, action="workflow.withdraw", user=user, data={"why": why, "note": note})
    ShareLink.objects.open().filter(page=page).update(revoked_at=page.withdrawn_at)
    # Cards, caches and indexes follow what leaves the public, on whichever way it leaves.
    page_unpublished.send(sender=type(page), instance=page)
    if tell:
        withdrawn.send(sender=type(page), page=page, user=user, note=note)


def make_draft_again(*, page: Any, user: Any) -> None:
    """Withdrawn by mistake, or mended: it becomes a draft, which must be approved like any other.

    Raises:
        NotAllowed: not an approver or administrator; not withdrawn; consent was taken back.
    """
    _check(user)
    with transaction.atomic():
        page = lock_page(page.pk)
        if not page.withdrawn_at:
            raise NotAllowed(_("Bài không ở trạng thái đã gỡ."))
        if page.consent_withdrawn:
            raise NotAllowed(_("Người trong bài đã rút lại sự đồng ý nên bài không đăng lại được."))
        UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
        page.withdrawn_at, page.withdrawn_why, page.withdrawn_note = None, "", ""
        page.save(update_fields=["withdrawn_at", "withdrawn_why", "withdrawn_note"], clean=False)
        log(instance=page, action="workflow.draft_again", user=user)


def _check(user: Any) -> None:
    if not decides(user):
        raise NotAllowed(_("Chỉ người duyệt và quản trị gỡ bài được."))
