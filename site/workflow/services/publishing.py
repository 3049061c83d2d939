"""The only places from which a page becomes public."""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision, TaskState, WorkflowState

from accounts.roles import approves_for, decides, is_approver, stands_in_for
from workflow.acting import way
from workflow.content import hash_of, lock_page
from workflow.models import ApprovalTask, Publication, ReviewTaskState, Route
from workflow.models.records import REVIEW_WITHIN
from workflow.services.decisions import AlreadyDecided, NotAllowed
from workflow.signals import ended_unapproved, published_urgently, schedule_refused, urgent_reviewed

logger = logging.getLogger(__name__)


def publish_approved(workflow_state: WorkflowState, user: Any = None) -> None:
    """Publish exactly what the final step approved (`WAGTAIL_FINISH_WORKFLOW_ACTION`).

    A workflow that ends without such an approval (its steps were taken away or switched off in
    mid-flight) publishes nothing and counts as cancelled.
    """
    state = _final_approval(workflow_state)
    if state is None or hash_of(state.revision_id) != state.content_hash:
        workflow_state.status = WorkflowState.STATUS_CANCELLED
        workflow_state.save()
        page = workflow_state.content_object.specific
        log(instance=page, action="workflow.unapproved_end", user=user)
        ended_unapproved.send(sender=WorkflowState, instance=workflow_state)
        logger.error("workflow %s ended without a valid approval", workflow_state.pk)
        return
    small = Route.objects.filter(
        workflow_id=workflow_state.workflow_id, code=Route.Code.SMALL
    ).exists()
    _publish(
        state.revision,
        user=state.finished_by,
        way_out=Publication.Way.SMALL if small else Publication.Way.WORKFLOW,
    )


def _final_approval(workflow_state: WorkflowState) -> ReviewTaskState | None:
    rows = ReviewTaskState.objects.filter(
        workflow_state=workflow_state,
        status=TaskState.STATUS_APPROVED,
        task__in=ApprovalTask.objects.values("pk"),
        finished_by__isnull=False,
    )
    return rows.select_related("revision", "finished_by").order_by("pk").last()


def publish_urgently(*, page: Any, user: Any, reason: str) -> Publication:
    """Publish the newest draft at once; a second person looks at it within 24 hours.

    Raises:
        NotAllowed: not an approver or administrator; no reason; nothing to publish.
    """
    if not decides(user):
        raise NotAllowed(_("Chỉ người duyệt và quản trị được đăng khẩn."))
    if not reason.strip():
        raise NotAllowed(_("Hãy ghi lý do đăng khẩn."))
    with transaction.atomic():
        page = lock_page(page.pk)
        revision = page.get_latest_revision()
        if revision is None or (page.live and not page.has_unpublished_changes):
            raise NotAllowed(_("Bài không có gì mới để đăng."))
        if page.withdrawn_at:
            raise NotAllowed(_("Bài đã gỡ. Hãy đưa về bản nháp trước."))
        if state := page.current_workflow_state:
            state.cancel(user=user)
        page.revisions.update(approved_go_live_at=None)
        revision = _without_schedule(Revision.objects.get(pk=revision.pk), user)
        record = _publish(
            revision, user=user, way_out=Publication.Way.URGENT, reason=reason.strip()
        )
        log(
            instance=page,
            action="workflow.publish_urgently",
            user=user,
            revision=revision,
            data={"reason": record.reason},
        )
        published_urgently.send(sender=Publication, instance=record)
    return record


def review_urgent(*, record_id: int, user: Any, note: str) -> Publication:
    """The second look at what was published urgently.

    Raises:
        NotAllowed: not an approver, or one who published or wrote it.
        AlreadyDecided: it has been looked at.
    """
    with transaction.atomic():
        record = Publication.objects.select_for_update().get(pk=record_id)
        if record.way != Publication.Way.URGENT or record.reviewed_at:
            raise AlreadyDecided(_("Bài này đã được xem lại."))
        if user.pk == record.decided_by_id or user.pk in writers_of_publication(record):
            raise NotAllowed(_("Người đã viết hoặc đã đăng khẩn không tự xem lại được."))
        if not is_approver(user):
            raise NotAllowed(_("Chỉ người duyệt xem lại được bài đăng khẩn."))
        record.reviewed_at, record.reviewed_by = timezone.now(), user
        record.reviewed_by_name, record.review_note = user.get_full_name(), note.strip()
        record.save()
        if record.page:
            page = record.page.specific
            log(instance=page, action="workflow.review_urgent", user=user, data={"note": note})
        urgent_reviewed.send(sender=Publication, instance=record)
    return record


def writers_of_publication(record: Publication) -> set[int]:
    """Who saved any revision up to the one that went out, since the one before it."""
    if record.page is None:
        return set()
    rows = Revision.objects.for_instance(record.page.specific).filter(pk__lte=record.revision_id)
    earlier = Publication.objects.filter(page=record.page, pk__lt=record.pk)
    earlier = earlier.filter(published_at__isnull=False).order_by("pk").last()
    if earlier:
        rows = rows.filter(pk__gt=earlier.revision_id)
    return set(rows.filter(user__isnull=False).values_list("user_id", flat=True))


def publish_by_system(
    *, page: Any, user: Any = None, cause: str, when: datetime | None = None
) -> Publication:
    """Publish what a command made: the demo, the first pages of a site, an intake.

    Args:
        cause: where it came from, for the record.
        when: the moment it counts as published, for demo content with a past.
    """
    page.save()
    revision = page.save_revision(user=user, changed=False)
    record = _publish(revision, user=user, way_out=Publication.Way.SYSTEM, reason=cause)
    if when:
        type(page).objects.filter(pk=page.pk).update(last_published_at=when)
    return record


def _publish(revision: Revision, *, user: Any, way_out: str, reason: str = "") -> Publication:
    """Publish or schedule one revision and write it down."""
    page = revision.as_object()
    planned = page.go_live_at
    later = bool(planned and planned > timezone.now())
    machine = Publication.Via.MACHINE if way_out == Publication.Way.SYSTEM else ""
    record = Publication(
        page_id=page.pk,
        page_title=page.title,
        revision_id=revision.pk,
        way=way_out,
        via=machine or way() or Publication.Via.ACCOUNT,
        reason=reason,
        decided_by=user,
        decided_by_name=name_of(user),
        planned_at=planned if later else None,
        published_at=None if later else timezone.now(),
    )
    if way_out == Publication.Way.URGENT:
        record.review_due_at = timezone.now() + REVIEW_WITHIN
    revision.publish(user=user, skip_permission_checks=True)
    record.content_hash = hash_of(revision.pk)
    record.save()
    return record


def _without_schedule(revision: Revision, user: Any) -> Revision:
    """Urgent is now: the hour written in the draft gives way, in a revision of its own."""
    page = revision.as_object()
    if page.go_live_at is None:
        return revision
    page.go_live_at = None
    return page.save_revision(user=user, clean=False)


def name_of(user: Any) -> str:
    """The name for the record; with whom the person stood in for."""
    if user is None:
        return ""
    name = user.get_full_name()
    absent = [str(person) for person in stands_in_for(user)]
    own = user.pk in approves_for(user)
    return (
        name
        if own or not absent
        else _("%(name)s (thay %(absent)s)")
        % {
            "name": name,
            "absent": ", ".join(absent),
        }
    )


def publish_due() -> dict[str, int]:
    """Take down what has expired and publish what is due, each on its own. For the clock.

    Holds through a stop of the server: what was due meanwhile goes live at the first run.

    Returns:
        Counts of `expired`, `published`, `refused`, `failed`.
    """
    counts = {"expired": 0, "published": 0, "refused": 0, "failed": 0}
    now = timezone.now()
    for page in Page.objects.filter(live=True, expire_at__lt=now).order_by("expire_at"):
        counts["expired" if _safely(_expire, page.pk) else "failed"] += 1
    due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    for key in list(due.values_list("pk", flat=True)):
        outcome = _safely(_go_live, key)
        counts[outcome or "failed"] += 1
    return counts


def _safely(act: Any, key: int) -> Any:
    """One page's fault does not keep the others."""
    try:
        with transaction.atomic():
            return act(key)
    except Exception:
        logger.exception("timed publication of %s failed", key)
        return None


def _expire(page_id: int) -> str:
    page = Page.objects.select_for_update().get(pk=page_id).specific
    page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return "expired"


def _go_live(revision_id: int) -> str:
    revision = Revision.objects.select_for_update().get(pk=revision_id)
    if revision.approved_go_live_at is None:
        return "published"  # another clock was quicker
    record = Publication.objects.waiting().filter(revision_id=revision_id).order_by("pk").last()
    if record is None or record.content_hash != hash_of(revision_id):
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        if record:
            record.refused_at = timezone.now()
            record.save(update_fields=["refused_at"])
        schedule_refused.send(sender=Publication, revision=revision)
        logger.error("revision %s was due but is not what was approved", revision_id)
        return "refused"
    revision.publish(log_action="wagtail.publish.scheduled")
    record.published_at = timezone.now()
    record.save(update_fields=["published_at"])
    return "published"
