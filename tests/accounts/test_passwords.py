"""A forgotten password, a first one, and a change: by letters, once, and past no second factor."""

import re
from types import SimpleNamespace

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from mailing.models import OutgoingMail
from tests.accounts.signing import CODE, PASSWORD, SIGN_IN, give_factor, sign_in, signed_in
from tests.factories.accounts import UserFactory

ASK = "/tai-khoan/mat-khau/quen/"
NEW = "mot-mat-khau-moi-9"


@pytest.fixture
def lan(home):
    return UserFactory(username="lan", email="Lan@Phuong.example", is_superuser=True)


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """Letters go at once, although the test commits nothing."""
    monkeypatch.setattr(transaction, "on_commit", lambda work, *args, **kwargs: work())


def ask(client, email="lan@phuong.example"):
    return client.post(ASK, {"email": email})


def link(mail):
    """The path of the link in a letter."""
    return re.search(r"http://\S+?(/tai-khoan/mat-khau/key/\S+)", mail.body)[1]


def set_password(client, path, password=NEW):
    """Open the link and post what it leads to."""
    form = client.get(path, follow=True)
    address = form.request["PATH_INFO"]
    return client.post(address, {"password1": password, "password2": password})


def test_the_letter_has_a_link_that_sets_a_password_once(client, lan, mailoutbox):
    assert ask(client)["Location"] == "/tai-khoan/mat-khau/da-gui/"
    [mail] = mailoutbox
    assert mail.to == ["Lan@Phuong.example"]
    path = link(mail)
    assert set_password(client, path).status_code == 302
    assert not signed_in(client), "nor does it sign in"
    assert sign_in(client, "lan", NEW).status_code == 302
    assert "không dùng được nữa" in Client().get(path).content.decode()


def test_the_token_is_neither_in_the_subject_nor_in_the_address_of_the_form(
    client, lan, mailoutbox
):
    ask(client)
    path = link(mailoutbox[0])
    token = path.rstrip("/").partition("-")[2]
    assert token not in mailoutbox[0].subject
    form = client.get(path, follow=True)
    assert form.redirect_chain[-1][0].endswith("-set-password/")
    assert token not in form.content.decode()
    assert form["Referrer-Policy"] == "same-origin"
    assert not OutgoingMail.objects.exclude(text="").exists(), "and what was sent is not kept"


@pytest.mark.parametrize(
    "email", ["lan@phuong.example", "khong-ai@phuong.example", "cu@phuong.example"]
)
def test_the_answer_is_the_same_for_every_address(
    client, lan, mailoutbox, email, django_assert_num_queries
):
    UserFactory(username="cu", email="cu@phuong.example", is_active=False)
    answer = ask(client, email)
    assert (answer.status_code, answer["Location"]) == (302, "/tai-khoan/mat-khau/da-gui/")
    page = client.get(answer["Location"]).content.decode()
    assert email not in page
    assert len(mailoutbox) == (email == "lan@phuong.example")


def test_in_the_request_itself_the_work_is_the_same(
    client, lan, monkeypatch, django_assert_num_queries
):
    """The letter is written by the background, for an address nobody has: nothing."""
    asked = []
    task = SimpleNamespace(enqueue=asked.append)
    monkeypatch.setattr("accounts.forms.sign_in.send_password_link", task)
    for email in ("lan@phuong.example", "khong-ai@phuong.example"):
        with django_assert_num_queries(1):
            ask(client, email)
    assert asked == [lan.pk, 0]


def test_a_broken_queue_is_logged_and_changes_no_answer(client, lan, monkeypatch, caplog):
    def broken(self, *args, **kwargs):
        raise OSError("lan@phuong.example")

    monkeypatch.setattr("django_tasks.base.Task.enqueue", broken)
    assert ask(client)["Location"] == "/tai-khoan/mat-khau/da-gui/"
    assert "could not be queued: OSError" in caplog.text
    assert "phuong.example" not in caplog.text


def test_a_mail_server_that_is_away_changes_no_answer(client, lan, settings):
    settings.EMAIL_BACKEND = "tests.mailing.backends.Refusing"
    assert ask(client)["Location"] == "/tai-khoan/mat-khau/da-gui/"
    assert OutgoingMail.objects.unsent().exists()


def test_after_a_day_the_link_is_dead(client, lan, mailoutbox):
    with time_machine.travel("2026-11-24T03:00:00Z", tick=False) as clock:
        ask(client)
        clock.shift(24 * 3600 + 1)
        assert "không dùng được nữa" in client.get(link(mailoutbox[0])).content.decode()


@pytest.mark.parametrize("change", ["email", "is_active", "password"])
def test_a_changed_account_kills_the_link(client, lan, mailoutbox, change):
    ask(client)
    path = link(mailoutbox[0])
    if change == "password":
        lan.set_password("khac-han-roi-1")
    setattr(
        lan, change, {"email": "moi@phuong.example", "is_active": False}.get(change, lan.password)
    )
    lan.save()
    assert "không dùng được nữa" in client.get(path, follow=True).content.decode()


def test_a_made_up_link_leads_nowhere(client, lan):
    for key in ("1-x", f"{lan.pk}-abc-0123", "zzzzzzzzzzzzzz-set-password", "1-set-password"):
        answer = client.get(f"/tai-khoan/mat-khau/key/{key}/", follow=True)
        assert "không dùng được nữa" in answer.content.decode()
        client.post(f"/tai-khoan/mat-khau/key/{key}/", {"password1": NEW, "password2": NEW})
    lan.refresh_from_db()
    assert lan.check_password(PASSWORD)


def test_a_new_password_does_not_lead_past_the_second_factor(client, lan, mailoutbox):
    give_factor(lan)
    ask(client)
    set_password(client, link(mailoutbox[0]))
    assert not signed_in(client)
    assert sign_in(client, "lan", NEW)["Location"] == CODE
    assert client.get("/admin/")["Location"].startswith(SIGN_IN)
    assert Authenticator.objects.count() == 2


def test_a_password_set_by_letter_ends_every_session_and_is_told(client, lan, mailoutbox):
    elsewhere = Client()
    sign_in(elsewhere, "lan")
    ask(client)
    set_password(client, link(mailoutbox[-1]))
    assert not signed_in(elsewhere)
    assert mailoutbox[-1].subject == "Mật khẩu đã đổi"
    assert NEW not in mailoutbox[-1].body


def test_a_change_asks_for_the_old_password_and_ends_the_other_sessions(client, lan, mailoutbox):
    elsewhere, address = Client(), "/tai-khoan/mat-khau/"
    sign_in(elsewhere, "lan")
    sign_in(client, "lan")
    new = {"password1": NEW, "password2": NEW}
    for old in ("", "sai"):
        assert client.post(address, {"oldpassword": old, **new}).status_code == 200
    answer = client.post(
        address, {"oldpassword": PASSWORD, "password1": "12345678", "password2": "12345678"}
    )
    assert answer.status_code == 200
    lan.refresh_from_db()
    assert lan.check_password(PASSWORD)
    assert client.post(address, {"oldpassword": PASSWORD, **new}).status_code == 302
    assert signed_in(client)
    assert not signed_in(elsewhere)
    assert [mail.subject for mail in mailoutbox] == ["Mật khẩu đã đổi"]


def test_a_new_account_has_no_password_and_its_owner_gets_the_letter_to_set_one(
    client, lan, mailoutbox
):
    client.force_login(lan)
    page = client.get("/admin/users/new/").content.decode()
    assert 'name="password1"' not in page
    data = {"username": "moi", "email": "moi@phuong.example", "first_name": "M", "last_name": "L",
            "password1": NEW, "password2": NEW}  # fmt: skip
    assert client.post("/admin/users/new/", data).status_code == 302
    user = get_user_model().objects.get(username="moi")
    assert not user.has_usable_password()
    [mail] = mailoutbox
    assert (mail.to, mail.subject) == (["moi@phuong.example"], "Mời đặt mật khẩu")
    assert "Tên đăng nhập của bạn: moi." in mail.body
    stranger = Client()
    set_password(stranger, link(mail))
    assert sign_in(stranger, "moi", NEW).status_code == 302


def test_who_let_the_first_letter_lie_asks_for_another(client, lan, mailoutbox):
    user = UserFactory(username="moi", email="moi@phuong.example")
    user.set_unusable_password()
    user.save()
    ask(client, "moi@phuong.example")
    assert mailoutbox[0].subject == "Mời đặt mật khẩu"
    set_password(client, link(mailoutbox[0]))
    assert sign_in(client, "moi", NEW).status_code == 302


def test_nobody_sets_anothers_password(client, lan):
    client.force_login(lan)
    other = UserFactory(username="mai", email="mai@phuong.example")
    address = f"/admin/users/edit/{other.pk}/"
    assert 'name="password1"' not in client.get(address).content.decode()
    data = {"username": "mai", "email": "mai@phuong.example", "first_name": "M", "last_name": "L",
            "is_active": "on", "password1": NEW, "password2": NEW}  # fmt: skip
    assert client.post(address, data).status_code == 302
    other.refresh_from_db()
    assert other.check_password(PASSWORD)
