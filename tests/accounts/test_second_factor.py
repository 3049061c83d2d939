"""Nobody who decides does so by a password alone."""

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from accounts.models import Leave
from accounts.roles import GROUP_NAMES, Role
from home.services import setup_staff
from tests.accounts.cast import editor_of, member
from tests.accounts.signing import (
    CODE,
    PASSWORD,
    SET_UP,
    SIGN_IN,
    code_of,
    give_factor,
    set_up,
    sign_in,
    signed_in,
)
from tests.factories.accounts import UserFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory


@pytest.fixture(autouse=True)
def demanded(settings):
    """As base.py has it."""
    settings.SECOND_FACTOR_DEMANDED = True


@pytest.fixture
def column(home):
    page = ColumnPageFactory()
    setup_staff()
    return page


@pytest.fixture
def leader(column):
    return member(Role.APPROVER, username="duyet", email="duyet@phuong.example")


@pytest.fixture
def clock():
    with time_machine.travel("2026-11-24T03:00:05Z", tick=False) as traveller:
        yield traveller


WHO = {
    "approver": (lambda page: member(Role.APPROVER), True),
    "administrator": (lambda page: member(Role.ADMINISTRATOR), True),
    "operator": (lambda page: UserFactory(is_superuser=True), True),
    "contributor": (lambda page: member(Role.CONTRIBUTOR), False),
    "editor": (editor_of, False),
    "reporter": (lambda page: member(Role.REPORTER), False),
}


@pytest.mark.parametrize("who", WHO)
def test_it_is_demanded_of_who_decides(client, column, who):
    make, demanded = WHO[who]
    sign_in(client, make(column).username)
    answer = client.get("/admin/")
    if demanded:
        assert (answer.status_code, answer["Location"]) == (302, SET_UP)
    else:
        assert answer.status_code == 200


PATHS = ["/admin", "/admin/", "/admin/pages/", "/admin/api/main/pages/", "/admin/jsi18n/",
         "/admin/account/", "/admin/khong-co/", "/admin/editing-sessions/release/1/",
         "/admin/reports/site-history/", "/admin/pages/{}/view_draft/", "/admin/pages/{}/edit/",
         "/admin/pages/{}/edit/preview/"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_until_it_is_set_up_nothing_of_the_admin_answers(client, leader, column, path):
    page = ArticlePageFactory(parent=column, title="Nháp", live=False)
    client.force_login(leader)
    for ask in (client.get, client.post, client.head, client.put):
        for more in ({}, {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}):
            answer = ask(path.format(page.pk), **more)
            assert (answer.status_code, answer["Location"]) == (302, SET_UP)
    page.refresh_from_db()
    assert page.title == "Nháp"


@pytest.mark.parametrize("path", ["//admin/", "/Admin/", "/admin%2f", "/./admin/"])
def test_nor_by_an_address_spelled_otherwise(client, leader, path):
    client.force_login(leader)
    answer = client.get(path, follow=True)
    assert "w-sidebar" not in answer.content.decode()
    nobody = not answer.wsgi_request.user.is_authenticated
    assert nobody or answer.request["PATH_INFO"].startswith("/tai-khoan/")


def test_until_then_private_pages_and_the_userbar_are_those_of_a_stranger(client, leader, column):
    page = ArticlePageFactory(parent=column)
    sign_in(client, "duyet")
    assert "wagtail-userbar" not in client.get(page.url).content.decode()
    page.view_restrictions.create(restriction_type="login")
    answer = client.get(page.url)
    assert answer["Location"].startswith(SIGN_IN)
    assert client.get(answer["Location"])["Location"] == SET_UP, "and not back again for ever"
    set_up(client)
    assert client.get(page.url).status_code == 200


def test_set_up_shows_a_code_to_scan_a_key_to_type_and_recovery_codes(client, leader):
    sign_in(client, "duyet")
    page = client.get(SET_UP)
    text = page.content.decode()
    assert "<svg" in text
    assert "style=" not in text
    assert "data:" not in text
    set_up(client)
    codes = client.get("/tai-khoan/hai-lop/ma-du-phong/")
    assert len(codes.context_data["unused_codes"]) == 10
    download = client.get("/tai-khoan/hai-lop/ma-du-phong/tai-ve/")
    assert codes.context_data["unused_codes"][0] in download.content.decode()
    assert client.get("/admin/").status_code == 200


def test_a_wrong_code_sets_nothing_up(client, leader):
    sign_in(client, "duyet")
    client.get(SET_UP)
    answer = client.post(SET_UP, {"code": "000000"})
    assert "Mã chưa đúng" in answer.content.decode()
    assert not Authenticator.objects.exists()


def test_afterwards_the_password_alone_opens_nothing(client, leader):
    secret, _codes = give_factor(leader)
    answer = sign_in(client, "duyet")
    assert answer["Location"] == CODE
    for path in ("/admin/", "/tai-khoan/hai-lop/", SET_UP, "/tai-khoan/mat-khau/",
                 "/tai-khoan/hai-lop/tat/", "/tai-khoan/hai-lop/ma-du-phong/"):  # fmt: skip
        for ask in (client.get, client.post):
            assert ask(path)["Location"].startswith(SIGN_IN)
    assert client.post(CODE, {"code": code_of(secret)})["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_the_step_of_the_code_is_reached_by_the_password_alone(client, leader):
    give_factor(leader)
    assert client.get(CODE)["Location"].startswith(SIGN_IN)
    assert client.post(CODE, {"code": "000000"})["Location"].startswith(SIGN_IN)


def test_the_way_leads_on_to_where_one_wanted_to_go(client, leader):
    secret, _codes = give_factor(leader)
    sign_in(client, "duyet", next="/admin/pages/")
    assert client.post(CODE, {"code": code_of(secret)})["Location"] == "/admin/pages/"


def test_a_code_counts_once_also_in_the_next_half_minute(client, leader, clock):
    secret, _codes = give_factor(leader)
    shown = code_of(secret)
    sign_in(client, "duyet")
    assert client.post(CODE, {"code": shown}).status_code == 302
    clock.shift(31)
    other = Client()
    sign_in(other, "duyet")
    assert other.post(CODE, {"code": f"{shown[:3]} {shown[3:]}"}).status_code == 200
    assert other.post(CODE, {"code": code_of(secret)}).status_code == 302


def test_a_recovery_code_opens_once_and_its_owner_is_told(client, leader, mailoutbox):
    _secret, codes = give_factor(leader)
    sign_in(client, "duyet")
    assert client.post(CODE, {"code": codes[3]})["Location"] == "/admin/"
    other = Client()
    sign_in(other, "duyet")
    assert other.post(CODE, {"code": codes[3]}).status_code == 200
    assert not signed_in(other)
    assert other.post(CODE, {"code": codes[4]}).status_code == 302
    assert other.get("/admin/").status_code == 200


def test_a_session_of_before_the_set_up_is_not_enough_afterwards(client, leader):
    elsewhere = Client()
    sign_in(elsewhere, "duyet")
    sign_in(client, "duyet")
    set_up(client)
    assert client.get("/admin/").status_code == 200
    assert elsewhere.get("/admin/")["Location"].startswith(SIGN_IN)
    assert not signed_in(elsewhere)


def test_a_session_forced_open_does_not_pass_either(client, leader):
    give_factor(leader)
    client.force_login(leader)
    assert client.get("/admin/")["Location"].startswith(SIGN_IN)
    assert not signed_in(client)


def test_a_session_that_passed_an_older_telephone_does_not_pass_the_new_one(client, leader):
    sign_in(client, "duyet")
    set_up(client)
    Authenticator.objects.all().delete()
    give_factor(leader)
    assert client.get("/admin/")["Location"].startswith(SIGN_IN)


def test_who_is_made_approver_meets_the_demand_at_the_next_click(client, column):
    user = member(Role.CONTRIBUTOR)
    client.force_login(user)
    assert client.get("/admin/").status_code == 200
    user.groups.add(Group.objects.get(name=GROUP_NAMES[Role.APPROVER]))
    assert client.get("/admin/")["Location"] == SET_UP


def test_who_stands_in_for_an_approver_meets_it_too(client, column, leader):
    user = member(Role.CONTRIBUTOR)
    client.force_login(user)
    today = timezone.localdate()
    Leave.objects.create(user=leader, substitute=user, starts_on=today, ends_on=today)
    assert client.get("/admin/")["Location"] == SET_UP


@pytest.mark.parametrize("freed", [True, False])
def test_accounts_of_the_demo_are_freed_by_the_setting_of_dev_and_nobody_else(
    client, column, leader, settings, freed
):
    settings.SECOND_FACTOR_FOR_DEMO = not freed
    client.force_login(member(Role.APPROVER, is_demo=True))
    assert client.get("/admin/").status_code == (200 if freed else 302)
    client.force_login(leader)
    assert client.get("/admin/")["Location"] == SET_UP


def test_who_need_not_may(client, column):
    user = member(Role.CONTRIBUTOR)
    sign_in(client, user.username)
    set_up(client)
    other = Client()
    assert sign_in(other, user.username)["Location"] == CODE


def test_secrets_are_not_in_the_database_as_they_are(client, leader, settings):
    sign_in(client, "duyet")
    secret = set_up(client)
    codes = client.get("/tai-khoan/hai-lop/ma-du-phong/").context_data["unused_codes"]
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "moi" * 20
    again = Client()
    sign_in(again, "duyet")
    assert again.post(CODE, {"code": codes[0]}).status_code == 302


def test_taking_the_telephone_off_asks_who_one_is_and_the_demand_returns(client, leader):
    with time_machine.travel("2026-11-24T03:00:00Z", tick=False) as clock:
        sign_in(client, "duyet")
        secret = set_up(client)
        off = "/tai-khoan/hai-lop/tat/"
        clock.shift(301)
        answer = client.post(off)
        assert answer["Location"].startswith("/tai-khoan/xac-nhan/")
        assert Authenticator.objects.exists()
        client.post(f"/tai-khoan/hai-lop/xac-nhan/?next={off}", {"code": code_of(secret)})
        client.post(off)
        assert not Authenticator.objects.exists()
        assert client.get("/admin/")["Location"] == SET_UP


def test_new_recovery_codes_replace_the_old(client, leader):
    sign_in(client, "duyet")
    set_up(client)
    page = "/tai-khoan/hai-lop/ma-du-phong/"
    old = client.get(page).context_data["unused_codes"]
    client.post(f"{page}tao-moi/")
    new = client.get(page).context_data["unused_codes"]
    assert not set(old) & set(new)
    other = Client()
    sign_in(other, "duyet")
    assert other.post(CODE, {"code": old[0]}).status_code == 200
    assert other.post(CODE, {"code": new[0]}).status_code == 302


def test_a_visitor_costs_no_look_at_all(client, home, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")
    assert "Cookie" not in answer.get("Vary", ""), "nor does the session of nobody"


def test_who_passed_costs_one_look_more(client, leader, django_assert_num_queries):
    sign_in(client, "duyet")
    set_up(client)
    with django_assert_num_queries(3):  # session, account, telephone
        client.get("/healthz")


def test_a_password_that_was_just_typed_is_not_asked_again_for_the_set_up(client, leader):
    sign_in(client, "duyet", PASSWORD)
    assert client.get(SET_UP).status_code == 200
