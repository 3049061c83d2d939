"""What readers read and what they said, for editors."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from core.exports import safe_cell
from core.kinds import Kind
from core.models import BasePage
from feedback.models import PageDay, Remark
from feedback.viewsets import RemarkViewSet

DAYS = 90


def _summed(column: str, since: Any) -> Coalesce:
    rows = PageDay.objects.filter(page=OuterRef("pk"), day__gte=since).order_by()
    total = rows.values("page").annotate(total=Sum(column)).values("total")
    return Coalesce(Subquery(total), 0)


def read_pages(days: int = DAYS) -> QuerySet[BasePage]:
    """Pages with the figures of the last days: `views`, `useful`, `useless`, `remark_count`."""
    since = timezone.localdate() - timedelta(days=days)
    remarks = Remark.objects.filter(page=OuterRef("pk"), sent_on__gte=since).order_by()
    counted = remarks.values("page").annotate(total=Count("pk")).values("total")
    return (
        BasePage.objects.annotate(
            views=_summed("views", since),
            useful=_summed("useful", since),
            useless=_summed("useless", since),
            remark_count=Coalesce(Subquery(counted), 0),
        )
        .filter(days__day__gte=since)
        .distinct()
        .order_by(F("views").desc(), "pk")
    )


def kind_label(value: str) -> str:
    """The kind in words."""
    return str(Kind(value).label) if value in Kind.values else value


def remarks_link(page: BasePage) -> SafeString | str:
    """How many sentences, leading to them."""
    if not page.remark_count:
        return "0"
    url = reverse(RemarkViewSet().get_url_name("list")) + f"?page={page.pk}"
    return format_html('<a href="{}">{}</a>', url, page.remark_count)


class ReadingReportView(ReportView):
    """Readings and ratings of the last ninety days, most read first."""

    page_title = _("Lượt đọc và đánh giá, 90 ngày qua")
    header_icon = "view"
    index_url_name = "feedback_report"
    index_results_url_name = "feedback_report_results"
    default_ordering = "-views"
    columns = [
        TitleColumn("title", label=_("Trang"), url_name="wagtailadmin_explore", accessor="title"),
        Column("views", label=_("Lượt đọc")),
        Column("useful", label=_("Có ích")),
        Column("useless", label=_("Chưa có ích")),
        Column("remark_count", label=_("Lời nhắn"), accessor=remarks_link),
    ]
    list_export = ["title", "kind", "views", "useful", "useless", "remark_count"]
    export_headings = {
        "title": _("Trang"),
        "kind": _("Loại"),
        "views": _("Lượt đọc"),
        "useful": _("Có ích"),
        "useless": _("Chưa có ích"),
        "remark_count": _("Lời nhắn"),
    }
    custom_value_preprocess = {str: {"csv": safe_cell, "xlsx": safe_cell}}
    custom_field_preprocess = {"kind": {"csv": kind_label, "xlsx": kind_label}}
    permission_policy = ModelPermissionPolicy(PageDay)
    any_permission_required = ["view"]

    def get_queryset(self) -> QuerySet[BasePage]:
        """Pages that were read, rated or written about."""
        return read_pages()

    def get_filename(self) -> str:
        """Of the exported sheet."""
        return f"luot-doc-{timezone.localdate():%Y-%m-%d}"

    @classmethod
    def get_menu_url(cls) -> str:
        """Where the menu leads."""
        return reverse(cls.index_url_name)
