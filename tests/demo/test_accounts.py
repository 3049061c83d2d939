"""The log-ins of the demo."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from accounts.roles import is_administrator
from config.checks import active_demo_accounts
from demo.accounts import PEOPLE, load_accounts
from tests.factories.accounts import UserFactory

PASSWORD = "mat-khau-thu-2"


@pytest.fixture
def dev(settings, db):
    settings.DJANGO_ENV = "dev"


@pytest.mark.parametrize("environment", ["production", "test", "staging", "", "Dev"])
def test_they_are_made_nowhere_but_on_a_developers_machine(settings, db, environment):
    settings.DJANGO_ENV = environment
    assert load_accounts(PASSWORD) == []
    assert not get_user_model().objects.filter(username__in=PEOPLE).exists()


def test_each_may_sign_in_and_only_the_administrator_is_one(dev, client):
    assert load_accounts(PASSWORD) == list(PEOPLE)
    users = get_user_model().objects.filter(username__in=PEOPLE)
    assert [user.username for user in users if is_administrator(user)] == ["quan-tri"]
    assert not any(user.is_superuser for user in users), "not even the administrator is a superuser"
    for user in users:
        assert user.is_demo
        assert "mẫu" in user.get_full_name()
        assert user.email.endswith("@mau.example")
        assert client.login(username=user.username, password=PASSWORD)


def test_a_second_run_makes_nobody_new_and_the_new_password_holds(dev, client):
    load_accounts(PASSWORD)
    count = get_user_model().objects.count()
    load_accounts("mat-khau-thu-3")
    assert get_user_model().objects.count() == count
    assert not client.login(username="duyet", password=PASSWORD)
    assert client.login(username="duyet", password="mat-khau-thu-3")


def test_once_removed_nobody_signs_in_and_the_next_demo_opens_them_again(dev, client):
    load_accounts(PASSWORD)
    assert active_demo_accounts()
    call_command("remove_demo_accounts", verbosity=0)
    assert not active_demo_accounts()
    assert not client.login(username="quan-tri", password=PASSWORD)
    load_accounts(PASSWORD)
    assert client.login(username="quan-tri", password=PASSWORD), "the log-in that was printed works"


def test_a_person_who_already_has_such_a_name_keeps_password_and_rights(dev, client):
    UserFactory(username="quan-tri", first_name="Người thật", is_superuser=False)
    names = load_accounts(PASSWORD)
    person = get_user_model().objects.get(username="quan-tri")
    assert not person.is_superuser
    assert not client.login(username="quan-tri", password=PASSWORD)
    assert "quan-tri" not in names, "no log-in is announced that does not work"


def test_removing_leaves_everybody_else_alone(dev, client):
    UserFactory(username="nguoi-that")
    load_accounts(PASSWORD)
    call_command("remove_demo_accounts", verbosity=0)
    assert client.login(username="nguoi-that", password="mat-khau-thu-1")
