"""How the unit runs its editorial work."""

import calendar
from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


def _between(least: int, most: int) -> list:
    return [MinValueValidator(least), MaxValueValidator(most)]


@register_setting(icon="clipboard-list")
class EditorialSettings(BaseGenericSetting):
    """Approval by link, deadlines, the hour of the daily digest."""

    links_by_mail = models.BooleanField(
        _("Cho duyệt qua đường dẫn trong thư"),
        default=True,
        help_text=_(
            "Người duyệt nhận thư có đường dẫn dùng một lần, xem và duyệt ngay trên điện thoại, "
            "không phải đăng nhập. Tắt đi thì thư chỉ dẫn tới trang quản trị."
        ),
    )
    section_days = models.PositiveSmallIntegerField(
        _("Biên tập, thẩm định: số ngày làm việc"), default=1, validators=_between(0, 30)
    )
    approval_days = models.PositiveSmallIntegerField(
        _("Duyệt đăng: số ngày làm việc"), default=1, validators=_between(0, 30)
    )
    urgent_hours = models.PositiveSmallIntegerField(
        _("Bài gấp: số giờ cho mỗi bước"), default=2, validators=_between(1, 48)
    )
    digest_hour = models.PositiveSmallIntegerField(
        _("Thư nhắc việc hằng ngày gửi từ lúc (giờ)"), default=7, validators=_between(0, 23)
    )

    report_day = models.PositiveSmallIntegerField(
        _("Báo cáo năm: hạn nộp, ngày"), default=5, validators=_between(1, 31)
    )
    report_month = models.PositiveSmallIntegerField(
        _("Báo cáo năm: hạn nộp, tháng"), default=12, validators=_between(1, 12)
    )

    panels = [
        FieldPanel("links_by_mail"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("section_days"), FieldPanel("approval_days")]),
                FieldRowPanel([FieldPanel("urgent_hours"), FieldPanel("digest_hour")]),
            ],
            heading=_("Thời hạn và nhắc việc"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("report_day"), FieldPanel("report_month")])],
            heading=_("Báo cáo năm"),
        ),
    ]

    class Meta:
        verbose_name = _("quy trình biên tập")

    def report_due_in(self, year: int) -> date:
        """The day of that year's report; the month's last where it has no such day."""
        last = calendar.monthrange(year, self.report_month)[1]
        return date(year, self.report_month, min(self.report_day, last))
