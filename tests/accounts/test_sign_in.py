"""Signing in with name or address and password: who is let in, and what a refusal tells."""

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from accounts.adapters import AccountAdapter
from accounts.backends import user_by_login
from tests.accounts.signing import PASSWORD, SIGN_IN, sign_in, signed_in
from tests.factories.accounts import UserFactory


@pytest.fixture
def lan(home):
    return UserFactory(username="lan", email="Lan@Phuong.example", is_superuser=True)


@pytest.mark.parametrize(
    "login", ["lan", "LAN", " lan ", "Lan@Phuong.example", "lan@phuong.EXAMPLE"]
)
def test_one_signs_in_by_name_or_address_in_any_case(client, lan, login):
    answer = sign_in(client, login)
    assert (answer.status_code, answer["Location"]) == (302, "/admin/")
    assert client.get("/admin/").status_code == 200
    assert not EmailAddress.objects.exists(), "addresses are kept with the account alone"


def test_signing_in_gives_a_new_session_that_scripts_cannot_read(client, lan):
    client.get(SIGN_IN)
    cookie = sign_in(client, "lan").cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    before = cookie.value
    client.post("/admin/logout/")
    client.cookies["sessionid"] = before
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("login", ["lan", "khong-ai", "lan@phuong.example", "ai@phuong.example"])
def test_a_wrong_password_and_an_unknown_name_get_the_same_words_and_work(
    client, lan, login, monkeypatch
):
    hashed = []
    monkeypatch.setattr(
        "django.contrib.auth.hashers.MD5PasswordHasher.encode",
        lambda self, password, salt: hashed.append(1) or "md5$x$y",
    )
    assert refused(sign_in(client, login, "sai"))
    assert len(hashed) == 1
    assert not signed_in(client)


def test_so_does_a_closed_account_with_its_right_password(client, home, monkeypatch):
    user = UserFactory(username="cu", is_active=False)
    looks = []
    monkeypatch.setattr(
        type(user), "check_password", lambda self, password: looks.append(password) or True
    )
    assert refused(sign_in(client, "cu"))
    assert looks == [PASSWORD]
    assert not signed_in(client)


def refused(answer):
    """In the words that tell nothing."""
    words = "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy gõ lại."
    return answer.status_code == 200 and answer.content.decode().count(words) == 1


def test_an_account_without_a_password_opens_for_none(client, home):
    user = UserFactory(username="moi")
    user.set_unusable_password()
    user.save()
    for password in ("", user.password, "!", PASSWORD):
        assert sign_in(client, "moi", password).status_code == 200
    assert not signed_in(client)


@pytest.mark.parametrize("target", ["//evil.example/", "https://evil.example/", "/\\evil.example"])
def test_sign_in_does_not_lead_to_another_site(client, lan, target, settings):
    settings.ALLOWED_HOSTS = ["*"]
    answer = sign_in(client, "lan", next=target)
    assert answer.status_code == 302
    assert answer["Location"] == "/admin/"


def test_sign_in_leads_back_to_where_one_wanted_to_go(client, lan):
    asked = client.get("/admin/pages/")
    assert asked["Location"] == f"{SIGN_IN}?next=/admin/pages/"
    page = client.get(asked["Location"]).content.decode()
    assert '<input type="hidden" name="next" value="/admin/pages/">' in page
    assert sign_in(client, "lan", next="/admin/pages/")["Location"] == "/admin/pages/"


def test_one_address_of_mail_belongs_to_one_person_whatever_its_case(db):
    UserFactory(email="Mai@phuong.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory(email="mai@PHUONG.example")
    UserFactory(email="")
    UserFactory(email="")
    assert get_user_model().objects.count() == 3


def test_who_is_named_like_anothers_address_does_not_take_his_place(db):
    owner = UserFactory(username="mai", email="mai@phuong.example")
    UserFactory(username="mai@phuong.example", email="khac@phuong.example")
    assert user_by_login("MAI@phuong.example") == owner


def test_names_of_old_that_differ_in_case_alone_are_told_apart_by_it(db):
    small, great = UserFactory(username="mai"), UserFactory(username="Mai")
    assert user_by_login("mai") == small
    assert user_by_login("Mai") == great
    assert user_by_login("MAI") is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("username", "LAN"), ("username", "lan@phuong.example"), ("email", "LAN@phuong.example")],
)
def test_the_form_of_an_account_takes_no_name_that_somebody_signs_in_with(client, lan, name, value):
    client.force_login(lan)
    data = {"username": "moi", "email": "moi@phuong.example", "first_name": "A", "last_name": "B"}
    answer = client.post("/admin/users/new/", data | {name: value})
    assert answer.status_code == 200
    assert "Hãy chọn tên hoặc địa chỉ khác" in answer.content.decode()
    assert get_user_model().objects.count() == 1


def test_nobody_makes_an_account_himself(client, home, rf):
    assert AccountAdapter().is_open_for_signup(rf.get("/")) is False
    for name in (
        "account_signup",
        "account_email",
        "socialaccount_signup",
        "account_confirm_email",
    ):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    for word in ("dang-ky", "signup", "email"):
        assert client.get(f"/tai-khoan/{word}/").status_code == 404
        assert client.post(f"/tai-khoan/{word}/", {"username": "x"}).status_code == 404
    assert not get_user_model().objects.exists()


def test_whose_account_may_not_enter_is_told_so_and_can_sign_in_with_another(client, lan):
    UserFactory(username="ngoai")
    sign_in(client, "ngoai")
    answer = client.get("/admin/", follow=True)
    assert answer.redirect_chain == [(f"{SIGN_IN}?next=/admin/", 302)]
    assert "Bạn đang đăng nhập là ngoai" in answer.content.decode()
    sign_in(client, "lan")
    assert client.get("/admin/").status_code == 200


def test_signing_in_as_another_leaves_nothing_of_the_one_before(client, lan):
    UserFactory(username="truoc", is_superuser=True)
    sign_in(client, "truoc", remember="on")
    session = client.session
    session["cua-nguoi-truoc"] = 1
    session.save()
    sign_in(client, "lan")
    assert "cua-nguoi-truoc" not in client.session
    assert client.session["remembered"] is False


def test_signing_out_asks_first_and_is_posted(client, lan):
    sign_in(client, "lan")
    assert "Đăng xuất khỏi máy này?" in client.get("/tai-khoan/dang-xuat/").content.decode()
    assert signed_in(client)
    assert client.post("/tai-khoan/dang-xuat/")["Location"] == SIGN_IN
    assert not signed_in(client)


def test_the_form_is_refused_without_its_token(lan):
    answer = sign_in(Client(enforce_csrf_checks=True), "lan")
    assert answer.status_code == 403


@pytest.mark.parametrize("password", ["12345678901", "password", "mai", "ngan"])
def test_a_weak_password_is_refused(db, password):
    with pytest.raises(ValidationError):
        validate_password(password, UserFactory(username="mai"))


def test_whether_an_account_is_of_the_demo_cannot_be_set_by_a_form(client, lan):
    client.force_login(lan)
    other = UserFactory(is_demo=True, username="mau")
    text = client.get(f"/admin/users/edit/{other.pk}/").content.decode()
    assert 'name="username"' in text
    assert 'name="is_demo"' not in text


def test_a_name_is_written_family_name_first(db):
    user = UserFactory(last_name="Hoàng Thị", first_name="Mai", username="mai")
    assert str(user) == user.get_full_name() == "Hoàng Thị Mai"
    assert str(UserFactory(username="to-truc")) == "to-truc"
