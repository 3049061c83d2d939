"""Factories of desk."""

import factory

from desk.models import BrokenLink
from tests.factories.news import ArticlePageFactory


class BrokenLinkFactory(factory.django.DjangoModelFactory):
    """A public page that leads to what is gone."""

    page = factory.SubFactory(ArticlePageFactory)

    class Meta:
        model = BrokenLink
