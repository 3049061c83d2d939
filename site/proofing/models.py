"""The glossary of names of bodies, which editors keep themselves."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.texts import clean_texts


class OfficialName(models.Model):
    """A body, written as it calls itself. Texts that write it otherwise are pointed out."""

    name = models.CharField(
        _("Tên viết đúng"),
        max_length=160,
        unique=True,
        help_text=_(
            "Đúng chữ hoa, chữ thường, dấu. Ví dụ: Trung tâm Dịch vụ tổng hợp. "
            "Bài nào viết khác chữ hoa, chữ thường hay chỗ đặt dấu thì được nhắc."
        ),
    )

    panels = [FieldPanel("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("tên cơ quan")
        verbose_name_plural = _("tên cơ quan")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save in one spelling of Unicode."""
        clean_texts(self)
        super().save(*args, **kwargs)
