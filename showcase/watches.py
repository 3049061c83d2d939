"""What the showcase would have an editor look after."""

from typing import Any

from dateutil.relativedelta import relativedelta
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import BasePage
from desk.attention import Watch, register
from showcase.confirming import not_confirmed_since

CONFIRMED_FOR = relativedelta(months=12)


def register_watches() -> None:
    """Called once when the app is ready."""
    register(
        Watch(
            "don-vi-can-xac-nhan",
            _("đơn vị quá 12 tháng chưa xác nhận lại thông tin"),
            stale_startups,
            _("Hỏi đơn vị xem thông tin còn đúng không, rồi ghi ngày xác nhận."),
        )
    )


def stale_startups() -> Any:
    """Public startups whose word is older than a year; without one, published that long ago."""
    limit = timezone.localdate() - CONFIRMED_FOR
    return BasePage.objects.filter(pk__in=not_confirmed_since(limit).values("pk"))
