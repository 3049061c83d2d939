"""The listing of one kind of page: a view and a viewset each app fills with its columns."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from core.exports import safe_cell
from writing import saved
from writing.columns import owner_name, state_label, state_more, vi_moment
from writing.filters import KindFilterSet, containing
from writing.states import State, with_state
from writing.waiting import holders

Reader = Callable[[Any], Any]
MAY_LIST = IndexView.any_permission_required
SAFE = {"csv": safe_cell, "xlsx": safe_cell}


def _naive(moment: datetime) -> datetime:
    """The hour in Vietnam, as spreadsheets know hours: without a zone."""
    return timezone.localtime(moment).replace(tzinfo=None)


class KindIndexView(IndexView):
    """All pages of a kind this person may reach; few queries, whatever their number."""

    template_name = "writing/listing.html"
    results_template_name = "writing/listing_results.html"
    table_classname = "listing full-width ls-table"
    default_ordering = "-latest_revision_created_at"
    select: tuple[str, ...] = ()
    prefetch: tuple[Any, ...] = ()
    more: Callable[[QuerySet], QuerySet] | None = None
    sheet: dict[Any, Reader] = {}
    custom_value_preprocess = {
        str: SAFE,
        datetime: {"csv": vi_moment, "xlsx": _naive},
        date: {"xlsx": None},
    }

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What was last asked comes back; `?xoa=1` begins anew."""
        user, listing = request.user, self.index_url_name
        if "xoa" in request.GET:
            saved.forget(user=user, listing=listing)
            return redirect(self.index_url)
        last = saved.last_used(user=user, listing=listing)
        if last and not request.GET and not self.results_only:
            return redirect(f"{self.index_url}?{last}")
        if not self.is_export:
            saved.remember(user=user, listing=listing, query=request.GET)
        return super().get(request, *args, **kwargs)

    # --- which pages ----------------------------------------------------------------------------
    def get_base_queryset(self) -> QuerySet:
        """Those the tree would show this person."""
        reachable = page_permission_policy.explorable_instances(self.request.user)
        pages = self.model.objects.filter(pk__in=reachable.values_list("pk", flat=True))
        return self.annotate_queryset(pages)

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """With state and writer, without bodies."""
        pages = with_state(pages).defer_streamfields().annotate_approved_schedule()
        pages = pages.select_related("owner", *self.select).prefetch_workflow_states()
        pages = pages.prefetch_related("content_type", *self.prefetch)
        return self.more(pages) if self.more else pages

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """Marks ignored."""
        return containing(queryset, self.search_query) if self.is_searching else queryset

    def get_ordering(self) -> str:
        """As asked, else the newest change first."""
        asked = self.request.GET.get("ordering", "")
        return asked if asked in self.get_valid_orderings() else self.default_ordering

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """What has no value stands last, either way; the key breaks ties."""
        name = self.ordering.lstrip("-")
        column = (
            F(name).desc(nulls_last=True)
            if self.ordering.startswith("-")
            else F(name).asc(nulls_last=True)
        )
        return queryset.order_by(column, "-pk")

    # --- what the rows show ---------------------------------------------------------------------
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each row knows its parent, with whom it waits and whether one may write in it."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        rows = list(context["object_list"])
        self.complete(rows)
        asked = self.is_searching or self.is_filtering or self.is_explicitly_ordered
        return {**context, "clear_url": f"{self.index_url}?xoa=1" if asked else ""}

    def complete(self, rows: list[Any]) -> None:
        """Set `_parent_page`, `waits_on` and `may_edit` on rows at hand."""
        Page.objects.annotate_parent_page(rows)
        people = holders([row for row in rows if row.state == State.WAITING])
        for row in rows:
            row.waits_on = people.get(row.pk, [])
            row.may_edit = self._may_edit(row)

    def _may_edit(self, row: Any) -> bool:
        """As the page's tester has it, without asking once per row."""
        user = self.request.user
        held = row.permissions_for_user(user)
        verbs = set() if user.is_superuser else held.permissions
        own = "add" in verbs and row.owner_id == user.pk
        return bool(user.is_superuser or "change" in verbs or own or user in row.waits_on)

    # --- sheets ---------------------------------------------------------------------------------
    def get_filename(self) -> str:
        """Of the exported sheet, with the day."""
        return f"{self.export_filename}-{timezone.localdate():%Y-%m-%d}"

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str) -> Any:
        """With parents and holders, as on the screen."""
        rows = list(queryset)
        self.complete(rows)
        return super().as_spreadsheet(rows, spreadsheet_format)

    @property
    def list_export(self) -> list[str]:
        """The headings."""
        return [str(heading) for heading in self.sheet]

    def get_heading(self, queryset: Any, field: str) -> str:
        """Each field of a row is named by its heading."""
        return field

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """By the readers of `sheet`."""
        return {str(heading): read(item) for heading, read in self.sheet.items()}

    def stream_csv(self, queryset: Any) -> Iterator[Any]:
        """With the mark by which Excel knows UTF-8."""
        yield b"\xef\xbb\xbf"
        yield from super().stream_csv(queryset)


COMMON_SHEET: dict[Any, Reader] = {
    _("Tình trạng"): state_label,
    _("Chờ ai"): state_more,
    _("Người viết"): owner_name,
    _("Đăng lần đầu"): lambda page: page.first_published_at,
    _("Sửa lần cuối"): lambda page: page.latest_revision_created_at,
    _("Địa chỉ"): lambda page: page.full_url if page.live else "",
}
"""What every exported sheet has after the columns of its kind."""


class ListingMenuItem(MenuItem):
    """Shown to those who may list pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whoever writes or decides anywhere."""
        return bool(page_permission_policy.user_has_any_permission(request.user, MAY_LIST))


class KindViewSet(PageListingViewSet):
    """Listing of one kind, in the menu "Nội dung". Each app fills in columns, filters, sheet.

    Attributes:
        select: related rows read with the pages.
        prefetch: rows of others read for all at once.
        more: what else the queryset is annotated with.
        sheet: heading of the exported column → what reads it from a page.
    """

    index_view_class = KindIndexView
    menu_hook = "register_content_menu_item"
    menu_item_class = ListingMenuItem
    filterset_class = KindFilterSet
    list_per_page = 25
    select: tuple[str, ...] = ()
    prefetch: tuple[Any, ...] = ()
    more: Callable[[QuerySet], QuerySet] | None = None
    sheet: dict[Any, Reader] = {}

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """With what our view needs."""
        ours = {
            "page_title": self.menu_label,
            "select": self.select,
            "prefetch": self.prefetch,
            "more": type(self).more,
            "sheet": {**self.sheet, **COMMON_SHEET},
        }
        kwargs = super().get_index_view_kwargs(**ours, **kwargs)
        del kwargs["list_export"], kwargs["export_headings"]
        return kwargs
