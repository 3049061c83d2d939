"""The page that takes submissions."""

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

ADDRESS = "gui-gioi-thieu"
"""First word of the routes in `submissions.urls`; the page keeps it as its own address."""


class SubmissionPage(WithBody, BasePage):
    """Gửi giới thiệu: says how to submit and when."""

    page_kind = Kind.PAGE
    own_address = ADDRESS
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
        """Adds whether it takes submissions now, of which kinds, and how long they are kept."""
        from submissions.intake import kinds
        from submissions.models.settings import IntakeSettings

        context = super().get_context(request, *args, **kwargs)
        context["is_open"] = self.is_open
        context["intakes"] = kinds()
        context["rules"] = IntakeSettings.load()
        context["code"] = request.GET.get("ma", "")[:20]
        return context
