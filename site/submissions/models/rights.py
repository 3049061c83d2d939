"""Requests a person makes about data of his own: answered within two working days."""

from datetime import datetime, time
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.holidays import known_holidays
from vietnamese.workdays import add_workdays

DAYS_TO_ANSWER = 2
CLOSING = time(17, 0)


def answer_due(moment: datetime, days: int = DAYS_TO_ANSWER) -> datetime:
    """17:00 of the `days`-th working day after the day of `moment`, in Vietnam."""
    day = add_workdays(timezone.localdate(moment), days, known_holidays())
    return timezone.make_aware(datetime.combine(day, CLOSING))


class DataRequestQuerySet(models.QuerySet["DataRequest"]):
    """Words about requests."""

    def open(self) -> Self:
        """Not answered yet, the most urgent first."""
        return self.filter(done_at__isnull=True).order_by("due_at", "pk")


class DataRequest(models.Model):
    """A right a person uses (Law 91/2025): to see, to correct, to erase, to restrict, to object."""

    class Kind(models.TextChoices):
        """Which."""

        SEE = "see", _("Xem, nhận bản sao dữ liệu")
        CORRECT = "correct", _("Sửa dữ liệu")
        ERASE = "erase", _("Xóa dữ liệu")
        RESTRICT = "restrict", _("Hạn chế, phản đối việc dùng dữ liệu")
        COMPLAIN = "complain", _("Khiếu nại")

    submission = models.ForeignKey(
        "submissions.Submission", on_delete=models.CASCADE, related_name="requests"
    )
    kind = models.CharField(_("Yêu cầu"), max_length=10, choices=Kind.choices)
    text = models.TextField(_("Nói thêm"), blank=True, max_length=2000)
    created_at = models.DateTimeField(_("Nhận lúc"), default=timezone.now)
    due_at = models.DateTimeField(_("Hạn trả lời"))
    done_at = models.DateTimeField(_("Xong lúc"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answer = models.TextField(_("Trả lời"), blank=True, max_length=2000)

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        verbose_name = _("yêu cầu về dữ liệu cá nhân")
        verbose_name_plural = _("yêu cầu về dữ liệu cá nhân")

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def is_late(self) -> bool:
        """Not answered, and its time is over."""
        return self.done_at is None and self.due_at < timezone.now()

    def save(self, *args: object, **kwargs: object) -> None:
        """The clock starts with the request."""
        if self.due_at is None:
            self.due_at = answer_due(self.created_at)
        super().save(*args, **kwargs)  # type: ignore[arg-type]
