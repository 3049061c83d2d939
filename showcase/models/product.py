"""Products and solutions."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from core.kinds import Kind
from core.meta import Frame, Thing
from core.models import BasePage, WithBody
from core.models import panels as shared
from core.related import related_to
from showcase.choices import CertificateKind, ProductKind, Readiness
from showcase.querysets import ProductManager, events_with
from showcase.structured import describe_product
from showcase.validators import validate_web_url
from vietnamese.dates import format_date

PRODUCT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class ProductPage(WithBody, BasePage):
    """Something a startup makes or a way it solves a problem."""

    page_kind = Kind.PRODUCT
    workflow_code = "vetting"
    page_description = _("Một sản phẩm hoặc giải pháp của đơn vị.")
    parent_page_types = ["showcase.StartupPage"]
    subpage_types: list[str] = []

    product_kind = models.CharField(
        _("Loại"),
        max_length=20,
        choices=ProductKind.choices,
        default=ProductKind.PRODUCT,
        db_index=True,
    )
    tagline = models.CharField(
        _("Một câu nói nó là gì"),
        max_length=200,
        blank=True,
        help_text=_("Cho người chưa từng nghe tới."),
    )
    problem = RichTextField(_("Vấn đề"), blank=True, features=PRODUCT_FEATURES)
    solution = RichTextField(_("Cách làm"), blank=True, features=PRODUCT_FEATURES)
    for_whom = models.CharField(_("Dành cho ai"), max_length=255, blank=True)
    price_note = models.CharField(
        _("Giá"), max_length=120, blank=True, help_text=_("Ví dụ: 65.000 đồng một gói 500 g")
    )
    readiness = models.CharField(
        _("Mức sẵn sàng"),
        max_length=20,
        choices=Readiness.choices,
        default=Readiness.MARKET,
        db_index=True,
    )
    sectors = ParentalManyToManyField(
        "showcase.Sector",
        verbose_name=_("Lĩnh vực"),
        blank=True,
        related_name="products",
        help_text=_("Để trống: lấy của đơn vị."),
    )
    buyer_quote = models.TextField(_("Lời người đã mua, đã dùng"), blank=True)
    buyer_name = models.CharField(_("Lời của"), max_length=120, blank=True)
    maker_name = models.CharField(max_length=255, blank=True, editable=False)

    content_panels = [
        TitleFieldPanel(
            "title",
            placeholder=_("Tên sản phẩm, giải pháp"),
            help_text=_("Như ghi trên nhãn. Tên đơn vị làm ra đã có ở trang trên."),
        ),
        FieldPanel("product_kind"),
        FieldPanel("tagline"),
        FieldPanel("sapo"),
        shared.LEAD_IMAGE,
        InlinePanel("media", heading=_("Ảnh khác"), label=_("Ảnh"), max_num=12),
        FieldPanel("problem"),
        FieldPanel("solution"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("for_whom"), FieldPanel("price_note"), FieldPanel("readiness")],
            heading=_("Cho người mua"),
        ),
        InlinePanel("buy_places", heading=_("Mua ở đâu"), label=_("Nơi mua")),
        InlinePanel("certificates", heading=_("Chứng nhận"), label=_("Chứng nhận")),
        InlinePanel("measures", heading=_("Đo được gì"), label=_("Con số")),
        MultiFieldPanel(
            [FieldPanel("buyer_quote"), FieldPanel("buyer_name")], heading=_("Lời khách")
        ),
        FieldPanel("sectors"),
        shared.FILING,
    ]
    search_fields = [
        *BasePage.search_fields,
        *WithBody.body_search_fields,
        index.SearchField("tagline"),
        index.SearchField("problem"),
        index.SearchField("solution"),
        index.SearchField("maker_name"),
        index.FilterField("product_kind"),
    ]

    objects = ProductManager()

    class Meta:
        verbose_name = _("sản phẩm, giải pháp")
        verbose_name_plural = _("sản phẩm, giải pháp")

    @cached_property
    def startup(self) -> Any:
        """The maker."""
        return self.get_parent().specific

    def get_facet_group(self) -> str:
        """Its first sector."""
        sector = next(iter(self.sectors.all()), None)
        return f"linh-vuc-{sector.pk}" if sector else ""

    def fill_columns(self) -> None:
        """Also the maker's name and sectors."""
        if self.depth:
            maker = self.get_parent().specific
            self.maker_name = maker.title
            if not self.sectors.all():
                self.sectors.set(list(maker.sectors.all()))
        super().fill_columns()

    def refresh_facet_group(self) -> None:
        """Also the maker's name, after the product has moved to another."""
        super().refresh_facet_group()
        maker = self.get_parent().title
        ProductPage.objects.filter(pk=self.pk).exclude(maker_name=maker).update(maker_name=maker)

    @property
    def dated_at(self) -> None:
        """What is on show has no date."""

    @property
    def teaser(self) -> str:
        """Its line of one sentence first."""
        return self.search_description or self.tagline or super().teaser

    def structured_data(self, frame: Frame) -> list[Thing]:
        """A Product or a Service."""
        return [describe_product(self, frame)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the maker, the maker's other products and related items."""
        context = super().get_context(request, *args, **kwargs)
        context["startup"] = self.startup
        others = ProductPage.objects.visible().made_by(self.startup).exclude(pk=self.pk)
        context["others"] = others.newest_first().for_cards()[:4]
        context["events"] = events_with([self.pk])
        context["related"] = related_to(self)
        return context


class ProductMedia(Orderable):
    """One more picture of the product."""

    page = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="media")
    image = models.ForeignKey(
        "library.CustomImage",
        verbose_name=_("Ảnh"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    alt = models.CharField(_("Mô tả ảnh"), max_length=300, blank=True)
    caption = models.CharField(_("Chú thích"), max_length=200, blank=True)

    panels = [FieldPanel("image"), FieldRowPanel([FieldPanel("alt"), FieldPanel("caption")])]

    class Meta(Orderable.Meta):
        verbose_name = _("ảnh sản phẩm")
        verbose_name_plural = _("ảnh sản phẩm")

    @property
    def picture_alt(self) -> str:
        """Its own words, or those of the library."""
        return self.alt or (self.image.default_alt_text if self.image else "")


class Certificate(Orderable):
    """A certificate of the product."""

    page = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="certificates")
    kind = models.CharField(_("Loại"), max_length=20, choices=CertificateKind.choices)
    name = models.CharField(_("Tên chứng nhận"), max_length=200, blank=True)
    stars = models.PositiveSmallIntegerField(
        _("Số sao (OCOP)"),
        null=True,
        blank=True,
        validators=[MinValueValidator(3), MaxValueValidator(5)],
    )
    number = models.CharField(_("Số"), max_length=80, blank=True)
    issuer = models.CharField(_("Nơi cấp"), max_length=160, blank=True)
    issued_year = models.PositiveSmallIntegerField(_("Năm cấp"), null=True, blank=True)
    valid_until = models.DateField(
        _("Có giá trị đến"), null=True, blank=True, help_text=_("OCOP: 36 tháng từ ngày cấp.")
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("stars")]),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("number"), FieldPanel("issuer")]),
        FieldRowPanel([FieldPanel("issued_year"), FieldPanel("valid_until")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("chứng nhận")
        verbose_name_plural = _("chứng nhận")

    @property
    def is_valid(self) -> bool:
        """Not past its last day."""
        return not self.valid_until or self.valid_until >= timezone.localdate()

    @property
    def details(self) -> str:
        """Name, number, issuer, year and how long it is valid, in one line."""
        end = format_date(self.valid_until) if self.valid_until else ""
        parts = [
            self.name,
            gettext("số %s") % self.number if self.number else "",
            gettext("%s cấp") % self.issuer if self.issuer else "",
            gettext("năm %s") % self.issued_year if self.issued_year else "",
            gettext("có giá trị đến %s") % end if end and self.is_valid else "",
            gettext("đã hết hạn") if end and not self.is_valid else "",
        ]
        return ", ".join(part for part in parts if part)

    @property
    def is_valid_ocop(self) -> bool:
        """An OCOP certificate still in its 36 months."""
        return self.kind == CertificateKind.OCOP and self.is_valid


class BuyPlace(Orderable):
    """Where to buy: a shop's address or a page on the web."""

    page = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="buy_places")
    label = models.CharField(_("Nơi bán"), max_length=160)
    address = models.CharField(_("Địa chỉ"), max_length=255, blank=True)
    url = models.URLField(_("Liên kết"), max_length=500, blank=True, validators=[validate_web_url])

    panels = [FieldPanel("label"), FieldRowPanel([FieldPanel("address"), FieldPanel("url")])]

    class Meta(Orderable.Meta):
        verbose_name = _("nơi mua")
        verbose_name_plural = _("nơi mua")


class Measure(Orderable):
    """Something measured, and by whom."""

    page = ParentalKey(ProductPage, on_delete=models.CASCADE, related_name="measures")
    value = models.CharField(_("Số"), max_length=40)
    unit = models.CharField(_("Đơn vị"), max_length=40, blank=True)
    label = models.CharField(_("Nghĩa của số"), max_length=160)
    source = models.CharField(_("Ai đo"), max_length=160, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("value"), FieldPanel("unit")]),
        FieldPanel("label"),
        FieldPanel("source"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("số đo")
        verbose_name_plural = _("số đo")
