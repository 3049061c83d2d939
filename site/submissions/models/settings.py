"""How the unit takes submissions in."""

import secrets
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


def _between(least: int, most: int) -> list:
    return [MinValueValidator(least), MaxValueValidator(most)]


@register_setting(icon="mail")
class IntakeSettings(BaseGenericSetting):
    """Code of the files, days to answer, limits, how long things are kept."""

    code_prefix = models.CharField(
        _("Chữ đầu mã hồ sơ"),
        max_length=6,
        default="HS",
        validators=[RegexValidator(r"\A[A-Z0-9]{1,6}\Z", _("Chỉ chữ hoa không dấu và số."))],
        help_text=_("Ví dụ BK thì mã hồ sơ là BK-26-7K4M."),
    )
    answer_days = models.PositiveSmallIntegerField(
        _("Hẹn trả lời sau (ngày làm việc)"), default=3, validators=_between(1, 30)
    )
    limit_count = models.PositiveSmallIntegerField(
        _("Số hồ sơ một nơi gửi được"), default=5, validators=_between(1, 1000)
    )
    limit_minutes = models.PositiveSmallIntegerField(
        _("trong số phút"), default=10, validators=_between(1, 1440)
    )
    email_limit = models.PositiveSmallIntegerField(
        _("Số hồ sơ một địa chỉ thư gửi trong một ngày"), default=5, validators=_between(1, 100)
    )
    keep_declined_months = models.PositiveSmallIntegerField(
        _("Giữ hồ sơ không đăng (tháng)"), default=12, validators=_between(1, 120)
    )
    keep_suspect_days = models.PositiveSmallIntegerField(
        _("Giữ hồ sơ nghi là rác (ngày)"), default=30, validators=_between(1, 365)
    )
    keep_proof_years = models.PositiveSmallIntegerField(
        _("Giữ bằng chứng đồng ý sau khi gỡ (năm)"), default=5, validators=_between(1, 30)
    )
    confirm_months = models.PositiveSmallIntegerField(
        _("Hỏi lại “còn đúng không?” sau (tháng)"), default=12, validators=_between(1, 60)
    )
    rest_days = models.PositiveSmallIntegerField(
        _("Không trả lời thì tạm cất sau (ngày)"), default=45, validators=_between(7, 365)
    )

    panels = [
        FieldRowPanel([FieldPanel("code_prefix"), FieldPanel("answer_days")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("limit_count"), FieldPanel("limit_minutes")]),
                FieldPanel("email_limit"),
            ],
            heading=_("Chống gửi ồ ạt"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("keep_declined_months"), FieldPanel("keep_suspect_days")]
                ),
                FieldPanel("keep_proof_years"),
            ],
            heading=_("Lưu giữ"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("confirm_months"), FieldPanel("rest_days")])],
            heading=_("Hỏi lại hằng năm"),
        ),
    ]

    class Meta:
        verbose_name = _("nhận hồ sơ")


def _new_code() -> str:
    return "".join(secrets.choice("23456789abcdefghjkmnpqrstuvwxyz") for _n in range(8))


class EventCodeQuerySet(models.QuerySet["EventCode"]):
    """Words about codes."""

    def valid(self) -> Self:
        """In their hours."""
        now = timezone.now()
        return self.filter(valid_from__lte=now, valid_until__gt=now)


class EventCode(models.Model):
    """Lifts the limit of one address for a training evening on one Wi-Fi."""

    name = models.CharField(_("Buổi"), max_length=120, help_text=_("Ví dụ: Tập huấn ở Tổ 5"))
    code = models.CharField(_("Mã"), max_length=20, unique=True, default=_new_code)
    valid_from = models.DateTimeField(_("Dùng từ"), default=timezone.now)
    valid_until = models.DateTimeField(_("Đến"))
    limit_count = models.PositiveSmallIntegerField(
        _("Số hồ sơ một nơi gửi được trong buổi"), default=100, validators=_between(1, 1000)
    )

    objects = EventCodeQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("limit_count")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
    ]

    class Meta:
        ordering = ["-valid_from"]
        verbose_name = _("mã buổi tập huấn")
        verbose_name_plural = _("mã buổi tập huấn")

    def __str__(self) -> str:
        return self.name
