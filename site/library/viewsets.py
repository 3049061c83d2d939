"""Where editors find legal documents."""

import django_filters
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget

from library.models import LegalDocumentPage
from library.models.legal import DocumentKind, Effect
from writing.columns import DayColumn, TextColumn, first_columns, last_columns
from writing.filters import KindFilterSet
from writing.listings import KindViewSet


class LegalDocumentFilterSet(KindFilterSet):
    """Documents also by form, force, day of issue, and whether they were checked."""

    doc_kind = django_filters.MultipleChoiceFilter(
        label=_("Loại văn bản"), choices=DocumentKind.choices, widget=CheckboxSelectMultiple
    )
    effect = django_filters.MultipleChoiceFilter(
        label=_("Tình trạng hiệu lực"), choices=Effect.choices, widget=CheckboxSelectMultiple
    )
    issued_on = django_filters.DateFromToRangeFilter(
        label=_("Ngày ban hành"), widget=DateRangePickerWidget
    )
    unchecked = django_filters.ChoiceFilter(
        label=_("Kiểm chứng"),
        choices=[("chua", _("Chưa đối chiếu")), ("roi", _("Đã đối chiếu"))],
        empty_label=_("Tất cả"),
        method="filter_unchecked",
    )

    class Meta:
        model = LegalDocumentPage
        fields: list[str] = []

    def filter_unchecked(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """By the tick of the one who read the original."""
        return queryset.filter(verified=value == "roi") if value else queryset


class LegalDocumentListing(KindViewSet):
    """All legal documents."""

    name = "documents"
    url_prefix = "noi-dung/van-ban"
    model = LegalDocumentPage
    icon = "doc-full-inverse"
    menu_label = _("Văn bản")
    menu_order = 70
    filterset_class = LegalDocumentFilterSet
    list_display = [
        *first_columns(),
        TextColumn("code", label=_("Số, ký hiệu"), accessor="number", sort_key="number_sort"),
        DayColumn("issued_on", label=_("Ngày ban hành"), sort_key="issued_on"),
        TextColumn("effect", label=_("Hiệu lực"), accessor="get_effect_display", sort_key="effect"),
        *last_columns(published=False),
    ]
    export_filename = "van-ban"
    sheet = {
        _("Trích yếu"): lambda page: page.get_admin_display_title(),
        _("Loại văn bản"): lambda page: page.get_doc_kind_display(),
        _("Số, ký hiệu"): lambda page: page.number,
        _("Ngày ban hành"): lambda page: page.issued_on,
        _("Cơ quan ban hành"): lambda page: page.issuer,
        _("Hiệu lực"): lambda page: page.get_effect_display(),
        _("Đã đối chiếu"): lambda page: _("Có") if page.verified else _("Chưa"),
    }
