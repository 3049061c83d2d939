"""Staff."""

import factory
from django.contrib.auth import get_user_model


class UserFactory(factory.django.DjangoModelFactory):
    username = factory.Sequence(lambda n: f"nguoi-{n}")
    password = factory.django.Password("mat-khau-thu-1")

    class Meta:
        model = get_user_model()
