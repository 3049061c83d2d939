"""Figures for each page and day, and the sentences readers leave."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

TEXT_LENGTH = 500


class PageDay(models.Model):
    """How often a page was read and found useful on one day in Vietnam."""

    page = models.ForeignKey(
        "core.BasePage", verbose_name=_("Trang"), on_delete=models.CASCADE, related_name="days"
    )
    day = models.DateField(_("Ngày"), default=timezone.localdate)
    views = models.PositiveIntegerField(_("Lượt đọc"), default=0)
    useful = models.PositiveIntegerField(_("Thấy có ích"), default=0)
    useless = models.PositiveIntegerField(_("Thấy chưa có ích"), default=0)

    class Meta:
        verbose_name = _("lượt đọc trong ngày")
        verbose_name_plural = _("lượt đọc trong ngày")
        constraints = [
            models.UniqueConstraint(fields=["page", "day"], name="feedback_one_row_a_page_a_day")
        ]
        indexes = [models.Index(fields=["day"], name="feedback_day")]

    def __str__(self) -> str:
        return f"{self.page_id}, {self.day}"


class Remark(models.Model):
    """A sentence about a page. Only the day is kept: the hour might tell who wrote it."""

    page = models.ForeignKey(
        "core.BasePage", verbose_name=_("Trang"), on_delete=models.CASCADE, related_name="remarks"
    )
    sent_on = models.DateField(_("Ngày"), default=timezone.localdate)
    useful = models.BooleanField(_("Thấy có ích"), null=True)
    text = models.TextField(_("Lời nhắn"), max_length=TEXT_LENGTH)

    class Meta:
        ordering = ["-sent_on", "-pk"]
        verbose_name = _("lời nhắn của bạn đọc")
        verbose_name_plural = _("lời nhắn của bạn đọc")

    def __str__(self) -> str:
        return self.text[:60]

    def get_useful_display(self) -> str:
        """The answer in words; '—' where none was given."""
        words = {True: _("Có"), False: _("Không")}
        return str(words.get(self.useful, "—"))
