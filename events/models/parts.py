"""What an event consists of: sessions, organisers, exhibitors, figures."""

import re
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from events.models.event import EventPage
from vietnamese import format_hours, format_time

PROGRAMME_LINE = re.compile(
    r"(?P<time>\d{1,2}[:h]\d{2}(?:\s*[–-]\s*\d{1,2}[:h]\d{2})?)\s*[:–-]?\s+(?P<what>.+)"
)


class EventSession(Orderable):
    """One session: when and where."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(_("Tên buổi"), max_length=160, blank=True)
    starts_at = models.DateTimeField(_("Bắt đầu"))
    ends_at = models.DateTimeField(_("Kết thúc"), null=True, blank=True)
    all_day = models.BooleanField(_("Cả ngày"), default=False)
    space = models.ForeignKey(
        "events.SpacePage",
        verbose_name=_("Không gian trên trang này"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sessions",
    )
    place = models.CharField(_("hoặc địa điểm khác"), max_length=160, blank=True)
    address = models.CharField(_("Địa chỉ"), max_length=255, blank=True)
    map_url = models.URLField(_("Liên kết bản đồ"), max_length=500, blank=True)
    online_url = models.URLField(_("Dự qua mạng"), max_length=500, blank=True)
    programme = models.TextField(_("Chương trình"), blank=True, help_text=_("Mỗi dòng một mục."))

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at"), FieldPanel("all_day")]),
        FieldRowPanel([FieldPanel("space"), FieldPanel("place")]),
        FieldRowPanel([FieldPanel("address"), FieldPanel("map_url"), FieldPanel("online_url")]),
        FieldPanel("programme"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("buổi")
        verbose_name_plural = _("buổi")

    @property
    def effective_start(self) -> datetime:
        """Its start; the first minute of its day when it lasts all day."""
        if self.all_day:
            first = timezone.localtime(self.starts_at)
            return first.replace(hour=0, minute=0, second=0, microsecond=0)
        return self.starts_at

    @property
    def effective_end(self) -> datetime:
        """Its end; the end of its last day when it lasts all day; two hours if none is given."""
        if self.all_day:
            last = timezone.localtime(self.ends_at or self.starts_at)
            midnight = last.replace(hour=0, minute=0, second=0, microsecond=0)
            return midnight + timedelta(days=1)
        return self.ends_at or self.starts_at + timedelta(hours=2)

    @property
    def hours(self) -> str:
        """When it begins and ends, beside its day. No end is told that nobody gave."""
        if self.all_day or self.ends_at:
            return format_hours(self.effective_start, self.effective_end, with_year=True)
        return format_time(self.starts_at)

    @property
    def place_name(self) -> str:
        """Where, in a few words; a space the public may not see is not named."""
        if self.place or not self.space_id:
            return self.place
        return self.space.title if self.space.is_visible() else self.address

    @property
    def programme_rows(self) -> list[tuple[str, str]]:
        """The programme line by line: (time or '', what)."""
        lines = [line.strip() for line in self.programme.splitlines() if line.strip()]
        return [
            (match["time"], match["what"]) if (match := PROGRAMME_LINE.match(line)) else ("", line)
            for line in lines
        ]

    @property
    def is_timed(self) -> bool:
        """Whether any line of the programme tells an hour."""
        return any(when for when, _what in self.programme_rows)

    def clean(self) -> None:
        """An end before the start is a slip."""
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("Giờ kết thúc phải sau giờ bắt đầu.")})


class Organiser(Orderable):
    """Who holds the event."""

    class Role(models.TextChoices):
        """In what part."""

        HOST = "host", _("Chủ trì")
        CO_HOST = "co_host", _("Phối hợp")
        SUPPORTER = "supporter", _("Hỗ trợ")
        SPONSOR = "sponsor", _("Tài trợ")

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="organisers")
    name = models.CharField(_("Tên đơn vị"), max_length=200)
    role = models.CharField(_("Vai trò"), max_length=20, choices=Role.choices, default=Role.HOST)

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("role")])]

    class Meta(Orderable.Meta):
        verbose_name = _("đơn vị tổ chức")
        verbose_name_plural = _("đơn vị tổ chức")


class Exhibitor(Orderable):
    """A product at a booth, or a guest from elsewhere by name."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="exhibitors")
    product = models.ForeignKey(
        "showcase.ProductPage",
        verbose_name=_("Sản phẩm"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="exhibits",
    )
    name = models.CharField(
        _("hoặc tên đơn vị"),
        max_length=200,
        blank=True,
        help_text=_("Cho đơn vị chưa có trên trang."),
    )
    booth = models.CharField(_("Gian"), max_length=40, blank=True)

    visible_product: Any = None

    panels = [FieldRowPanel([FieldPanel("booth"), FieldPanel("product"), FieldPanel("name")])]

    class Meta(Orderable.Meta):
        verbose_name = _("gian trưng bày")
        verbose_name_plural = _("gian trưng bày")

    def clean(self) -> None:
        """A product or a name, at least."""
        super().clean()
        if not self.product_id and not self.name:
            raise ValidationError({"product": _("Chọn một sản phẩm hoặc ghi tên đơn vị.")})


class EventFigure(Orderable):
    """A number after the event."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="figures")
    value = models.CharField(_("Số"), max_length=40)
    label = models.CharField(_("Nghĩa của số"), max_length=160)

    panels = [FieldRowPanel([FieldPanel("value"), FieldPanel("label")])]

    class Meta(Orderable.Meta):
        verbose_name = _("con số")
        verbose_name_plural = _("con số")
