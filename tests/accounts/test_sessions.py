"""Sessions end: after a working day, at rest, with the account, and on command."""

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from accounts.roles import GROUP_NAMES, Role
from home.services import setup_staff
from tests.accounts.cast import member
from tests.accounts.signing import PASSWORD, sign_in, signed_in
from tests.factories.accounts import UserFactory
from tests.factories.news import ColumnPageFactory

HOUR, DAY = 3600, 86400


@pytest.fixture
def clock():
    with time_machine.travel("2026-11-24T01:00:00Z", tick=False) as traveller:
        yield traveller


@pytest.fixture
def writer(home):
    ColumnPageFactory()
    setup_staff()
    return member(Role.CONTRIBUTOR, username="viet")


def busy(client, clock, seconds, step=HOUR):
    """Do something each hour; gives for how long the session lasted."""
    for done in range(0, seconds, step):
        if not signed_in(client):
            return done - step
        clock.shift(step)
    return seconds if signed_in(client) else seconds - step


def test_a_day_of_work_and_not_longer_however_busy(client, writer, clock):
    sign_in(client, "viet")
    assert busy(client, clock, 2 * DAY) == 11 * HOUR


def test_without_the_tick_the_cookie_ends_with_the_browser(client, writer, clock):
    assert sign_in(client, "viet").cookies["sessionid"]["max-age"] == ""
    remembered = sign_in(Client(), "viet", remember="on").cookies["sessionid"]
    assert remembered["max-age"] == 14 * DAY


def test_with_it_two_weeks(client, writer, clock):
    sign_in(client, "viet", remember="on")
    assert busy(client, clock, 20 * DAY, step=DAY) == 13 * DAY


def test_but_never_for_who_decides(client, writer, clock):
    sign_in(client, "viet", remember="on")
    busy(client, clock, 13 * HOUR)
    assert signed_in(client)
    writer.groups.add(Group.objects.get(name=GROUP_NAMES[Role.APPROVER]))
    assert not signed_in(client)


def test_who_decides_and_rests_two_hours_signs_in_again(client, writer, clock):
    sign_in(client, "viet")
    clock.shift(2 * HOUR + 1)
    assert signed_in(client), "a contributor may rest"
    writer.groups.add(Group.objects.get(name=GROUP_NAMES[Role.ADMINISTRATOR]))
    clock.shift(2 * HOUR - 60)
    assert signed_in(client)
    clock.shift(2 * HOUR + 1)
    assert not signed_in(client)


def test_an_open_editor_that_reports_by_itself_is_nobody_at_work(client, writer, clock):
    user = UserFactory(is_superuser=True, username="mo")
    sign_in(client, user.username)
    for _ in range(13):
        clock.shift(600)
        client.post("/admin/editing-sessions/ping/wagtailcore/page/1/")
    assert not signed_in(client)


def test_a_person_who_leaves_is_out_at_the_next_click(client, writer):
    sign_in(client, "viet")
    assert client.get("/admin/").status_code == 200
    writer.is_active = False
    writer.save()
    assert client.get("/admin/")["Location"].startswith("/tai-khoan/dang-nhap/")
    assert not signed_in(client)


def test_an_account_that_is_opened_again_begins_anew(client, writer):
    sign_in(client, "viet")
    chief = Client()
    chief.force_login(UserFactory(is_superuser=True))
    data = {"username": "viet", "email": "v@mau.example", "first_name": "V", "last_name": "L"}
    for state in ({}, {"is_active": "on"}):
        answer = chief.post(f"/admin/users/edit/{writer.pk}/", data | state)
        assert answer.status_code == 302
    writer.refresh_from_db()
    assert writer.is_active
    assert not signed_in(client)


def test_a_changed_password_ends_the_other_sessions(client, writer):
    sign_in(client, "viet")
    writer.set_password("mot-mat-khau-khac-9")
    writer.save()
    assert not signed_in(client)


def test_all_sessions_of_an_account_end_on_command_and_new_ones_begin(client, writer):
    sign_in(client, "viet")
    writer.sessions_ended_at = timezone.now()
    writer.save()
    assert not signed_in(client)
    sign_in(client, "viet", PASSWORD)
    assert signed_in(client)


def test_rights_that_are_taken_are_gone_at_the_next_click(client, writer):
    sign_in(client, "viet")
    assert client.get("/admin/").status_code == 200
    writer.groups.clear()
    assert client.get("/admin/").status_code == 302


def test_a_session_is_not_written_at_each_click(
    client, writer, clock, django_assert_max_num_queries
):
    sign_in(client, "viet")
    before = dict(client.session.items())
    clock.shift(200)
    signed_in(client)
    assert dict(client.session.items()) == before
    clock.shift(200)
    signed_in(client)
    assert client.session["seen_at"] == before["seen_at"] + 400
