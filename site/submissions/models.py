"""The page that takes submissions, and the versioned texts people consent to."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from core.kinds import Kind
from core.models import BasePage, WithBody
from core.models import panels as shared


class ConsentText(models.Model):
    """One purpose of one version: what a person agrees to, word for word; kept once used."""

    class Purpose(models.TextChoices):
        """Each purpose has a box of its own, empty at first (Law 91/2025, Decree 356/2025)."""

        HANDLING = "handling", _("Xử lý hồ sơ gửi lên")
        NAME = "name", _("Hiện tên và ảnh")
        CONTACT = "contact", _("Hiện số điện thoại, thư điện tử, Zalo")
        NEWSLETTER = "newsletter", _("Nhận bản tin")

    purpose = models.CharField(_("Mục đích"), max_length=20, choices=Purpose.choices)
    version = models.PositiveSmallIntegerField(_("Bản"), default=1)
    text = models.TextField(_("Lời xin đồng ý"))
    in_use_from = models.DateField(_("Dùng từ ngày"), default=timezone.localdate)

    panels = [
        FieldRowPanel([FieldPanel("purpose"), FieldPanel("version")]),
        FieldPanel("text"),
        FieldPanel("in_use_from"),
    ]

    class Meta:
        ordering = ["purpose", "-version"]
        verbose_name = _("lời xin đồng ý")
        verbose_name_plural = _("lời xin đồng ý")
        constraints = [
            models.UniqueConstraint(fields=["purpose", "version"], name="consent_purpose_version")
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, bản {self.version}"


class SubmissionPage(WithBody, BasePage):
    """Gửi giới thiệu: says how to submit and when."""

    page_kind = Kind.PAGE
    page_description = _("Trang hướng dẫn và nhận giới thiệu sản phẩm.")
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count = 1

    opens_at = models.DateTimeField(_("Nhận từ"), null=True, blank=True)
    closes_at = models.DateTimeField(_("Nhận đến"), null=True, blank=True)
    closed_message = models.TextField(
        _("Lời báo khi chưa nhận"), blank=True, help_text=_("Hiện khi ngoài thời gian nhận.")
    )
    how_email = models.EmailField(_("Gửi qua thư điện tử"), blank=True)
    how_phone = models.CharField(_("Gọi điện"), max_length=40, blank=True)
    how_counter = models.TextField(_("Tới tận nơi"), blank=True)
    prepare = RichTextField(_("Cần chuẩn bị"), blank=True, features=["bold", "ol", "ul", "link"])
    consent_note = RichTextField(
        _("Thông tin của bạn được dùng thế nào"), blank=True, features=["bold", "ol", "ul", "link"]
    )

    content_panels = [
        shared.TITLE,
        FieldPanel("sapo"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("how_email"), FieldPanel("how_phone")]),
                FieldPanel("how_counter"),
                FieldPanel("prepare"),
            ],
            heading=_("Cách gửi"),
        ),
        FieldPanel("consent_note"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
                FieldPanel("closed_message"),
            ],
            heading=_("Thời gian nhận"),
        ),
    ]
    search_fields = [*BasePage.search_fields, *WithBody.body_search_fields]

    class Meta:
        verbose_name = _("trang gửi giới thiệu")
        verbose_name_plural = _("trang gửi giới thiệu")

    @property
    def is_open(self) -> bool:
        """Whether submissions are taken now."""
        now = timezone.now()
        begun = not self.opens_at or self.opens_at <= now
        return begun and (not self.closes_at or now < self.closes_at)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds whether the page takes submissions now."""
        context = super().get_context(request, *args, **kwargs)
        context["is_open"] = self.is_open
        return context
