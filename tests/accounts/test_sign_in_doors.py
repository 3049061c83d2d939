"""There is one way in: Wagtail's own doors lead to it."""

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import get_resolver

from accounts.urls import urlpatterns
from tests.accounts.signing import PASSWORD, SIGN_IN, signed_in
from tests.factories.accounts import UserFactory

NEW = "mot-mat-khau-moi-9"
FORGOTTEN = "/tai-khoan/mat-khau/quen/"
DOORS = {
    "/admin/login/": SIGN_IN,
    "/_util/login/": SIGN_IN,
    "/admin/password_reset/": FORGOTTEN,
    "/admin/password_reset/done/": FORGOTTEN,
    "/admin/password_reset/confirm/MQ/set-password/": FORGOTTEN,
    "/admin/password_reset/confirm/MQ/abc-0123456789/": FORGOTTEN,
    "/admin/password_reset/complete/": FORGOTTEN,
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("method", ["GET", "POST", "HEAD", "PUT"])
def test_every_door_of_wagtail_leads_to_ours(home, door, method):
    UserFactory(username="lan", is_superuser=True)
    client = Client(enforce_csrf_checks=True)
    data = {"username": "lan", "password": PASSWORD, "email": "x@y.example"}
    answer = client.post(door, data) if method == "POST" else client.generic(method, door)
    assert (answer.status_code, answer["Location"]) == (302, DOORS[door])
    assert not signed_in(client)


@pytest.mark.parametrize("door", ["/admin/login/", "/_util/login/"])
def test_where_one_wanted_to_go_is_kept_if_it_is_here(client, home, door):
    target = f"{SIGN_IN}?next=%2Ftin-tuc%2F%3Fnam%3D2026"
    assert client.get(door, {"next": "/tin-tuc/?nam=2026"})["Location"] == target
    assert client.post(door, {"next": "/tin-tuc/?nam=2026"})["Location"] == target
    for elsewhere in ("//evil.example/", "https://evil.example/", "javascript:alert(1)"):
        assert client.get(door, {"next": elsewhere})["Location"] == SIGN_IN


def test_the_technical_admin_is_not_installed(client, home):
    assert "django.contrib.admin" not in django_settings.INSTALLED_APPS
    assert client.get("/django-admin/").status_code == 404


def test_there_is_one_backend_and_it_is_ours():
    assert django_settings.AUTHENTICATION_BACKENDS == ["accounts.backends.SignInBackend"]


def test_no_other_view_of_allauth_has_an_address():
    ours = {pattern.callback.__wrapped__ for pattern in urlpatterns}
    found = {
        pattern.callback
        for pattern in _flat(get_resolver().url_patterns)
        if getattr(pattern.callback, "__module__", "").startswith("allauth")
        and pattern.callback not in {own.callback for own in urlpatterns}
    }
    assert not found
    assert len(ours) == len(urlpatterns) == 17


def _flat(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _flat(pattern.url_patterns)
        else:
            yield pattern


def test_the_screen_of_the_account_changes_neither_password_nor_address(client, home):
    user = UserFactory(is_superuser=True, email="lan@phuong.example", last_name="A", first_name="B")
    client.force_login(user)
    page = client.get("/admin/account/").content.decode()
    for field in ("password-old_password", "password-new_password1", "name_email-email"):
        assert field not in page
    assert "/tai-khoan/mat-khau/" in page
    assert "/tai-khoan/hai-lop/" in page
    client.post("/admin/account/", {
        "name_email-email": "khac@phuong.example", "name_email-first_name": "C",
        "name_email-last_name": "D", "password-old_password": PASSWORD,
        "password-new_password1": NEW, "password-new_password2": NEW,
    })  # fmt: skip
    user.refresh_from_db()
    assert user.email == "lan@phuong.example"
    assert user.check_password(PASSWORD)


def test_a_private_page_leads_to_the_same_door(client, home):
    from tests.factories.news import ArticlePageFactory, ColumnPageFactory

    page = ArticlePageFactory(parent=ColumnPageFactory())
    page.view_restrictions.create(restriction_type="login")
    assert client.get(page.url)["Location"] == f"{SIGN_IN}?next={page.url}"
