"""Mistakes in what was published, mended and owned up to."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable


class AbstractCorrection(Orderable):
    """A mistake in a published text."""

    corrected_on = models.DateField(_("Ngày"), default=timezone.localdate)
    text = models.TextField(
        _("Nội dung đính chính"), help_text=_("Bản trước viết gì, đúng ra là gì.")
    )

    panels = [FieldPanel("corrected_on"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("đính chính")
        verbose_name_plural = _("đính chính")


class Correction(AbstractCorrection):
    """Of an article."""

    page = ParentalKey("news.ArticlePage", on_delete=models.CASCADE, related_name="corrections")

    class Meta(AbstractCorrection.Meta):
        pass


class StoryCorrection(AbstractCorrection):
    """Of a success story."""

    page = ParentalKey("news.StoryPage", on_delete=models.CASCADE, related_name="corrections")

    class Meta(AbstractCorrection.Meta):
        pass


def corrections_panel() -> InlinePanel:
    """Where an editor owns up."""
    return InlinePanel(
        "corrections",
        heading=_("Đính chính"),
        label=_("Đính chính"),
        help_text=_("Ghi khi bài đã đăng có chỗ sai và đã sửa. Hiện ở cuối bài."),
    )
