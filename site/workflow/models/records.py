"""Each publication: what went out, on whose word, on which way."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

REVIEW_WITHIN = timedelta(hours=24)


class PublicationQuerySet(models.QuerySet):
    """Words about publications."""

    def owed(self) -> "PublicationQuerySet":
        """Published urgently and not yet looked at by a second person."""
        return self.filter(way=Publication.Way.URGENT, reviewed_at__isnull=True).order_by(
            "review_due_at"
        )

    def waiting(self) -> "PublicationQuerySet":
        """Approved for a moment to come, and still on the schedule."""
        scheduled = Revision.objects.filter(
            pk=OuterRef("revision_id"), approved_go_live_at__isnull=False
        )
        return self.filter(
            Exists(scheduled), published_at__isnull=True, planned_at__isnull=False, refused_at=None
        )


class Publication(models.Model):
    """A revision that was let out: kept when the page is gone, for the figures."""

    class Way(models.TextChoices):
        """How it went out."""

        WORKFLOW = "quy-trinh", _("Theo quy trình")
        SMALL = "sua-nho", _("Sửa nhỏ")
        URGENT = "khan", _("Đăng khẩn")
        SYSTEM = "he-thong", _("Máy nạp sẵn")

    class Via(models.TextChoices):
        """Signed in, or by the link of a letter."""

        ACCOUNT = "tai-khoan", _("Tài khoản")
        LINK = "duong-dan", _("Đường dẫn trong thư")
        MACHINE = "may", _("Máy")

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("Trang"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="publications",
    )
    page_title = models.CharField(_("Tiêu đề"), max_length=255)
    revision_id = models.BigIntegerField(_("Bản"), db_index=True)
    content_hash = models.CharField(_("Mã nội dung"), max_length=64)
    way = models.CharField(_("Cách đăng"), max_length=12, choices=Way.choices)
    via = models.CharField(_("Bằng"), max_length=12, choices=Via.choices, default=Via.ACCOUNT)
    reason = models.TextField(_("Lý do"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Người cho đăng"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_by_name = models.CharField(_("Tên người cho đăng"), max_length=300, blank=True)
    decided_at = models.DateTimeField(_("Cho đăng lúc"), default=timezone.now)
    planned_at = models.DateTimeField(_("Hẹn đăng lúc"), null=True)
    published_at = models.DateTimeField(_("Lên trang lúc"), null=True, db_index=True)
    refused_at = models.DateTimeField(_("Không đăng được lúc"), null=True)
    review_due_at = models.DateTimeField(_("Hạn xem lại"), null=True)
    reviewed_at = models.DateTimeField(_("Xem lại lúc"), null=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Người xem lại"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reviewed_by_name = models.CharField(_("Tên người xem lại"), max_length=300, blank=True)
    review_note = models.TextField(_("Ý kiến xem lại"), blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_at", "-pk"]
        verbose_name = _("lần đăng")
        verbose_name_plural = _("lần đăng")
        constraints = [
            models.CheckConstraint(
                condition=~Q(way="khan") | ~Q(reason=""), name="workflow_urgent_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("decided_by")),
                name="workflow_review_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_title} ({self.get_way_display()})"

    @property
    def is_overdue(self) -> bool:
        """Whether the second look should have been taken by now."""
        return bool(
            self.review_due_at and not self.reviewed_at and self.review_due_at < timezone.now()
        )
