"""Registrations of feedback with the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from feedback.reports import ReadingReportView
from feedback.viewsets import RemarkViewSet

register_snippet(RemarkViewSet)


class ReportMenuItem(MenuItem):
    """Shown to those who may read figures."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may."""
        return bool(request.user.has_perm("feedback.view_pageday"))


@hooks.register("register_admin_urls")
def report_urls() -> list[Any]:
    """The report and its results."""
    return [
        path("reports/luot-doc/", ReadingReportView.as_view(), name="feedback_report"),
        path(
            "reports/luot-doc/results/",
            ReadingReportView.as_view(results_only=True),
            name="feedback_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """Under reports."""
    url = ReadingReportView.get_menu_url()
    return ReportMenuItem(
        _("Lượt đọc và đánh giá"), url, name="reading", icon_name="view", order=50
    )
