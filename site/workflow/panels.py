"""Panels of the admin's home page: what waits on whom, and what is owed."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState

from accounts.roles import is_administrator, is_approver
from workflow.models import Publication, ReviewTaskState

SHOWN = 50


def waiting_on(user: Any) -> list[ReviewTaskState]:
    """What this person may decide on, the most pressing first."""
    rows = ReviewTaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    rows = rows.select_related("revision", "task", "workflow_state__requested_by")
    found = []
    for state in rows.order_by("due_at", "pk")[: SHOWN * 4]:
        page = state.workflow_state.content_object
        if page is not None and state.task.specific.may_approve(user, page):
            found.append(state)
    return found[:SHOWN]


class WaitingPanel(Component):
    """Items this person decides on, with the act beside each."""

    name = "workflow_waiting"
    order = 50
    template_name = "workflow/admin/waiting_panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The items."""
        return {"states": waiting_on(parent_context["request"].user)}


class OwedReviewsPanel(Component):
    """Urgent publications that nobody has looked at yet: shown to all who decide, until done."""

    name = "workflow_owed"
    order = 51
    template_name = "workflow/admin/owed_panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The records."""
        user = parent_context["request"].user
        decides = is_approver(user) or is_administrator(user)
        records = Publication.objects.owed().filter(page__isnull=False) if decides else []
        return {"records": records, "now": timezone.now()}
