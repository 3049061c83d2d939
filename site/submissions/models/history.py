"""What happened to a submission, what was noted beside its fields, what it said before."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """One line of the tracker and of the record. What is `public` the sender reads as well."""

    class Kind(models.TextChoices):
        """What happened."""

        RECEIVED = "received", _("Đã nhận")
        PROVED = "proved", _("Đã xác nhận liên hệ")
        TAKEN = "taken", _("Bắt đầu đọc")
        CHANGES = "changes", _("Cần sửa")
        CORRECTED = "corrected", _("Người gửi đã sửa")
        ANSWERED = "answered", _("Người gửi nhắn")
        MESSAGE = "message", _("Ban biên tập nhắn")
        ACCEPTED = "accepted", _("Nhận, đang soạn trang")
        PUBLISHED = "published", _("Đã đăng")
        DECLINED = "declined", _("Không đăng")
        WITHDRAWN = "withdrawn", _("Người gửi rút")
        CONSENT = "consent", _("Đổi điều đã đồng ý")
        REQUEST = "request", _("Yêu cầu về dữ liệu")
        CONFIRMED = "confirmed", _("Xác nhận vẫn đúng")
        RESTED = "rested", _("Tạm cất, chờ xác nhận")
        NOTE = "note", _("Ghi chú nội bộ")

    submission = models.ForeignKey(
        "submissions.Submission", on_delete=models.CASCADE, related_name="events"
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(_("Lời"), blank=True, max_length=4000)
    public = models.BooleanField(default=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("việc của hồ sơ")
        verbose_name_plural = _("việc của hồ sơ")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%d/%m/%Y}"


class FieldNote(models.Model):
    """A wish of the editors beside one field; open until the sender has sent the field anew."""

    submission = models.ForeignKey(
        "submissions.Submission", on_delete=models.CASCADE, related_name="notes"
    )
    field = models.CharField(max_length=60, help_text="name in the form; `pictures` for pictures")
    text = models.TextField(_("Cần sửa gì"), max_length=1000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, help_text="when the sender was told")
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("ghi chú cạnh ô")
        verbose_name_plural = _("ghi chú cạnh ô")

    def __str__(self) -> str:
        return f"{self.field}: {self.text[:40]}"


class Version(models.Model):
    """What the payload said before the sender corrected it."""

    submission = models.ForeignKey(
        "submissions.Submission", on_delete=models.CASCADE, related_name="versions"
    )
    payload = models.JSONField(default=dict)
    replaced_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("bản trước của hồ sơ")
        verbose_name_plural = _("bản trước của hồ sơ")

    def __str__(self) -> str:
        return f"{self.replaced_at:%d/%m/%Y %H:%M}"
