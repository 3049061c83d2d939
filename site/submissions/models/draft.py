"""What somebody is filling in and has not sent: answers of the steps, for a day."""

from datetime import timedelta
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

DRAFT_LIFE = timedelta(hours=24)


def _end() -> object:
    return timezone.now() + DRAFT_LIFE


class DraftQuerySet(models.QuerySet["Draft"]):
    """Words about drafts."""

    def alive(self) -> Self:
        """Not past their day."""
        return self.filter(expires_at__gt=timezone.now())

    def expired(self) -> Self:
        """Past it."""
        return self.filter(expires_at__lte=timezone.now())


class Draft(models.Model):
    """The server's side of the four steps; the key to it is a cookie, of which the digest is here.

    `answers` holds what was typed, step by step: `{"1": {"name": ["…"], …}, "2": {…}}`, each value
    the list of strings a form posts. Nothing of it has been sent; the clock wipes it after a day.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    kind = models.CharField(max_length=20)
    answers = models.JSONField(default=dict)
    subject = models.ForeignKey(
        "core.BasePage", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    origin = models.ForeignKey(
        "submissions.Submission",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="drafts",
        help_text=_("Hồ sơ mà bản nháp này sửa."),
    )
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=_end, db_index=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("bản đang điền")
        verbose_name_plural = _("bản đang điền")

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
