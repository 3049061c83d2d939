"""Private addresses: the leader's link and the shared draft. Only a digest of a token is kept."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

APPROVAL_LIFE = timedelta(hours=48)
SHARE_LIFE_DAYS = 7


class LinkQuerySet(models.QuerySet):
    """Words about links."""

    def open(self) -> Self:
        """Neither used up, nor taken back, nor too old."""
        return self.filter(
            closed_at__isnull=True, revoked_at__isnull=True, expires_at__gt=timezone.now()
        )


class Link(models.Model):
    """What both kinds have in common.

    The token itself stands in the letter alone. `digest` is the SHA-256 of its random part.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="+")
    content_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField(_("Tạo lúc"), default=timezone.now)
    expires_at = models.DateTimeField(_("Hết hạn lúc"))
    revoked_at = models.DateTimeField(_("Thu hồi lúc"), null=True)
    closed_at = models.DateTimeField(_("Xong lúc"), null=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_open(self) -> bool:
        """Whether it still opens anything."""
        return not self.closed_at and not self.revoked_at and self.expires_at > timezone.now()


class ApprovalLink(Link):
    """Lets one approver decide on one item, once, without signing in."""

    class Outcome(models.TextChoices):
        """What was pressed."""

        APPROVED = "duyet", _("Đã duyệt đăng")
        RETURNED = "tra-lai", _("Đã trả lại")

    task_state = models.ForeignKey(
        "workflow.ReviewTaskState", on_delete=models.CASCADE, related_name="links"
    )
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="approval_links"
    )
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)

    class Meta:
        verbose_name = _("đường dẫn duyệt")
        verbose_name_plural = _("đường dẫn duyệt")

    def __str__(self) -> str:
        return f"{self.revision.object_str} ({self.approver})"


class ShareLink(Link):
    """Shows a draft to one person outside, who may answer."""

    class Answer(models.TextChoices):
        """What the person says."""

        AGREED = "dong-y", _("Đồng ý")
        CHANGE = "can-sua", _("Cần sửa")

    page = models.ForeignKey(
        Page, verbose_name=_("Bài"), on_delete=models.CASCADE, related_name="share_links"
    )
    recipient = models.CharField(_("Gửi cho ai"), max_length=160)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Người chia sẻ"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    answer = models.CharField(_("Trả lời"), max_length=10, choices=Answer.choices, blank=True)
    answer_text = models.TextField(_("Chỗ cần sửa"), blank=True)
    answered_at = models.DateTimeField(_("Trả lời lúc"), null=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("bản nháp chia sẻ")
        verbose_name_plural = _("bản nháp chia sẻ")

    def __str__(self) -> str:
        return self.recipient
