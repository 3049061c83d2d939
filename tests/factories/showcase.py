"""Startups, products, terms."""

import factory

from showcase.models import Neighbourhood, ProductPage, Sector, ShowcaseIndexPage, StartupPage
from tests.factories.pages import BasePageFactory


class SectorFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Lĩnh vực {n}")

    class Meta:
        model = Sector


class NeighbourhoodFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda n: f"Tổ {n}")

    class Meta:
        model = Neighbourhood


class StartupPageFactory(BasePageFactory):
    title = factory.Sequence(lambda n: f"Đơn vị {n}")
    parent = factory.LazyFunction(ShowcaseIndexPage.objects.get)

    class Meta:
        model = StartupPage


class ProductPageFactory(BasePageFactory):
    """A product; without `parent` it gets a startup of its own."""

    title = factory.Sequence(lambda n: f"Sản phẩm {n}")
    parent = factory.LazyFunction(StartupPageFactory)

    class Meta:
        model = ProductPage
