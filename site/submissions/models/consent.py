"""The versioned texts people consent to, and the record that they did."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class Purpose(models.TextChoices):
    """Each purpose has a box of its own, empty at first (Law 91/2025, Decree 356/2025)."""

    HANDLING = "handling", _("Xử lý hồ sơ, đăng nội dung và ảnh sản phẩm")
    NAME = "name", _("Hiện tên, ảnh người đại diện")
    PHONE = "phone", _("Hiện số điện thoại")
    EMAIL = "email", _("Hiện thư điện tử")
    ZALO = "zalo", _("Hiện Zalo")
    ADDRESS = "address", _("Hiện địa chỉ")
    REUSE = "reuse", _("Báo, đài, cổng của tỉnh dùng lại")
    NEWSLETTER = "newsletter", _("Nhận lời mời, bản tin")


class ConsentTextQuerySet(models.QuerySet["ConsentText"]):
    """Words about texts of consent."""

    def in_use(self) -> list["ConsentText"]:
        """The newest version of each purpose whose day has come, in the order of `Purpose`."""
        newest: dict[str, ConsentText] = {}
        today = timezone.localdate()
        for text in self.filter(in_use_from__lte=today).order_by("version"):
            newest[text.purpose] = text
        return [newest[value] for value in Purpose.values if value in newest]


class ConsentText(models.Model):
    """One purpose of one version: what a person agrees to, word for word; kept once used."""

    Purpose = Purpose

    purpose = models.CharField(_("Mục đích"), max_length=20, choices=Purpose.choices)
    version = models.PositiveSmallIntegerField(_("Bản"), default=1)
    text = models.TextField(
        _("Lời xin đồng ý"),
        help_text=_("Một câu cạnh ô đánh dấu, nói rõ dùng vào việc gì. Sửa lời là thêm bản mới."),
    )
    hint = models.CharField(
        _("Dòng nhỏ bên dưới"),
        max_length=200,
        blank=True,
        help_text=_("Ví dụ: Không chọn thì phường chuyển lời giúp bạn."),
    )
    in_use_from = models.DateField(_("Dùng từ ngày"), default=timezone.localdate)

    objects = ConsentTextQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("purpose"), FieldPanel("version")]),
        FieldPanel("text"),
        FieldPanel("hint"),
        FieldPanel("in_use_from"),
    ]

    class Meta:
        ordering = ["purpose", "-version"]
        verbose_name = _("lời xin đồng ý")
        verbose_name_plural = _("lời xin đồng ý")
        constraints = [
            models.UniqueConstraint(fields=["purpose", "version"], name="consent_purpose_version")
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, bản {self.version}"


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Words about consents."""

    def standing(self) -> Self:
        """Given and not taken back."""
        return self.filter(withdrawn_at__isnull=True)


class Consent(models.Model):
    """What one person agreed to: to which words, when, how; and when it was taken back.

    It is the proof, so it outlives the erasure of everything else: it holds no personal data.
    """

    class Way(models.TextChoices):
        """How it was said."""

        WEB = "web", _("Tự đánh dấu trên trang")
        COUNTER = "counter", _("Nói tại quầy, cán bộ ghi")
        PHONE = "phone", _("Nói qua điện thoại, cán bộ ghi")
        PAPER = "paper", _("Ký trên giấy, cán bộ ghi")

    submission = models.ForeignKey(
        "submissions.Submission", on_delete=models.CASCADE, related_name="consents"
    )
    purpose = models.CharField(_("Mục đích"), max_length=20, choices=Purpose.choices)
    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(_("Đồng ý lúc"), default=timezone.now)
    way = models.CharField(_("Cách nói"), max_length=10, choices=Way.choices, default=Way.WEB)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("Rút lại lúc"), null=True, blank=True)
    withdrawn_way = models.CharField(max_length=10, choices=Way.choices, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("sự đồng ý")
        verbose_name_plural = _("sự đồng ý")
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "purpose"],
                condition=Q(withdrawn_at__isnull=True),
                name="submissions_one_standing_consent",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.given_at:%d/%m/%Y}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The purpose is that of the text."""
        self.purpose = self.text.purpose
        super().save(*args, **kwargs)
