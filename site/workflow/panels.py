"""Panels of the admin's home page: what waits on whom, and what is owed."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from accounts.roles import decides
from workflow.models import Publication
from workflow.waiting import waiting_on


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
        owed = Publication.objects.owed().filter(page__isnull=False)
        records = owed if decides(user) else []
        return {"records": records, "now": timezone.now()}
