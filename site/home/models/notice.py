"""The lines under the masthead: urgent news, planned stops, plain announcements."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from core.texts import clean_texts
from vietnamese import add_workdays, format_date

WORKDAYS_AHEAD = 7  # Decree 224/2026, article 13


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices."""

    def current(self) -> "NoticeQuerySet":
        """Within their time, the gravest first, then the newest."""
        now = timezone.now()
        shown = self.filter(Q(show_until__isnull=True) | Q(show_until__gt=now), show_from__lte=now)
        order = [When(kind=kind, then=Value(n)) for n, kind in enumerate(Notice.Kind.values)]
        return shown.annotate(gravity=Case(*order)).order_by("gravity", "-show_from", "-pk")


class Notice(models.Model):
    """One line every page shows for a while."""

    class Kind(models.TextChoices):
        """How grave, gravest first."""

        URGENT = "urgent", _("Khẩn: thiên tai, cảnh báo, an toàn")
        STOP = "stop", _("Trang tạm ngừng có kế hoạch")
        INFO = "info", _("Thông báo thường")

    kind = models.CharField(_("Loại"), max_length=10, choices=Kind.choices, default=Kind.INFO)
    label = models.CharField(
        _("Nhãn"), max_length=60, blank=True, help_text=_("Ví dụ: Hạn chót 30/11:")
    )
    text = models.CharField(
        _("Nội dung"),
        max_length=200,
        blank=True,
        help_text=_(
            "Một câu. Với trang tạm ngừng, để trống thì trang tự viết từ giờ ghi bên dưới."
        ),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("Dẫn tới trang"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    link_label = models.CharField(_("Chữ liên kết"), max_length=60, blank=True)
    show_from = models.DateTimeField(_("Hiện từ"), default=timezone.now)
    show_until = models.DateTimeField(_("Hiện đến"), null=True, blank=True)
    stop_from = models.DateTimeField(_("Ngừng từ"), null=True, blank=True)
    stop_until = models.DateTimeField(_("Dự kiến chạy lại"), null=True, blank=True)
    late_reason = models.CharField(
        _("Lý do báo gấp"),
        max_length=200,
        blank=True,
        help_text=_("Chỉ khi không kịp báo trước 07 ngày làm việc."),
    )

    objects = NoticeQuerySet.as_manager()

    panels = [
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("label"), FieldPanel("text")]),
        FieldRowPanel([FieldPanel("page"), FieldPanel("link_label")]),
        FieldRowPanel([FieldPanel("show_from"), FieldPanel("show_until")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("stop_from"), FieldPanel("stop_until")]),
                FieldPanel("late_reason"),
            ],
            heading=_("Khi trang tạm ngừng"),
            help_text=_("Phải báo trước ít nhất 07 ngày làm việc (Nghị định 224/2026, Điều 13)."),
        ),
    ]

    class Meta:
        verbose_name = _("dòng báo")
        verbose_name_plural = _("dòng báo trên đầu trang")

    def __str__(self) -> str:
        return self.text or str(self.get_kind_display())

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save without control characters; a planned stop ends its own notice."""
        clean_texts(self)
        if self.kind == self.Kind.STOP and not self.show_until:
            self.show_until = self.stop_until
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """A planned stop names its hours, and is told seven working days ahead."""
        super().clean()
        if self.kind != self.Kind.STOP:
            if not self.text.strip():
                raise ValidationError({"text": _("Viết một câu.")})
            return
        missing = [name for name in ("stop_from", "stop_until") if not getattr(self, name)]
        if missing:
            raise ValidationError(dict.fromkeys(missing, _("Ghi ngày giờ.")))
        if self.stop_until <= self.stop_from:
            raise ValidationError({"stop_until": _("Giờ chạy lại phải sau giờ ngừng.")})
        earliest = self.earliest_stop(self.holidays())
        if timezone.localdate(self.stop_from) < earliest and not self.late_reason.strip():
            message = _(
                "Phải báo trước 07 ngày làm việc: sớm nhất là %(day)s. "
                "Nếu không thể chờ, ghi lý do báo gấp bên dưới."
            )
            raise ValidationError({"stop_from": message % {"day": format_date(earliest)}})

    def earliest_stop(self, holidays: Collection[date] = ()) -> date:
        """The first day a stop announced by this notice may begin."""
        return add_workdays(timezone.localdate(self.show_from), WORKDAYS_AHEAD, holidays)

    @staticmethod
    def holidays() -> set[date]:
        """Public holidays the unit has entered."""
        from home.models import SiteIdentity

        return {day for identity in SiteIdentity.objects.all() for day in identity.holiday_dates}
