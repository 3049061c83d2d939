"""An entry of the showcase that came by a form: its person, its pages, its pictures."""

import io
import re
from dataclasses import dataclass, field
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from showcase.choices import ContactKind
from showcase.intake import StartupIntake
from showcase.models import Contact, Founder, ProductMedia
from submissions import intake
from submissions.models import Consent, ConsentText, Event, Purpose, Result, Submission
from submissions.models.submission import State
from submissions.services.record import note
from tests.factories.library import make_image
from tests.factories.showcase import ProductPageFactory, StartupPageFactory
from tests.factories.submissions import SubmissionFactory, SubmissionFileFactory
from vietnamese.phones import format_phone
from workflow.services import publish_by_system

NAME = "Nông Thị Mười Hai"
PHONE = "+84912000777"
EMAIL = "muoi.hai@thu.example"
ZALO = "+84912000888"
ADDRESS = "Số 9, ngõ Giếng Tiên, tổ 15"
STRINGS = (NAME, PHONE, "0912 000 777", EMAIL, ZALO, "0912 000 888", ADDRESS)


class Releasing(StartupIntake):
    """Shows of the person what is allowed, in the plain tables."""

    def release(self, submission: Submission, consents: set[str]) -> None:
        sender = submission.sender
        Contact.objects.filter(submission=submission).delete()
        Founder.objects.filter(submission=submission).delete()
        startup = StartupPageFactory._meta.model.objects.filter(
            came_from__submission=submission
        ).first()
        ways = {
            Purpose.PHONE: (ContactKind.PHONE, sender.phone_shown),
            Purpose.EMAIL: (ContactKind.EMAIL, sender.email),
            Purpose.ZALO: (ContactKind.ZALO, sender.zalo and format_phone(sender.zalo)),
        }
        for purpose, (kind, value) in ways.items():
            if purpose in consents and value and startup:
                Contact.objects.create(
                    startup=startup, submission=submission, kind=kind, value=value, is_public=True
                )
        if Purpose.NAME in consents and startup:
            Founder.objects.create(
                startup=startup, submission=submission, name=sender.name, is_public=True
            )


def register(monkeypatch: Any) -> None:
    """Have it in the place of the showcase's own."""
    monkeypatch.setitem(intake._kinds, "don-vi", Releasing())


@dataclass
class Entry:
    """A published startup with one product."""

    submission: Submission
    startup: Any
    product: Any
    images: list[Any] = field(default_factory=list)


def agree(submission: Submission, *purposes: str) -> None:
    """With a text of its own for each."""
    for purpose in purposes:
        text, _made = ConsentText.objects.get_or_create(
            purpose=purpose, version=1, defaults={"text": f"Tôi đồng ý: {purpose}."}
        )
        Consent.objects.create(submission=submission, text=text)


def make_submission(*purposes: str, **more: Any) -> Submission:
    """Of a startup, by a person whose strings are easily found again."""
    more = {
        "kind": "don-vi",
        "title": "Miến sợi vàng",
        "sender__name": NAME,
        "sender__phone": PHONE,
        "sender__email": EMAIL,
        "sender__zalo": ZALO,
        "sender__address": ADDRESS,
    } | more
    submission = SubmissionFactory(**more)
    agree(submission, *(purposes or (Purpose.HANDLING,)))
    note(submission, Event.Kind.RECEIVED)
    return Submission.objects.select_related("sender").get(pk=submission.pk)


def make_entry(*purposes: str, pictures: int = 0, **more: Any) -> Entry:
    """Published, with the person shown as far as the purposes allow. Needs the fixture `home`."""
    purposes = purposes or tuple(Purpose.values)
    submission = make_submission(*purposes, state=State.PUBLISHED, **more)
    submission.sender.email_proved_at = timezone.now()
    submission.sender.save()
    images = [make_image(f"Chị {NAME} bên giàn miến", alt=f"{NAME} cười") for _n in range(pictures)]
    startup = StartupPageFactory(title=f"Hộ {NAME}", sapo=f"Nhà {NAME} làm miến ba đời.")
    publish_by_system(page=startup, cause="hồ sơ")
    product = ProductPageFactory(
        parent=startup, title="Miến sợi vàng", tagline=f"Miến của {NAME}",
        lead_image=images[0] if images else None, lead_alt=f"{NAME} cười" if images else "",
    )  # fmt: skip
    for image in images[1:]:
        product.media.add(ProductMedia(image=image, alt=f"{NAME} phơi miến"))
    if images:
        figure = {"image": {"image": images[0].pk, "alt_text": NAME, "decorative": False},
                  "caption": NAME, "credit": ""}  # fmt: skip
        product.body = [
            ("image", product.body.stream_block.child_blocks["image"].to_python(figure))
        ]
    publish_by_system(page=product, cause="hồ sơ")
    for place, image in enumerate(images):
        out = io.BytesIO()
        Image.new("RGB", (8, 8)).save(out, "JPEG")
        SubmissionFileFactory(
            submission=submission, image=image, has_person=True, order=place,
            file=ContentFile(out.getvalue(), name="a.jpg"), name=f"{NAME}.jpg",
        )  # fmt: skip
    for page in (startup, product):
        Result.objects.create(submission=submission, page_id=page.pk)
    submission.intake.release(submission, set(purposes))
    startup.refresh_from_db()
    product.refresh_from_db()
    return Entry(submission, startup, product, images)


def code_in(mail: Any) -> str:
    """The six digits of a letter."""
    return re.search(r"(\d{3}) (\d{3})", mail.text).expand(r"\1\2")
