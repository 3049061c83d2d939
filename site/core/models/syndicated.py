"""What an item needs to be quoted, corrected and taken back by others."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel


class Rights(models.TextChoices):
    """What others may do with an item."""

    SITE = "theo-trang", _("Theo giấy phép chung của trang")
    QUOTE = "trich-dan", _("Được trích dẫn, ghi rõ nguồn")
    FULL = "toan-van", _("Được đăng lại toàn văn, ghi rõ nguồn")
    NONE = "khong", _("Không đăng lại (bản quyền của bên khác)")


class Withdrawal(models.TextChoices):
    """Why an item was taken back."""

    ERROR = "sai-sot", _("Nội dung có sai sót")
    OUTDATED = "het-dung", _("Nội dung không còn đúng")
    CONSENT = "rut-dong-y", _("Người trong bài rút lại sự đồng ý")
    OTHER = "ly-do-khac", _("Lý do khác")
    RESTED = "cho-xac-nhan", _("Chờ đơn vị xác nhận lại")


class Syndicated(models.Model):
    """Permanent identity, rights, source, true update time, withdrawal.

    The identity (`uuid`) survives renaming and moving and is never copied to another page.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    content_updated_at = models.DateTimeField(
        _("Cập nhật nội dung lúc"),
        null=True,
        blank=True,
        help_text=_(
            "Chỉ ghi khi nội dung thực sự đổi, không phải sửa lỗi chính tả. Hiện cạnh ngày đăng."
        ),
    )
    rights = models.CharField(
        _("Quyền sử dụng lại"), max_length=20, choices=Rights.choices, default=Rights.SITE
    )
    source_name = models.CharField(
        _("Nguồn"),
        max_length=160,
        blank=True,
        help_text=_("Ghi khi đăng lại hoặc tổng hợp từ nơi khác."),
    )
    source_url = models.URLField(_("Liên kết tới bài gốc"), max_length=500, blank=True)
    withdrawn_at = models.DateTimeField(_("Gỡ lúc"), null=True, blank=True, editable=False)
    withdrawn_why = models.CharField(
        _("Lý do gỡ"), max_length=20, choices=Withdrawal.choices, blank=True, editable=False
    )
    withdrawn_note = models.TextField(_("Thông báo gỡ"), blank=True, editable=False)

    exclude_fields_in_copy = [
        "uuid",
        "content_updated_at",
        "withdrawn_at",
        "withdrawn_why",
        "withdrawn_note",
    ]

    syndication_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_url")]),
                FieldPanel("rights"),
                FieldPanel("content_updated_at"),
            ],
            heading=_("Nguồn và bản quyền"),
            classname="collapsed",
        )
    ]

    class Meta:
        abstract = True

    @property
    def consent_withdrawn(self) -> bool:
        """Taken back by the person in it: nothing but the date is said of it any more."""
        return bool(self.withdrawn_why == Withdrawal.CONSENT)

    @property
    def is_resting(self) -> bool:
        """Put away until its maker says that it still holds; nothing was wrong with it."""
        return bool(self.withdrawn_why == Withdrawal.RESTED)
