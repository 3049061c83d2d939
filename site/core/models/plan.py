"""Tasks of the plan that the site's items serve, so that the yearly report can count them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class PlanTask(index.Indexed, models.Model):
    """One bullet of the letter or plan, with the unit that answers for it."""

    code = models.CharField(_("Mã"), max_length=20, unique=True, help_text=_("Ví dụ: III.2"))
    unit = models.CharField(_("Đơn vị thực hiện"), max_length=160)
    text = models.TextField(_("Nội dung nhiệm vụ"), help_text=_("Chép nguyên văn."))
    short = models.CharField(
        _("Tên gọi ngắn"), max_length=120, blank=True, help_text=_("Hiện trong ô chọn.")
    )
    order = models.PositiveSmallIntegerField(_("Thứ tự"), default=0)
    is_active = models.BooleanField(_("Đang thực hiện"), default=True)

    panels = [
        FieldPanel("code"),
        FieldPanel("unit"),
        FieldPanel("short"),
        FieldPanel("text"),
        FieldPanel("order"),
        FieldPanel("is_active"),
    ]
    search_fields = [
        index.SearchField("code"),
        index.SearchField("text"),
        index.AutocompleteField("code"),
        index.AutocompleteField("text"),
    ]

    class Meta:
        ordering = ["order", "code"]
        verbose_name = _("nhiệm vụ của kế hoạch")
        verbose_name_plural = _("nhiệm vụ của kế hoạch")

    def __str__(self) -> str:
        return f"{self.code} – {self.short or self.text[:80]}"
