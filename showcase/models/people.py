"""Contacts and founders: plain tables with their own edit view and log.

Nothing of them is a page field, so nothing of them is in a revision, and erasing them erases them.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from showcase.choices import ContactKind
from vietnamese import clean, name_sort_key


class StartupDetail(models.Model):
    """A row about people of a startup; shown only where they agreed to it."""

    startup = models.ForeignKey(
        "showcase.StartupPage",
        verbose_name=_("Đơn vị"),
        on_delete=models.CASCADE,
        related_name="%(class)ss",
    )
    is_public = models.BooleanField(
        _("Được hiện công khai"), default=False, help_text=_("Chỉ đánh dấu khi người ấy đã đồng ý.")
    )
    submission = models.ForeignKey(
        "submissions.Submission",
        verbose_name=_("Từ hồ sơ"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="%(class)ss",
    )
    updated_at = models.DateTimeField(_("Sửa lần cuối"), auto_now=True)

    class Meta:
        abstract = True


class Contact(index.Indexed, StartupDetail):
    """One way to reach a startup."""

    kind = models.CharField(_("Loại"), max_length=20, choices=ContactKind.choices)
    label = models.CharField(_("Nhãn"), max_length=80, blank=True, help_text=_("Ví dụ: Đặt hàng"))
    value = models.CharField(_("Số, địa chỉ"), max_length=200)
    order = models.PositiveSmallIntegerField(_("Thứ tự"), default=0)

    panels = [
        FieldPanel("startup"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("label")]),
        FieldPanel("value"),
        FieldRowPanel([FieldPanel("is_public"), FieldPanel("order")]),
    ]
    search_fields = [index.FilterField("startup"), index.FilterField("is_public")]

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("liên hệ của đơn vị")
        verbose_name_plural = _("liên hệ của đơn vị")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.label or self.startup_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Clean what was typed."""
        self.value = clean(self.value)
        super().save(*args, **kwargs)

    @property
    def href(self) -> str:
        """A link to dial, write or chat; '' where there is none."""
        number = "".join(char for char in self.value if char.isdigit() or char == "+")
        links = {
            ContactKind.PHONE: f"tel:{number}",
            ContactKind.EMAIL: f"mailto:{self.value}",
            ContactKind.ZALO: f"https://zalo.me/{number}",
        }
        return links.get(ContactKind(self.kind), "")


class Founder(index.Indexed, StartupDetail):
    """A person behind a startup."""

    name = models.CharField(_("Họ và tên"), max_length=120)
    role = models.CharField(_("Vai trò"), max_length=120, blank=True)
    bio = models.TextField(_("Vài lời giới thiệu"), blank=True)
    name_sort = models.CharField(max_length=255, editable=False)

    panels = [
        FieldPanel("startup"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldPanel("bio"),
        FieldPanel("is_public"),
    ]
    search_fields = [index.FilterField("startup"), index.FilterField("is_public")]

    class Meta:
        ordering = ["name_sort", "pk"]
        verbose_name = _("người sáng lập")
        verbose_name_plural = _("người sáng lập")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Clean the name and sort by given name."""
        self.name = clean(self.name)
        self.name_sort = name_sort_key(self.name)
        super().save(*args, **kwargs)
