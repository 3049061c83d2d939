"""What the events would have an editor look after."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import BasePage
from desk.attention import Watch, register
from events.models import EventPage
from events.models.event import EventStatus

SETTLED_AFTER, FORGOTTEN_AFTER = timedelta(days=7), timedelta(days=180)


def register_watches() -> None:
    """Called once when the app is ready."""
    register(
        Watch(
            "su-kien-chua-ghi-ket-qua",
            _("sự kiện đã qua mà chưa ghi kết quả"),
            events_without_outcome,
            _("Ghi đã có gì, bao nhiêu người, chưa được gì; thêm vài tấm ảnh."),
        )
    )


def events_without_outcome() -> Any:
    """Held a week to half a year ago, and nothing is said of how it went."""
    now = timezone.now()
    held = EventPage.objects.visible().past(now - SETTLED_AFTER)
    held = held.filter(ends_at__gt=now - FORGOTTEN_AFTER, outcome=[])
    held = held.exclude(status=EventStatus.CANCELLED)
    return BasePage.objects.filter(pk__in=held.order_by().values("pk"))
