"""What waits on a person, for many items at once: whom the steps count as holders, few queries."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page, Revision, TaskState

from accounts.models import Section
from accounts.roles import (
    approvers,
    approves_for,
    editors_of,
    manned_section_paths,
    section_paths,
)
from workflow.models import ApprovalTask, ReviewTaskState

SHOWN = 50


def waiting_on(user: Any, limit: int = SHOWN) -> list[ReviewTaskState]:
    """Items this person may let go on, the most pressing first; the same number of queries always.

    Each has its page at hand as `page`.
    """
    rows = ReviewTaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    rows = rows.select_related("revision", "task", "workflow_state__requested_by")
    states = list(rows.defer("revision__content").order_by("due_at", "pk"))
    if not states:
        return []
    pages = _pages(states)
    approves, sections = approves_for(user), tuple(section_paths(user))
    manned = tuple(manned_section_paths()) if approves else ()
    writers = _writers(pages) if approves else {}
    final = set(ApprovalTask.objects.values_list("pk", flat=True))
    found = []
    for state in states:
        state.page = pages.get(state.workflow_state.object_id)
        if state.page is None:
            continue
        if state.task_id in final:
            may = bool(approves) and _may_decide(user, approves, writers[state.page.pk])
        else:
            mine = state.page.path.startswith(sections)
            may = mine or (bool(approves) and not state.page.path.startswith(manned))
        if may:
            found.append(state)
    return found[:limit]


def overdue() -> QuerySet[ReviewTaskState]:
    """What waits past its hour, the latest first."""
    rows = ReviewTaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, due_at__lt=timezone.now()
    )
    rows = rows.select_related("revision", "task", "workflow_state__requested_by")
    return rows.defer("revision__content").order_by("due_at", "pk")


def _pages(states: list[ReviewTaskState]) -> dict[str, Page]:
    keys = [state.workflow_state.object_id for state in states]
    pages = Page.objects.filter(pk__in=keys).select_related("live_revision")
    return {str(page.pk): page for page in pages.defer("live_revision__content")}


def _may_decide(user: Any, approves: set[int], writers: set[int]) -> bool:
    """As `ApprovalTask.may_approve`."""
    return bool(user.pk not in writers and approves - writers)


def with_holders(states: list[ReviewTaskState]) -> list[ReviewTaskState]:
    """Each with its page as `page` and the people it waits on as `holders`; few queries."""
    pages = _pages(states)
    final = set(ApprovalTask.objects.values_list("pk", flat=True))
    deciders, writers = list(approvers()), _writers(pages)
    rights = {person.pk: approves_for(person) for person in deciders}
    editors: dict[tuple[str, ...], list[Any]] = {}
    sections = list(Section.objects.values_list("page__path", flat=True))
    for state in states:
        state.page = page = pages.get(state.workflow_state.object_id)
        if page is None:
            state.holders = []
        elif state.task_id in final:
            state.holders = [p for p in deciders if _may_decide(p, rights[p.pk], writers[page.pk])]
        else:
            above = tuple(path for path in sections if page.path.startswith(path))
            if above not in editors:
                editors[above] = list(editors_of(page)) or deciders
            state.holders = editors[above]
    return states


def holders_of_pages(pages: Sequence[Any]) -> dict[int, list[Any]]:
    """For pages at hand: the people each waits on, by its key (for the listings of `writing`)."""
    rows = ReviewTaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__object_id__in=[str(page.pk) for page in pages],
    )
    states = with_holders(list(rows.select_related("workflow_state")))
    return {state.page.pk: state.holders for state in states if state.page is not None}


def _writers(pages: dict[str, Page]) -> dict[int, set[int]]:
    """For each page who saved a revision since the published one."""
    rows = Revision.page_revisions.filter(object_id__in=list(pages), user__isnull=False)
    found: dict[int, set[int]] = {page.pk: set() for page in pages.values()}
    for key, pk, created_at, user in rows.values_list("object_id", "pk", "created_at", "user"):
        if _is_newer(pk, created_at, pages[key].live_revision):
            found[pages[key].pk].add(user)
    return found


def _is_newer(pk: int, created_at: Any, live: Revision | None) -> bool:
    return live is None or (pk != live.pk and (created_at > live.created_at or pk > live.pk))
