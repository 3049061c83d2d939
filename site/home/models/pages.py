"""Plain pages and the contact page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from core.kinds import Kind
from core.models import BasePage, WithBody
from core.models import panels as shared


class StandardPage(WithBody, BasePage):
    """A page of information: about, support, data protection, accessibility."""

    page_kind = Kind.PAGE
    page_description = _("Một trang thông tin: giới thiệu, hỗ trợ, chính sách.")
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    show_contents = models.BooleanField(
        _("Hiện mục lục"), default=False, help_text=_("Cho trang dài có nhiều tiêu đề nhỏ.")
    )

    content_panels = [
        shared.TITLE,
        FieldPanel("sapo"),
        shared.LEAD_IMAGE,
        FieldPanel("body"),
        FieldPanel("show_contents"),
        shared.FILING,
    ]
    search_fields = [*BasePage.search_fields, *WithBody.body_search_fields]

    class Meta:
        verbose_name = _("trang thông tin")
        verbose_name_plural = _("trang thông tin")


class ContactPage(WithBody, BasePage):
    """Where to turn to: addresses and channels come from the site identity."""

    page_kind = Kind.PAGE
    page_description = _("Trang liên hệ; địa chỉ và các kênh lấy từ thông tin đơn vị.")
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count = 1

    directions = RichTextField(
        _("Đường đi, chỗ để xe, lối cho xe lăn"), blank=True, features=["bold", "ol", "ul", "link"]
    )

    content_panels = [
        shared.TITLE,
        FieldPanel("sapo"),
        MultiFieldPanel([FieldPanel("directions")], heading=_("Tới nơi")),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, *WithBody.body_search_fields]

    class Meta:
        verbose_name = _("trang liên hệ")
        verbose_name_plural = _("trang liên hệ")
