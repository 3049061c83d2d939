"""The submission page, consent texts."""

import factory

from home.models import HomePage
from submissions.models import ConsentText, SubmissionPage
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
