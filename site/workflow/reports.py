"""Reports: what waits on whom, how long each step takes each person, and each publication."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import django_filters
from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, Max, Q, QuerySet
from django.http import HttpRequest
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import TaskState
from wagtail.permission_policies import ModelPermissionPolicy

from core.exports import safe_cell
from core.templatetags.format_tags import vi_datetime
from workflow.models import Publication, ReviewTaskState
from workflow.waiting import with_holders

DECIDED = (TaskState.STATUS_APPROVED, TaskState.STATUS_REJECTED)
SAFE = {"csv": safe_cell, "xlsx": safe_cell}


def hours(span: timedelta | None) -> float | None:
    """Hours with one decimal."""
    return None if span is None else round(span.total_seconds() / 3600, 1)


def local_naive(moment: datetime) -> datetime:
    """The hour in Vietnam, as spreadsheets know hours: without a zone."""
    return timezone.localtime(moment).replace(tzinfo=None)


class FiguresReport(ReportView):
    """A report of ours: who reads figures may read and export it, without formulas."""

    permission_policy = ModelPermissionPolicy(Publication)
    any_permission_required = ["view"]
    custom_value_preprocess = {str: SAFE, datetime: {"csv": vi_datetime, "xlsx": local_naive}}
    slug = ""
    is_searchable = False

    @classmethod
    def urls(cls) -> list[Any]:
        """The report and its results."""
        return [
            path(f"reports/{cls.slug}/", cls.as_view(), name=cls.index_url_name),
            path(
                f"reports/{cls.slug}/results/",
                cls.as_view(results_only=True),
                name=cls.index_results_url_name,
            ),
        ]

    def get_filtered_queryset(self) -> QuerySet:
        """Each report filters its rows itself, before it counts them."""
        return self.get_queryset()

    def stream_csv(self, queryset: Any) -> Iterator[Any]:
        """With the mark by which Excel knows UTF-8."""
        yield b"\xef\xbb\xbf"
        yield from super().stream_csv(queryset)

    def get_filename(self) -> str:
        """Of the exported sheet."""
        return f"{self.slug}-{timezone.localdate():%Y-%m-%d}"

    @classmethod
    def get_menu_url(cls) -> str:
        """Where the menu leads."""
        return reverse(cls.index_url_name)


def _person(row: dict[str, Any]) -> str:
    name = f"{row['finished_by__last_name']} {row['finished_by__first_name']}".strip()
    return name or row["finished_by__username"] or ""


def _hours_of(name: str) -> Callable[[dict[str, Any]], float | None]:
    return lambda row: hours(row[name])


class TimesFilter(WagtailFilterSet):
    """By step and by when it was decided."""

    finished_at = django_filters.DateFromToRangeFilter(
        label=_("Quyết định trong khoảng"), widget=DateRangePickerWidget
    )

    class Meta:
        model = ReviewTaskState
        fields = ["task", "finished_at"]


class TimesReportView(FiguresReport):
    """Times per step and person."""

    slug = "quy-trinh"
    page_title = _("Thời gian từng bước, từng người")
    header_icon = "time"
    index_url_name = "workflow_times"
    index_results_url_name = "workflow_times_results"
    filterset_class = TimesFilter
    default_ordering = "task__name"
    columns = [
        Column("task__name", label=_("Bước"), accessor="task__name"),
        Column("person", label=_("Người quyết định"), accessor=_person),
        Column("decided", label=_("Số lượt")),
        Column("returned", label=_("Trả lại")),
        Column("late", label=_("Quá hạn")),
        Column("mean", label=_("Trung bình (giờ)"), accessor=_hours_of("mean")),
        Column("longest", label=_("Lâu nhất (giờ)"), accessor=_hours_of("longest")),
    ]
    list_export = ["task__name", "person", "decided", "returned", "late", "mean", "longest"]
    export_headings = {
        "task__name": _("Bước"),
        "person": _("Người quyết định"),
        "decided": _("Số lượt"),
        "returned": _("Trả lại"),
        "late": _("Quá hạn"),
        "mean": _("Trung bình (giờ)"),
        "longest": _("Lâu nhất (giờ)"),
    }
    custom_field_preprocess = {name: {"csv": hours, "xlsx": hours} for name in ("mean", "longest")}

    def get_queryset(self) -> QuerySet:
        """Passages that somebody decided, by step and person."""
        rows = ReviewTaskState.objects.filter(status__in=DECIDED, finished_at__isnull=False)
        rows = self.filter_queryset(rows)
        span = ExpressionWrapper(F("finished_at") - F("started_at"), output_field=DurationField())
        names = [f"finished_by__{part}" for part in ("last_name", "first_name", "username")]
        grouped = rows.order_by().values("task__name", *names)
        return grouped.annotate(
            decided=Count("pk"),
            returned=Count("pk", filter=Q(status=TaskState.STATUS_REJECTED)),
            late=Count("pk", filter=Q(finished_at__gt=F("due_at"))),
            mean=Avg(span),
            longest=Max(span),
        ).order_by("task__name", *names)

    def to_row_dict(self, item: dict[str, Any]) -> dict[str, Any]:
        """With the name as one word."""
        return super().to_row_dict({**item, "person": _person(item)})


def holder_names(state: ReviewTaskState) -> str:
    """Everybody the item waits on today (see `with_holders`)."""
    return ", ".join(p.get_full_name() for p in state.holders) or str(_("Chưa có ai"))


def due_cell(state: ReviewTaskState) -> str:
    """With a word where it is past."""
    words = vi_datetime(state.due_at)
    late = state.due_at and state.due_at < timezone.now()
    return f"{words} ({_('quá hạn')})" if late else words


def review_address(state: ReviewTaskState) -> str:
    """Where it is read."""
    return reverse("workflow_review", args=[state.pk])


class WaitingReportView(FiguresReport):
    """Everything under way: who holds it, since when, until when."""

    slug = "dang-cho"
    page_title = _("Bài đang chờ")
    header_icon = "history"
    index_url_name = "workflow_waiting"
    index_results_url_name = "workflow_waiting_results"
    default_ordering = "due_at"
    columns = [
        TitleColumn(
            "title",
            label=_("Bài"),
            accessor="revision.object_str",
            get_url=review_address,
        ),
        Column("step", label=_("Bước"), accessor="task.name"),
        Column("holders", label=_("Đang chờ ai"), accessor=holder_names),
        DateColumn("started_at", label=_("Từ lúc")),
        Column("due_at", label=_("Hạn"), accessor=due_cell),
        Column("priority", label=_("Ưu tiên"), accessor="get_priority_display"),
        Column("sender", label=_("Người gửi"), accessor="workflow_state.requested_by"),
    ]
    list_export = ["revision.object_str", "task.name", "holders", "started_at", "due_at",
                   "get_priority_display", "workflow_state.requested_by"]  # fmt: skip
    export_headings = {
        "revision.object_str": _("Bài"),
        "task.name": _("Bước"),
        "holders": _("Đang chờ ai"),
        "started_at": _("Từ lúc"),
        "due_at": _("Hạn"),
        "get_priority_display": _("Ưu tiên"),
        "workflow_state.requested_by": _("Người gửi"),
    }

    def get_queryset(self) -> QuerySet:
        """The most pressing first."""
        rows = ReviewTaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
        return rows.select_related("revision", "task", "workflow_state__requested_by").order_by(
            "due_at", "pk"
        )

    def decorate_paginated_queryset(self, object_list: Any) -> list[ReviewTaskState]:
        """With the holders of each."""
        return with_holders(list(object_list))

    def to_row_dict(self, item: ReviewTaskState) -> dict[str, Any]:
        """With the names of the holders."""
        row = super().to_row_dict(item)
        row["holders"] = holder_names(item)
        return row


class PublicationFilter(WagtailFilterSet):
    """By way and by when."""

    decided_at = django_filters.DateFromToRangeFilter(
        label=_("Trong khoảng"), widget=DateRangePickerWidget
    )

    class Meta:
        model = Publication
        fields = ["way", "via", "decided_at"]


class PublicationReportView(FiguresReport):
    """Each publication: on whose word, on which way; urgent ones and small fixes are counted so."""

    slug = "lan-dang"
    page_title = _("Các lần đăng")
    header_icon = "upload"
    index_url_name = "workflow_publications"
    index_results_url_name = "workflow_publications_results"
    filterset_class = PublicationFilter
    default_ordering = "-decided_at"
    columns = [
        Column("page_title", label=_("Bài")),
        Column("way", label=_("Cách đăng"), accessor="get_way_display"),
        Column("decided_by_name", label=_("Người cho đăng")),
        Column("via", label=_("Bằng"), accessor="get_via_display"),
        DateColumn("decided_at", label=_("Cho đăng lúc")),
        DateColumn("published_at", label=_("Lên trang lúc")),
        Column("reason", label=_("Lý do")),
        Column("reviewed_by_name", label=_("Người xem lại")),
    ]
    list_export = [
        "page_title", "get_way_display", "decided_by_name", "get_via_display", "decided_at",
        "planned_at", "published_at", "reason", "reviewed_by_name", "reviewed_at", "review_note",
        "revision_id", "content_hash",
    ]  # fmt: skip

    export_headings = {"get_way_display": _("Cách đăng"), "get_via_display": _("Bằng")}

    def get_queryset(self) -> QuerySet:
        """People's decisions; what machines loaded only where asked for."""
        rows = Publication.objects.all()
        if "way" not in self.request.GET:
            rows = rows.exclude(way=Publication.Way.SYSTEM)
        rows = self.filter_queryset(rows)
        return self.order_queryset(rows)


class FiguresMenuItem(MenuItem):
    """Shown to those who may read figures."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person may."""
        return bool(request.user.has_perm("workflow.view_publication"))


def report_menu_items() -> list[MenuItem]:
    """Under reports."""
    views = (WaitingReportView, TimesReportView, PublicationReportView)
    return [
        FiguresMenuItem(
            view.page_title,
            reverse_lazy(view.index_url_name),
            name=view.slug,
            icon_name=view.header_icon,
            order=order,
        )
        for order, view in enumerate(views, 40)
    ]
