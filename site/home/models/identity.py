"""Who runs the site: all the law asks to be shown, as settings. No place name is in the code."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from core.texts import clean_texts


def _as_date(line: str) -> date | None:
    try:
        return datetime.strptime(line.strip(), "%d/%m/%Y").date()
    except ValueError:
        return None


@register_setting(icon="home")
class SiteIdentity(BaseSiteSetting, ClusterableModel):
    """Names, managing body, person responsible, addresses, channels, licence."""

    site_title = models.CharField(
        _("Tên trang"),
        max_length=80,
        default="Đổi mới sáng tạo",
        help_text=_("Dòng lớn trên đầu trang."),
    )
    unit_name = models.CharField(
        _("Tên đơn vị"),
        max_length=160,
        blank=True,
        help_text=_("Dòng nhỏ trên tên trang: Ủy ban nhân dân phường …"),
    )
    province_name = models.CharField(_("Tỉnh, thành phố"), max_length=80, blank=True)
    description = models.TextField(
        _("Giới thiệu ngắn"),
        blank=True,
        help_text=_("Một hai câu; dùng cho máy tìm kiếm và nguồn tin."),
    )
    managing_body = models.CharField(_("Cơ quan quản lý"), max_length=200, blank=True)
    responsible_person = models.CharField(
        _("Người chịu trách nhiệm"), max_length=160, blank=True, help_text=_("Họ tên và chức vụ.")
    )
    address = models.CharField(_("Địa chỉ"), max_length=255, blank=True)
    phone = models.CharField(_("Điện thoại"), max_length=40, blank=True)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    hours = models.CharField(_("Giờ làm việc"), max_length=160, blank=True)
    map_url = models.URLField(_("Liên kết bản đồ"), max_length=500, blank=True)
    portal_name = models.CharField(_("Cổng cấp trên"), max_length=160, blank=True)
    portal_url = models.URLField(_("Địa chỉ cổng cấp trên"), max_length=500, blank=True)
    licence = models.TextField(
        _("Quyền sử dụng lại nội dung"),
        blank=True,
        help_text=_("Ví dụ: Ghi rõ nguồn khi đăng lại thông tin từ trang này."),
    )
    licence_url = models.URLField(_("Văn bản giấy phép"), max_length=500, blank=True)
    footer_note = models.TextField(_("Dòng cuối trang"), blank=True)
    logo = models.ForeignKey(
        "library.CustomImage",
        verbose_name=_("Biểu trưng"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Không có thì dùng dấu hoa văn thổ cẩm."),
    )
    zalo_verification = models.CharField(
        _("Mã xác thực Zalo"),
        max_length=120,
        blank=True,
        help_text=_("Zalo cấp khi đăng ký tên miền; hiện trong mã nguồn trang."),
    )
    holidays = models.TextField(
        _("Ngày nghỉ lễ"),
        blank=True,
        help_text=_("Mỗi dòng một ngày, ví dụ 02/09/2026. Dùng để đếm ngày làm việc."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("site_title"),
                FieldPanel("unit_name"),
                FieldPanel("province_name"),
                FieldPanel("description"),
                FieldPanel("logo"),
            ],
            heading=_("Tên gọi"),
        ),
        MultiFieldPanel(
            [FieldPanel("managing_body"), FieldPanel("responsible_person")],
            heading=_("Trách nhiệm"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldRowPanel([FieldPanel("hours"), FieldPanel("map_url")]),
            ],
            heading=_("Liên hệ"),
        ),
        InlinePanel("channels", heading=_("Kênh chính thức"), label=_("Kênh")),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("portal_name"), FieldPanel("portal_url")])],
            heading=_("Cổng cấp trên"),
        ),
        MultiFieldPanel(
            [FieldPanel("licence"), FieldPanel("licence_url"), FieldPanel("footer_note")],
            heading=_("Giấy phép và chân trang"),
        ),
        FieldPanel("holidays"),
        FieldPanel("zalo_verification"),
    ]

    class Meta:
        verbose_name = _("thông tin đơn vị")

    def __str__(self) -> str:
        return self.site_title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save without control characters: these words go into every page and feed."""
        clean_texts(self)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Holidays are dates, one a line."""
        super().clean()
        for line in self.holidays.splitlines():
            if line.strip() and _as_date(line) is None:
                message = _("“%s” không phải ngày. Viết như 02/09/2026.") % line.strip()[:40]
                raise ValidationError({"holidays": message})

    @property
    def holiday_dates(self) -> set[date]:
        """Public holidays as dates."""
        days = (_as_date(line) for line in self.holidays.splitlines())
        return {day for day in days if day}

    @property
    def has_contact(self) -> bool:
        """Whether there is anything to say on how to reach the unit."""
        ways = (self.address, self.phone, self.email, self.hours, self.responsible_person)
        return any(ways)

    @property
    def full_title(self) -> str:
        """“Đổi mới sáng tạo – Ủy ban nhân dân phường …”."""
        return " – ".join(part for part in (self.site_title, self.unit_name) if part)


class OfficialChannel(Orderable):
    """A channel of the ward outside this site (Decree 224/2026, article 10)."""

    identity = ParentalKey(SiteIdentity, on_delete=models.CASCADE, related_name="channels")
    name = models.CharField(_("Tên kênh"), max_length=80)
    url = models.URLField(_("Địa chỉ"), max_length=500)

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("url")])]

    class Meta(Orderable.Meta):
        verbose_name = _("kênh chính thức")
        verbose_name_plural = _("kênh chính thức")
