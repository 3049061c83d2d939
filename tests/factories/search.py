"""Synonyms."""

import factory

from search.models import Synonym


class SynonymFactory(factory.django.DjangoModelFactory):
    words = factory.Sequence(lambda n: f"từ {n}, chữ {n}")

    class Meta:
        model = Synonym
