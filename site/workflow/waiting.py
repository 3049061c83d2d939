"""What waits on a person, for many items at once: whom the steps count as holders, few queries."""

from typing import Any

from wagtail.models import Page, Revision, TaskState

from accounts.roles import is_approver, manned_section_paths, section_paths
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
    approves, sections = is_approver(user), tuple(section_paths(user))
    manned = tuple(manned_section_paths()) if approves else ()
    wrote = _wrote(user, pages) if approves else set()
    final = set(ApprovalTask.objects.values_list("pk", flat=True))
    found = []
    for state in states:
        state.page = pages.get(state.workflow_state.object_id)
        if state.page is None:
            continue
        if state.task_id in final:
            may = approves and state.page.pk not in wrote
        else:
            mine = state.page.path.startswith(sections)
            may = mine or (approves and not state.page.path.startswith(manned))
        if may:
            found.append(state)
    return found[:limit]


def _pages(states: list[ReviewTaskState]) -> dict[str, Page]:
    keys = [state.workflow_state.object_id for state in states]
    pages = Page.objects.filter(pk__in=keys).select_related("live_revision")
    return {str(page.pk): page for page in pages.defer("live_revision__content")}


def _wrote(user: Any, pages: dict[str, Page]) -> set[int]:
    """Pages of which `user` saved a revision since the published one (`writers_since_live`)."""
    rows = Revision.page_revisions.filter(object_id__in=list(pages), user=user)
    found = set()
    for key, pk, created_at in rows.values_list("object_id", "pk", "created_at"):
        live = pages[key].live_revision
        newer = live is None or created_at > live.created_at or pk > live.pk
        if newer and (live is None or pk != live.pk):
            found.add(pages[key].pk)
    return found
