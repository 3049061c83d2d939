"""The heartbeat of the one clock."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DueJob(models.Model):
    """When a timed job last ran, and what went wrong if it did."""

    name = models.CharField(_("Việc"), max_length=80, unique=True)
    started_at = models.DateTimeField(_("Bắt đầu"), null=True)
    finished_at = models.DateTimeField(_("Xong"), null=True)
    failed_at = models.DateTimeField(_("Hỏng"), null=True)
    error = models.TextField(_("Lỗi"), blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("việc theo giờ")
        verbose_name_plural = _("việc theo giờ")

    def __str__(self) -> str:
        return self.name
