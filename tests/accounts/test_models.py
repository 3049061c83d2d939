"""Staff accounts."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model

from tests.factories.accounts import UserFactory


def test_the_user_model_is_our_own():
    assert settings.AUTH_USER_MODEL == "accounts.User"
    assert get_user_model().__module__.startswith("accounts.")


def test_a_person_signs_in_and_a_deactivated_one_does_not(client, db):
    user = UserFactory(username="lan")
    assert client.login(username="lan", password="mat-khau-thu-1")
    user.is_active = False
    user.save()
    client.logout()
    assert not client.login(username="lan", password="mat-khau-thu-1")


@pytest.mark.parametrize("path", ["/admin/", "/admin/pages/", "/admin/images/", "/admin/reports/"])
def test_strangers_are_sent_to_the_sign_in_page(client, home, path):
    address, _status = client.get(path, follow=True).redirect_chain[-1]
    assert address.startswith("/tai-khoan/dang-nhap/?next=")


def test_a_user_without_rights_does_not_enter_the_admin(client, home):
    client.force_login(UserFactory())
    assert client.get("/admin/").status_code in (302, 403)
