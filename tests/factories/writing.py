"""What a person last asked of a listing."""

import factory

from tests.factories.accounts import UserFactory
from writing.models import SavedView


class SavedViewFactory(factory.django.DjangoModelFactory):
    user = factory.SubFactory(UserFactory)
    listing = "articles:index"
    query = "state=nhap"

    class Meta:
        model = SavedView
