"""Panels of the admin's home page: what waits on whom, and what is owed."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from accounts.roles import decides, section_paths
from workflow.models import Publication, ReviewTaskState
from workflow.waiting import overdue, waiting_on, with_holders

LATE_SHOWN = 20


class WaitingPanel(Component):
    """Items this person decides on, with the act beside each."""

    name = "workflow_waiting"
    order = 50
    template_name = "workflow/admin/waiting_panel.html"

    def __init__(self, user: Any) -> None:
        self.states = waiting_on(user)
        self.count = len(self.states)
        self.shown = bool(self.states) or decides(user) or bool(section_paths(user))
        self.late = sum(state.is_late for state in self.states)

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The items."""
        return {"states": self.states, "count": self.count, "shown": self.shown}


class OverduePanel(Component):
    """What is late and waits on somebody else: all of it for those who decide, else one's own."""

    name = "workflow_overdue"
    order = 52
    template_name = "workflow/admin/overdue_panel.html"

    def __init__(self, user: Any, shown: list[ReviewTaskState]) -> None:
        late = overdue().exclude(pk__in=[state.pk for state in shown])
        if not decides(user):
            late = late.filter(workflow_state__requested_by=user)
        self.states = [state for state in with_holders(list(late[:LATE_SHOWN])) if state.page]

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The items."""
        return {"states": self.states}


class OwedReviewsPanel(Component):
    """Urgent publications that nobody has looked at yet: shown to all who decide, until done."""

    name = "workflow_owed"
    order = 51
    template_name = "workflow/admin/owed_panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The records."""
        user = parent_context["request"].user
        owed = Publication.objects.owed().filter(page__isnull=False)
        records = owed if decides(user) else []
        return {"records": records, "now": timezone.now()}
