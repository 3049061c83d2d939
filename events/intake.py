"""What the events take in: booths."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from core.models import BasePage
from events.forms import BoothForm
from events.models import EventIndexPage, EventPage
from events.models.event import EventKind
from submissions import intake
from submissions.intake import Intake, Payload, Preview


class BoothIntake(Intake):
    """A product at an event: becomes an exhibitor of it."""

    kind = "gian-hang"
    label = gettext_lazy("Đăng ký gian trưng bày")
    summary = gettext_lazy("Bày sản phẩm ở phiên chợ, triển lãm sắp tới.")
    icon = "calendar"
    order = 30
    content_title = gettext_lazy("Bạn mang gì tới?")
    content_short = gettext_lazy("gian trưng bày")
    takes_pictures = False
    subject_label = gettext_lazy("Sự kiện nào?")

    def section(self) -> Any:
        """The events' editors read it."""
        return EventIndexPage.objects.first()

    def subjects(self) -> Any:
        """Fairs and exhibitions to come."""
        fairs = (EventKind.FAIR, EventKind.EXHIBITION, EventKind.DEMO)
        return EventPage.objects.visible().not_over().filter(event_kind__in=fairs)

    def content_form(self, subject: Any = None) -> type[forms.Form]:
        """The product and the needs."""
        return BoothForm

    def title(self, payload: Payload, subject: Any = None) -> str:
        """What is shown."""
        return str(payload.get("title") or "")

    def preview(self, payload: Payload, subject: Any = None) -> Preview:
        """A line of the list of booths."""
        product = BasePage.objects.filter(pk=payload.get("product") or 0).first()
        maker = payload.get("unit_name") or (product.title if product else "")
        return Preview(
            str(self.label), self.title(payload), maker, subject.title if subject else ""
        )


def register_intakes() -> None:
    """Called once when the app is ready."""
    intake.register(BoothIntake())
