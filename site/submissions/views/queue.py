"""The queue: what was sent in, the longest waiting first."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Case, DateTimeField, F, IntegerField, Q, QuerySet, Value, When
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import HeaderButton

from submissions.intake import kinds
from submissions.matching import matches_of
from submissions.models import DataRequest, Submission
from submissions.models.submission import WAITING, State
from submissions.rights import readable_kinds, submissions_for
from submissions.views.admin import SEE_SENDER, may_enter
from vietnamese import fold
from vietnamese.dates import relative
from writing.columns import TextColumn, vi_moment

COUNTED = "_waiting_submissions"


def _kind_choices() -> list[tuple[str, Any]]:
    return [(intake.kind, intake.label) for intake in kinds()]


class QueueFilterSet(WagtailFilterSet):
    """By state, kind, reader, lateness."""

    state = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Tình trạng"), choices=State.choices, widget=CheckboxSelectMultiple
    )
    kind = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Loại"), choices=_kind_choices, widget=CheckboxSelectMultiple
    )
    mine = django_filters.ChoiceFilter(
        label=gettext_lazy("Người đọc"),
        choices=[("toi", gettext_lazy("Tôi đang đọc")), ("chua", gettext_lazy("Chưa ai đọc"))],
        empty_label=gettext_lazy("Mọi người"),
        method="filter_mine",
        widget=RadioSelect,
    )
    late = django_filters.ChoiceFilter(
        label=gettext_lazy("Hạn trả lời"),
        choices=[("co", gettext_lazy("Đã quá hạn"))],
        empty_label=gettext_lazy("Tất cả"),
        method="filter_late",
        widget=RadioSelect,
    )

    class Meta:
        model = Submission
        fields: list[str] = []

    def filter_mine(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """I read it, or nobody does."""
        if value == "toi":
            return rows.filter(reader=self.request.user)
        return rows.filter(reader=None) if value == "chua" else rows

    def filter_late(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """An answer is owed and its time is over."""
        return late(rows) if value else rows


def late(rows: QuerySet) -> QuerySet:
    """Those whose answer is overdue."""
    return rows.filter(state__in=WAITING, due_at__lt=timezone.now())


def waiting_first(rows: QuerySet) -> QuerySet:
    """What waits for an editor, by age; what waits for its sender; the decided, newest first."""
    rank = Case(
        When(state__in=WAITING, then=Value(0)),
        When(state__in=[State.CHANGES, State.SUSPECT], then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    age = Case(
        When(state__in=WAITING, then=F("received_at")),
        default=None,
        output_field=DateTimeField(),
    )
    return rows.order_by(rank, age, "-state_since", "-pk")


def containing(rows: QuerySet, words: str, *, with_sender: bool) -> QuerySet:
    """Code or title, marks ignored; name and number of the sender for those who may see them."""
    found = Q(code__icontains=words.strip()) | Q(folded_title__contains=fold(words))
    digits = "".join(char for char in words if char.isdigit()).removeprefix("84").lstrip("0")
    if with_sender:
        found |= Q(sender__name__icontains=words.strip())
        if len(digits) >= 4:
            found |= Q(sender__phone__contains=digits)
    return rows.filter(found)


class TitleColumn(BaseColumn):
    """Title and code, leading to the review."""

    cell_template_name = "submissions/admin/title_cell.html"


class StateColumn(BaseColumn):
    """State, and how long it has been there."""

    cell_template_name = "submissions/admin/state_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Adds the words."""
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        age = relative(instance.received_at, timezone.now())
        return {**context, "age": age, "due": vi_moment(instance.due_at)}


class SignsColumn(BaseColumn):
    """What to look at: duplicates and risks."""

    cell_template_name = "submissions/admin/signs_cell.html"


def _reader(row: Submission) -> str:
    return (row.reader.get_full_name() or row.reader.get_username()) if row.reader else ""


class QueueView(IndexView):
    """All a person may read; those held as spam only when asked for."""

    model = Submission
    template_name = "submissions/admin/queue.html"
    results_template_name = "submissions/admin/queue_results.html"
    index_url_name = "submissions_queue"
    index_results_url_name = "submissions_queue_results"
    page_title = gettext_lazy("Hồ sơ gửi lên")
    header_icon = "mail"
    table_classname = "listing full-width ls-table in-table"
    is_searchable = True
    search_backend_name = None
    filterset_class = QueueFilterSet
    paginate_by = 25
    any_permission_required = None
    columns = [
        TitleColumn("title", label=gettext_lazy("Hồ sơ")),
        TextColumn("kind", label=gettext_lazy("Loại"), accessor="get_kind_display"),
        StateColumn("state", label=gettext_lazy("Tình trạng")),
        SignsColumn("signs", label=gettext_lazy("Để ý")),
        TextColumn("reader", label=gettext_lazy("Người đọc"), accessor=_reader),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only those who read."""
        if not may_enter(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet:
        """Of one's sections."""
        rows = submissions_for(self.request.user).select_related("sender", "reader", "subject")
        asked = State.SUSPECT in self.request.GET.getlist("state") or self.is_searching
        return rows if asked else rows.exclude(state=State.SUSPECT)

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """By what is to be done first."""
        return waiting_first(queryset)

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """By code and title."""
        if not self.is_searching:
            return queryset
        may_see = self.request.user.has_perm(SEE_SENDER)
        return containing(queryset, self.search_query, with_sender=may_see)

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """Keying in for somebody."""
        url = reverse("submissions_assisted_index")
        return [HeaderButton(_("Nhập hộ"), url=url, icon_name="plus")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Rows with what may be the same; open requests and the number of suspects above them."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        rows, mine = list(context["object_list"]), submissions_for(self.request.user)
        found = matches_of(rows)
        for row in rows:
            row.match_count = len(found.get(row.pk, []))
        requests = open_requests(self.request.user).select_related("submission")
        suspects = mine.suspects().count()
        return {**context, "requests": requests[:20], "suspects": suspects}


def open_requests(user: Any) -> Any:
    """Requests about data this person answers, the most urgent first."""
    return DataRequest.objects.open().filter(submission__in=submissions_for(user))


def waiting_count(user: Any) -> int:
    """How many wait for somebody like this person; 0 for who reads none."""
    if not readable_kinds(user):
        return 0
    if not hasattr(user, COUNTED):  # the menu and the desk's panel ask in one request
        setattr(user, COUNTED, submissions_for(user).waiting().order_by().count())
    return int(getattr(user, COUNTED))
