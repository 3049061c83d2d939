"""Startups: firms, cooperatives, households, teams."""

import re
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.models import Orderable
from wagtail.search import index

from core.kinds import Kind
from core.meta import Frame, Thing
from core.models import BasePage, WithBody
from core.models import panels as shared
from showcase.choices import LegalForm, LinkKind, Need, Stage
from showcase.names import brand
from showcase.querysets import StartupManager, events_with
from showcase.structured import describe_startup
from showcase.validators import validate_tax_code, validate_web_url
from vietnamese import initial, sort_key

UNIT_TAX_CODE = re.compile(r"[0-9]{10}(-[0-9]{3})?")


class StartupPage(WithBody, BasePage):
    """Who makes something new in the ward. Its products are its child pages."""

    page_kind = Kind.STARTUP
    workflow_code = "vetting"
    page_description = _(
        "Một đơn vị: công ty, hợp tác xã, hộ kinh doanh, nhóm. Sản phẩm nằm bên dưới."
    )
    parent_page_types = ["showcase.ShowcaseIndexPage"]
    subpage_types = ["showcase.ProductPage"]

    legal_name = models.CharField(_("Tên đăng ký"), max_length=255, blank=True)
    other_names = models.CharField(
        _("Tên khác"),
        max_length=255,
        blank=True,
        help_text=_("Tên viết tắt, tên cũ; giúp tìm thấy."),
    )
    legal_form = models.CharField(
        _("Hình thức"), max_length=20, choices=LegalForm.choices, default=LegalForm.HOUSEHOLD
    )
    one_person_model = models.BooleanField(
        _("Theo mô hình “doanh nghiệp một người”"),
        default=False,
        help_text=_("Mô hình thí điểm, không phải loại hình doanh nghiệp theo luật hiện hành."),
    )
    tax_code = models.CharField(
        _("Mã số thuế"),
        max_length=14,
        blank=True,
        validators=[validate_tax_code],
        help_text=_(
            "10 số, 10 số kèm -3 số, hoặc 12 số. "
            "Mã 12 số là số định danh cá nhân: không bao giờ hiện ra ngoài."
        ),
    )
    founded_year = models.PositiveSmallIntegerField(
        _("Năm bắt đầu"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2100)],
    )
    stage = models.CharField(
        _("Giai đoạn"), max_length=20, choices=Stage.choices, default=Stage.EARLY, db_index=True
    )
    sectors = ParentalManyToManyField(
        "showcase.Sector", verbose_name=_("Lĩnh vực"), blank=True, related_name="startups"
    )
    neighbourhood = models.ForeignKey(
        "showcase.Neighbourhood",
        verbose_name=_("Tổ dân phố, thôn"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="startups",
    )
    address = models.CharField(
        _("Địa chỉ cơ sở"),
        max_length=255,
        blank=True,
        help_text=_("Nơi khách tới được. Hai cấp: phường (xã), tỉnh. Nhà riêng thì để trống."),
    )
    logo = models.ForeignKey(
        "library.CustomImage",
        verbose_name=_("Biểu trưng"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    last_confirmed_on = models.DateField(_("Đơn vị xác nhận thông tin ngày"), null=True, blank=True)

    content_panels = [
        TitleFieldPanel(
            "title",
            placeholder=_("Tên thường gọi"),
            help_text=_("Tên bà con vẫn gọi; tên đăng ký ghi ở ô riêng bên dưới."),
        ),
        FieldPanel("sapo", heading=_("Làm gì, một hai câu")),
        shared.LEAD_IMAGE,
        FieldPanel("logo"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("legal_name"), FieldPanel("other_names")]),
                FieldRowPanel([FieldPanel("legal_form"), FieldPanel("one_person_model")]),
                FieldRowPanel([FieldPanel("tax_code"), FieldPanel("founded_year")]),
                FieldPanel("stage"),
            ],
            heading=_("Đơn vị"),
        ),
        FieldPanel("sectors"),
        MultiFieldPanel([FieldPanel("neighbourhood"), FieldPanel("address")], heading=_("Ở đâu")),
        FieldPanel("body"),
        InlinePanel("needs", heading=_("Đang tìm"), label=_("Điều đang tìm")),
        InlinePanel("links", heading=_("Trên mạng"), label=_("Liên kết")),
        FieldPanel("last_confirmed_on"),
        shared.FILING,
    ]
    search_fields = [
        *BasePage.search_fields,
        *WithBody.body_search_fields,
        index.SearchField("legal_name"),
        index.SearchField("other_names"),
        index.FilterField("stage"),
        index.RelatedFields("sectors", [index.SearchField("name")]),
        index.RelatedFields("neighbourhood", [index.SearchField("name")]),
    ]

    objects = StartupManager()

    class Meta:
        verbose_name = _("đơn vị khởi nghiệp")
        verbose_name_plural = _("đơn vị khởi nghiệp")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; its products carry its name, though not one that is still a draft."""
        from showcase.models.product import ProductPage

        super().save(*args, **kwargs)
        written = kwargs.get("update_fields")
        if written is not None and "title" not in written:
            return
        products = ProductPage.objects.child_of(self).exclude(maker_name=self.title)
        products.update(maker_name=self.title)

    def fill_sort_columns(self) -> None:
        """In the A–Z it stands under its own name, not under its legal form."""
        super().fill_sort_columns()
        self.title_sort, self.initial = sort_key(brand(self.title)), initial(brand(self.title))

    @property
    def public_tax_code(self) -> str:
        """The tax code of a unit; never a person's identity number, which has 12 digits."""
        return self.tax_code if UNIT_TAX_CODE.fullmatch(self.tax_code) else ""

    def get_facet_group(self) -> str:
        """The first sector."""
        sector = next(iter(self.sectors.all()), None)
        return f"linh-vuc-{sector.pk}" if sector else ""

    @cached_property
    def public_contacts(self) -> list[Any]:
        """Contact details the startup agreed to show."""
        return list(self.contacts.filter(is_public=True))

    @cached_property
    def public_founders(self) -> list[Any]:
        """Founders who agreed to be named."""
        return list(self.founders.filter(is_public=True))

    def products(self) -> Any:
        """Its visible products and solutions, newest first."""
        from showcase.models.product import ProductPage

        return ProductPage.objects.visible().made_by(self).newest_first()

    @property
    def dated_at(self) -> None:
        """What is on show has no date."""

    def structured_data(self, frame: Frame) -> list[Thing]:
        """An Organization."""
        return [describe_startup(self, frame)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds products, stories, events where it exhibits, and articles on its topics."""
        context = super().get_context(request, *args, **kwargs)
        context["products"] = self.products().for_cards()[:12]
        context["events"] = events_with(self.products())
        context["stories"] = self.stories.visible().newest_first().for_cards()[:4]  # type: ignore[attr-defined]
        context["articles"] = (
            BasePage.objects.visible()
            .filter(kind=Kind.NEWS, primary_topic__in=[topic.pk for topic in self.all_topics])
            .newest_first()
            .for_cards()[:4]
        )
        return context


class StartupNeed(Orderable):
    """Something the startup seeks."""

    page = ParentalKey(StartupPage, on_delete=models.CASCADE, related_name="needs")
    kind = models.CharField(_("Tìm gì"), max_length=20, choices=Need.choices, db_index=True)
    note = models.CharField(_("Cụ thể"), max_length=200, blank=True)

    panels = [FieldRowPanel([FieldPanel("kind"), FieldPanel("note")])]

    class Meta(Orderable.Meta):
        verbose_name = _("điều đang tìm")
        verbose_name_plural = _("điều đang tìm")


class StartupLink(Orderable):
    """A place on the web."""

    page = ParentalKey(StartupPage, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(_("Loại"), max_length=20, choices=LinkKind.choices)
    url = models.URLField(_("Địa chỉ"), max_length=500, validators=[validate_web_url])

    panels = [FieldRowPanel([FieldPanel("kind"), FieldPanel("url")])]

    class Meta(Orderable.Meta):
        verbose_name = _("liên kết")
        verbose_name_plural = _("liên kết")
