"""The week on the admin's home page."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from planning.calendar import days, own_items
from planning.years import week_of


class WeekPanel(Component):
    """What is planned, scheduled and published this week, day by day."""

    name = "planning_week"
    order = 400
    column = "full"
    template_name = "planning/admin/week_panel.html"
    heading = _("Lịch đăng tuần này")

    class Media:
        css = {"all": ["css/admin/planning.css"]}

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The seven days, Monday first."""
        start, end = week_of(timezone.localdate())
        items = own_items(parent_context["request"].user, start, end)
        return {"days": days(start, end, items), "heading": self.heading, "start": start}

    def render_html(self, parent_context: Any = None) -> str:
        """For those who plan; nothing for others."""
        user = parent_context["request"].user
        return (
            super().render_html(parent_context) if user.has_perm("planning.add_planentry") else ""
        )
