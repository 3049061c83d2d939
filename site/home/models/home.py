"""The home page."""

from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from core.kinds import Kind
from core.models import BasePage
from core.models.panels import TITLE
from home.bands import home_bands


class HomePage(BasePage):
    """The front page: a lead, then a band for each kind. Bands without items are not drawn."""

    page_kind = Kind.LISTING
    page_description = _("Trang chủ.")
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "news.NewsIndexPage",
        "news.StoryIndexPage",
        "showcase.ShowcaseIndexPage",
        "events.EventIndexPage",
        "events.SpaceIndexPage",
        "library.LegalDocumentIndexPage",
        "submissions.SubmissionPage",
        "home.StandardPage",
        "home.ContactPage",
    ]
    max_count = 1

    featured = models.ForeignKey(
        "core.BasePage",
        verbose_name=_("Bài mở đầu"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Để trống: bài tin mới nhất."),
    )
    show_news = models.BooleanField(_("Tin mới theo chuyên mục"), default=True)
    show_stories = models.BooleanField(_("Câu chuyện khởi nghiệp"), default=True)
    show_products = models.BooleanField(_("Sản phẩm – giải pháp"), default=True)
    show_events = models.BooleanField(_("Sự kiện"), default=True)
    show_numbers = models.BooleanField(_("Con số của kế hoạch"), default=True)
    call_title = models.CharField(_("Lời mời gửi sản phẩm"), max_length=120, blank=True)
    call_text = models.TextField(_("Nói thêm"), blank=True)
    call_button = models.CharField(_("Chữ trên nút"), max_length=60, blank=True)
    call_steps = models.TextField(
        _("Các bước"), blank=True, help_text=_("Mỗi dòng một bước, ba bước là vừa.")
    )

    content_panels = [
        TITLE,
        FieldPanel("sapo", heading=_("Giới thiệu ngắn")),
        FieldPanel("featured"),
        MultiFieldPanel(
            [
                FieldPanel("show_news"),
                FieldPanel("show_stories"),
                FieldPanel("show_products"),
                FieldPanel("show_events"),
                FieldPanel("show_numbers"),
            ],
            heading=_("Các dải trên trang"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("call_title"),
                FieldPanel("call_text"),
                FieldPanel("call_steps"),
                FieldPanel("call_button"),
            ],
            heading=_("Lời mời gửi giới thiệu"),
        ),
        InlinePanel("numbers", heading=_("Con số của kế hoạch"), label=_("Con số"), max_num=4),
    ]

    class Meta:
        verbose_name = _("trang chủ")
        verbose_name_plural = _("trang chủ")

    @property
    def steps(self) -> list[str]:
        """The steps of the call, one a line."""
        return [line.strip() for line in self.call_steps.splitlines() if line.strip()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds every band."""
        context = super().get_context(request, *args, **kwargs)
        context.update(home_bands(self))
        return context


class HomeNumber(Orderable):
    """A target of the plan and how far it is."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="numbers")
    value = models.CharField(_("Đã làm"), max_length=20)
    target = models.CharField(_("Mục tiêu"), max_length=20, blank=True)
    label = models.CharField(_("Nghĩa của số"), max_length=120)
    percent = models.PositiveSmallIntegerField(
        _("Đạt bao nhiêu phần trăm"), null=True, blank=True, validators=[MaxValueValidator(100)]
    )

    panels = [
        FieldRowPanel([FieldPanel("value"), FieldPanel("target"), FieldPanel("percent")]),
        FieldPanel("label"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("con số")
        verbose_name_plural = _("con số")
