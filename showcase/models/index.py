"""The showcase: all startups A to Z, all products and solutions, narrowed by facets."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.kinds import Kind
from core.listing import ColumnFacet, LetterFacet, Listing, TermFacet
from core.meta import PageMeta
from core.models import BasePage, ListingMixin
from core.models.panels import TITLE
from showcase.choices import Need, ProductKind, Readiness, Stage


class StartupListing(Listing):
    """Startups by letter, sector, stage, neighbourhood and what they seek."""

    page_size = 24
    facets = [
        TermFacet("linh-vuc", _("Lĩnh vực"), "sectors"),
        ColumnFacet("giai-doan", _("Giai đoạn"), "stage", Stage.choices),
        TermFacet("to", _("Tổ dân phố, thôn"), "neighbourhood"),
        ColumnFacet("dang-tim", _("Đang tìm"), "needs__kind", Need.choices),
        LetterFacet(),
    ]


class OcopFacet(ColumnFacet):
    """OCOP stars valid today."""

    def __init__(self) -> None:
        choices = [(str(n), f"OCOP {n} sao") for n in (5, 4, 3)]
        super().__init__("ocop", "OCOP", "stars_today", choices)

    def apply(self, queryset: Any, value: Any) -> Any:
        return queryset.with_stars().filter(stars_today=value)

    def counts(self, queryset: Any) -> Any:
        starred = queryset.with_stars().order_by().values_list("stars_today")
        rows = starred.annotate(Count("pk", distinct=True))
        found = {str(stars): n for stars, n in rows}
        return [(v, str(text), found[v]) for v, text in self.choices.items() if found.get(v)]


class ProductListing(Listing):
    """Products and solutions by kind, sector, readiness and OCOP stars."""

    page_size = 16
    facets = [
        ColumnFacet("dang", _("Dạng"), "product_kind", ProductKind.choices),
        TermFacet("linh-vuc", _("Lĩnh vực"), "sectors"),
        ColumnFacet("san-sang", _("Mức sẵn sàng"), "readiness", Readiness.choices),
        OcopFacet(),
    ]
    fixed = {"loai": Kind.PRODUCT.value}


class ShowcaseIndexPage(ListingMixin, BasePage):
    """Trưng bày: `?loai=san-pham` shows products, anything else startups A to Z."""

    page_kind = Kind.LISTING
    page_description = _("Trang đầu của khu trưng bày: đơn vị A–Z, sản phẩm và giải pháp.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["showcase.StartupPage"]
    max_count = 1

    content_panels = [TITLE, *ListingMixin.intro_panels]

    class Meta:
        verbose_name = _("trang trưng bày")
        verbose_name_plural = _("trang trưng bày")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the listing of the chosen tab, and how many the tabs hold."""
        from showcase.models.product import ProductPage
        from showcase.models.startup import StartupPage

        context = super().get_context(request, *args, **kwargs)
        startups = StartupPage.objects.visible().a_to_z()
        products = ProductPage.objects.visible().newest_first()
        context["tab"] = tab = (
            Kind.PRODUCT if request.GET.get("loai") == Kind.PRODUCT.value else Kind.STARTUP
        )
        if tab == Kind.PRODUCT:
            context["listing"] = ProductListing(request, products)
            words = _("Sản phẩm và giải pháp của các đơn vị trong danh mục, lọc theo lĩnh vực.")
            context["meta"] = PageMeta(gettext("Danh sách sản phẩm, giải pháp"), str(words))
        else:
            context["listing"] = StartupListing(request, startups)
        context["startup_count"] = startups.count()
        context["product_count"] = products.count()
        return context
