"""Where editors find startups and products, and keep terms, contacts and founders.

Contacts and founders are no page fields.
"""

from typing import Any

import django_filters
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Length, Substr
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext_lazy as _

from core.viewsets import PeopleViewSet, SmallTableViewSet
from showcase.choices import ProductKind, Stage
from showcase.models import Contact, Founder, Neighbourhood, ProductPage, Sector, StartupPage
from writing.columns import DayColumn, TextColumn, first_columns, last_columns
from writing.filters import BelowFilter, KindFilterSet
from writing.listings import KindViewSet


class SectorViewSet(SmallTableViewSet):
    """Sectors."""

    model = Sector
    icon = "list-ul"
    menu_label = _("Lĩnh vực")
    list_display = ["name", "slug"]
    search_fields = ["name"]


class NeighbourhoodViewSet(SmallTableViewSet):
    """Neighbourhoods with the unit they belonged to before."""

    model = Neighbourhood
    icon = "site"
    menu_label = _("Tổ dân phố, thôn")
    list_display = ["name", "former_unit"]
    search_fields = ["name", "former_unit"]


class ContactViewSet(PeopleViewSet):
    """Ways to reach a startup, each public only with consent."""

    model = Contact
    icon = "mobile-alt"
    menu_label = _("Liên hệ của đơn vị")
    list_display = ["startup", "kind", "label", "is_public", "updated_at"]
    list_filter = ["kind", "is_public"]
    search_fields = ["label", "startup__title"]
    inspect_view_enabled = False


class FounderViewSet(PeopleViewSet):
    """People behind a startup, named only with consent."""

    model = Founder
    icon = "user"
    menu_label = _("Người sáng lập")
    list_display = ["name", "startup", "role", "is_public", "updated_at"]
    list_filter = ["is_public"]
    search_fields = ["name", "startup__title"]


# --- listings of pages --------------------------------------------------------------------------
class SectorFilter(django_filters.ModelMultipleChoiceFilter):
    """By the sectors of a page."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """Pages in one of them."""
        return qs.filter(pk__in=qs.model.objects.filter(sectors__in=value)) if value else qs


def _sectors(page: Any) -> str:
    return ", ".join(str(sector) for sector in page.sectors.all())


class StartupFilterSet(KindFilterSet):
    """Startups also by sector, stage and neighbourhood."""

    sectors = SectorFilter(
        label=_("Lĩnh vực"), queryset=Sector.objects.all(), widget=CheckboxSelectMultiple
    )
    stage = django_filters.MultipleChoiceFilter(
        label=_("Giai đoạn"), choices=Stage.choices, widget=CheckboxSelectMultiple
    )
    neighbourhood = django_filters.ModelMultipleChoiceFilter(
        label=_("Tổ dân phố, thôn"),
        queryset=Neighbourhood.objects.all(),
        widget=CheckboxSelectMultiple,
    )

    class Meta:
        model = StartupPage
        fields: list[str] = []


class StartupListing(KindViewSet):
    """All startups."""

    name = "startups"
    url_prefix = "noi-dung/startup"
    model = StartupPage
    icon = "group"
    menu_label = _("Đơn vị khởi nghiệp")
    menu_order = 30
    filterset_class = StartupFilterSet
    select = ("neighbourhood",)
    prefetch = ("sectors",)
    list_display = [
        *first_columns(),
        TextColumn("sectors", label=_("Lĩnh vực"), accessor=_sectors),
        TextColumn("stage", label=_("Giai đoạn"), accessor="get_stage_display", sort_key="stage"),
        DayColumn("last_confirmed_on", label=_("Xác nhận lần cuối"), sort_key="last_confirmed_on"),
        *last_columns(published=False),
    ]
    export_filename = "startup"
    sheet = {
        _("Tên đơn vị"): lambda page: page.get_admin_display_title(),
        _("Tên đăng ký"): lambda page: page.legal_name,
        _("Lĩnh vực"): _sectors,
        _("Giai đoạn"): lambda page: page.get_stage_display(),
        _("Tổ dân phố, thôn"): lambda page: str(page.neighbourhood or ""),
        _("Xác nhận lần cuối"): lambda page: page.last_confirmed_on,
    }


class ProductFilterSet(KindFilterSet):
    """Products also by kind, sector, maker and OCOP."""

    product_kind = django_filters.MultipleChoiceFilter(
        label=_("Loại"), choices=ProductKind.choices, widget=CheckboxSelectMultiple
    )
    sectors = SectorFilter(
        label=_("Lĩnh vực"), queryset=Sector.objects.all(), widget=CheckboxSelectMultiple
    )
    maker = BelowFilter(
        label=_("Đơn vị"),
        queryset=StartupPage.objects.by_title(),
        widget=CheckboxSelectMultiple,
    )
    ocop = django_filters.ChoiceFilter(
        label=_("OCOP"),
        choices=[("co", _("Có sao OCOP còn hạn")), ("khong", _("Không có"))],
        empty_label=_("Tất cả"),
        method="filter_ocop",
        widget=RadioSelect,
    )

    class Meta:
        model = ProductPage
        fields: list[str] = []

    def filter_ocop(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """By the stars valid today."""
        return (
            queryset.filter(stars_today__gt=0) if value == "co" else queryset.filter(stars_today=0)
        )


def _stars(page: Any) -> str:
    return f"{page.stars_today} ★" if page.stars_today else ""


def _with_maker(pages: QuerySet) -> QuerySet:
    parent = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - ProductPage.steplen)
    maker = StartupPage.objects.filter(path=parent).values("last_confirmed_on")
    return pages.with_stars().annotate(confirmed_on=Subquery(maker[:1]))


class ProductListing(KindViewSet):
    """All products and solutions."""

    name = "products"
    url_prefix = "noi-dung/san-pham"
    model = ProductPage
    icon = "pick"
    menu_label = _("Sản phẩm – giải pháp")
    menu_order = 40
    filterset_class = ProductFilterSet
    prefetch = ("sectors",)
    more = _with_maker
    list_display = [
        *first_columns(),
        TextColumn("maker", label=_("Đơn vị làm ra"), accessor="maker_name", sort_key="maker_name"),
        TextColumn(
            "product_kind",
            label=_("Loại"),
            accessor="get_product_kind_display",
            sort_key="product_kind",
        ),
        TextColumn("ocop", label=_("OCOP"), accessor=_stars, sort_key="stars_today"),
        DayColumn("confirmed_on", label=_("Xác nhận lần cuối"), sort_key="confirmed_on"),
        *last_columns(published=False),
    ]
    export_filename = "san-pham"
    sheet = {
        _("Tên"): lambda page: page.get_admin_display_title(),
        _("Đơn vị làm ra"): lambda page: page.maker_name,
        _("Loại"): lambda page: page.get_product_kind_display(),
        _("Lĩnh vực"): _sectors,
        _("OCOP"): _stars,
        _("Xác nhận lần cuối"): lambda page: page.confirmed_on,
    }
