"""Who people are, and how long a signed-in session lasts."""

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from tests.factories.accounts import UserFactory


def test_a_name_is_written_family_name_first(db):
    user = UserFactory(last_name="Hoàng Thị", first_name="Mai", username="mai")
    assert str(user) == user.get_full_name() == "Hoàng Thị Mai"
    assert str(UserFactory(username="to-truc")) == "to-truc"


def test_one_address_of_mail_belongs_to_one_person_whatever_its_case(db):
    UserFactory(email="Mai@phuong.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory(email="mai@PHUONG.example")
    UserFactory(email="")
    UserFactory(email="")
    assert get_user_model().objects.count() == 3


def test_a_person_who_leaves_is_out_at_the_next_click(client, home):
    user = UserFactory(is_superuser=True)
    client.force_login(user)
    assert client.get("/admin/").status_code == 200
    user.is_active = False
    user.save()
    answer = client.get("/admin/")
    assert answer.status_code == 302
    assert "/admin/login/" in answer["Location"]


def test_a_changed_password_ends_the_other_sessions(client, home):
    user = UserFactory(is_superuser=True)
    client.force_login(user)
    user.set_password("mot-mat-khau-khac-9")
    user.save()
    assert client.get("/admin/").status_code == 302


def test_signing_in_gives_a_new_session_that_scripts_cannot_read(client, home):
    UserFactory(username="lan", is_superuser=True)
    client.get("/admin/login/")
    answer = client.post("/admin/login/", {"username": "lan", "password": "mat-khau-thu-1"})
    assert answer.status_code == 302
    cookie = answer.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    before = cookie.value
    client.post("/admin/logout/")
    client.cookies["sessionid"] = before
    assert client.get("/admin/").status_code == 302


@pytest.mark.parametrize("username", ["lan", "khong-ai"])
def test_a_wrong_password_and_an_unknown_name_get_the_same_words(client, home, username):
    UserFactory(username="lan", is_superuser=True)
    answer = client.post("/admin/login/", {"username": username, "password": "sai"})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "sessionid" not in answer.cookies
    assert "Your username and password didn" not in text
    assert "hoặc mật khẩu. Hãy gõ lại" in text


@pytest.mark.parametrize("password", ["12345678901", "password", "mai", "ngan"])
def test_a_weak_password_is_refused(db, password):
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        validate_password(password, UserFactory(username="mai"))


def test_sign_in_does_not_lead_to_another_site(client, home):
    UserFactory(username="lan", is_superuser=True)
    for target in ("//evil.example/", "https://evil.example/", "/\\evil.example"):
        answer = client.post(
            "/admin/login/", {"username": "lan", "password": "mat-khau-thu-1", "next": target}
        )
        assert answer.status_code == 302
        assert "evil" not in answer["Location"]
        client.logout()


def test_whether_an_account_is_of_the_demo_cannot_be_set_by_a_form(client, home):
    client.force_login(UserFactory(is_superuser=True))
    other = UserFactory(is_demo=True, username="mau")
    text = client.get(f"/admin/users/edit/{other.pk}/").content.decode()
    assert 'name="username"' in text
    assert 'name="is_demo"' not in text
