"""Factories of proofing."""

import factory

from proofing.models import OfficialName


class OfficialNameFactory(factory.django.DjangoModelFactory):
    """A name as its body writes it."""

    class Meta:
        model = OfficialName

    name = "Trung tâm Dịch vụ tổng hợp"
