"""What the events take in: booths."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from core.kinds import Kind
from core.models import BasePage
from events.booths import take_out
from events.forms import BoothForm
from events.models import EventIndexPage, EventPage, Exhibitor
from events.models.event import EventKind
from submissions import intake
from submissions.drafting import newest_draft, save_draft
from submissions.intake import Intake, Material, Payload, Preview
from submissions.models import Purpose, Submission
from vietnamese import fold


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
    leaves_alone = True
    purposes = (Purpose.HANDLING, Purpose.REUSE, Purpose.NEWSLETTER)
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

    def make(self, submission: Any, user: Any, material: Material) -> list[Any]:
        """One more row on the event's newest draft; the number of the booth is the editors'."""
        event, payload = newest_draft(submission.subject), submission.payload
        product = product_of(payload)
        row = Exhibitor(product=product.specific if product else None)
        if product is None:
            row.name = name_of(payload)
        known = [other.product_id for other in event.exhibitors.all()]
        if not product or product.pk not in known:
            row.sort_order = len(known)
            event.exhibitors.add(row)
        return [save_draft(page=event, user=user)]

    def release(self, submission: Any, consents: set[str]) -> None:
        """Without the consent to handle it the booth goes, and no other."""
        if Purpose.HANDLING not in consents:
            withdraw_booth(submission)


def product_of(payload: Payload) -> BasePage | None:
    """The product of the site that was chosen, if it is still there."""
    found = BasePage.objects.filter(kind=Kind.PRODUCT, pk=payload.get("product") or 0)
    return found.first()


def name_of(payload: Payload) -> str:
    """As the booth is called where there is no such product."""
    parts = (payload.get("unit_name"), payload.get("title"))
    return ": ".join(str(part) for part in parts if part)[:200]


def withdraw_booth(submission: Any) -> None:
    """Out of the events it was put into, unless another standing submission asks for the same."""
    key, name = submission.payload.get("product"), name_of(submission.payload)
    others = Submission.objects.filter(kind=submission.kind).standing().exclude(pk=submission.pk)
    for result in submission.results.select_related("page"):
        same = others.filter(results__page=result.page)
        if any((row.payload.get("product"), name_of(row.payload)) == (key, name) for row in same):
            continue

        def is_it(product: int | None, called: str) -> bool:
            is_named = product is None and fold(called) == fold(name)
            return is_named or (bool(key) and product == key)

        if result.page and result.page.kind == Kind.EVENT:
            take_out(result.page.specific, is_it)


def register_intakes() -> None:
    """Called once when the app is ready."""
    intake.register(BoothIntake())
