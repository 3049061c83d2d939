"""The desk's panel: what was sent in and waits."""

from typing import Any

from django.db.models import Count, Q
from django.utils import timezone
from wagtail.admin.ui.components import Component

from submissions.models.submission import WAITING, State
from submissions.rights import readable_kinds, submissions_for
from submissions.views.queue import open_requests, waiting_count

SHOWN = 5


class SubmissionsPanel(Component):
    """Waiting, late, requests about data, suspects; the longest waiting by name."""

    name = "submissions_waiting"
    order = 55
    template_name = "submissions/admin/panel.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The same number of queries, however many there are."""
        user = parent_context["request"].user
        if not readable_kinds(user):
            return {"shown": False}
        mine, now = submissions_for(user), timezone.now()
        rows = list(mine.waiting().select_related("reader")[:SHOWN])
        counted = mine.aggregate(
            late=Count("pk", filter=Q(state__in=WAITING, due_at__lt=now)),
            suspects=Count("pk", filter=Q(state=State.SUSPECT)),
        )
        requests = list(open_requests(user).select_related("submission")[:SHOWN])
        return {
            "shown": True,
            "rows": rows,
            "waiting": waiting_count(user),
            **counted,
            "requests": requests,
            "now": now,
        }
