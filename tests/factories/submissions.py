"""The submission page, texts of consent, what is sent in and what is being filled in."""

import hashlib
from datetime import timedelta

import factory
from django.core.files.base import ContentFile
from django.utils import timezone

from home.models import HomePage
from submissions.models import (
    Consent,
    ConsentText,
    DataRequest,
    Draft,
    EventCode,
    FieldNote,
    Sender,
    Submission,
    SubmissionFile,
    SubmissionPage,
)
from submissions.models.rights import answer_due
from tests.factories.pages import BasePageFactory


class SubmissionPageFactory(BasePageFactory):
    title = "Gửi giới thiệu"
    parent = factory.LazyFunction(HomePage.objects.get)

    class Meta:
        model = SubmissionPage


class ConsentTextFactory(factory.django.DjangoModelFactory):
    purpose = ConsentText.Purpose.HANDLING
    version = factory.Sequence(lambda n: n + 1)
    text = "Tôi đồng ý."

    class Meta:
        model = ConsentText


class SubmissionFactory(factory.django.DjangoModelFactory):
    """Of a further product, with its sender; `sender=None` for none, `sender__phone=…`."""

    kind = "san-pham"
    title = factory.Sequence(lambda n: f"Miến dong số {n}")
    payload = factory.LazyAttribute(
        lambda row: {
            "title": row.title,
            "product_kind": "product",
            "tagline": "Miến củ dong, tráng tay, phơi nắng.",
            "sectors": [],
            "readiness": "market",
        }
    )
    received_at = factory.LazyFunction(timezone.now)
    state_since = factory.SelfAttribute("received_at")
    due_at = factory.LazyAttribute(lambda row: answer_due(row.received_at))
    sender = factory.RelatedFactory(
        "tests.factories.submissions.SenderFactory", factory_related_name="submission"
    )

    class Meta:
        model = Submission
        skip_postgeneration_save = True


class SenderFactory(factory.django.DjangoModelFactory):
    name = "Nông Văn Dũng"
    phone = "+84912345678"
    submission = factory.SubFactory(SubmissionFactory, sender=None)

    class Meta:
        model = Sender


class ConsentFactory(factory.django.DjangoModelFactory):
    submission = factory.SubFactory(SubmissionFactory)
    text = factory.SubFactory(ConsentTextFactory)

    class Meta:
        model = Consent


class FieldNoteFactory(factory.django.DjangoModelFactory):
    submission = factory.SubFactory(SubmissionFactory)
    field = "tagline"
    text = "Nói rõ làm từ gì."

    class Meta:
        model = FieldNote


class DataRequestFactory(factory.django.DjangoModelFactory):
    submission = factory.SubFactory(SubmissionFactory)
    kind = DataRequest.Kind.SEE

    class Meta:
        model = DataRequest


class DraftFactory(factory.django.DjangoModelFactory):
    """`key` is what the cookie would hold."""

    class Params:
        key = factory.Sequence(lambda n: f"khoa-{n}")

    kind = "san-pham"
    digest = factory.LazyAttribute(lambda row: hashlib.sha256(row.key.encode()).hexdigest())

    class Meta:
        model = Draft


class SubmissionFileFactory(factory.django.DjangoModelFactory):
    """A clean picture of a few bytes; give it `draft` or `submission`."""

    name = "IMG_2041.jpg"
    state = SubmissionFile.State.CLEAN
    file = factory.LazyFunction(lambda: ContentFile(b"\xff\xd8\xff\xd9", name="a.jpg"))
    content_type = "image/jpeg"
    size = 4
    has_person = False
    digest = factory.Sequence(lambda n: f"{n:064x}")

    class Meta:
        model = SubmissionFile


class EventCodeFactory(factory.django.DjangoModelFactory):
    name = "Tập huấn"
    valid_until = factory.LazyFunction(lambda: timezone.now() + timedelta(hours=3))

    class Meta:
        model = EventCode
