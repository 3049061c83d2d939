"""The screens themselves: Vietnamese, private, with the names that password managers look for."""

import re
from pathlib import Path

import allauth
import polib
import pytest
from bs4 import BeautifulSoup
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from tests.accounts.signing import CODE, PASSWORD, SET_UP, give_factor, set_up, sign_in
from tests.factories.accounts import UserFactory

ENGLISH = Path(allauth.__file__).parent / "locale/en/LC_MESSAGES/django.po"
NAMES = {"username", "current-password", "new-password", "one-time-code", "email"}


@pytest.fixture(autouse=True)
def demanded(settings):
    settings.SECOND_FACTOR_DEMANDED = True


@pytest.fixture
def lan(home):
    return UserFactory(username="lan", email="lan@phuong.example", is_superuser=True,
                       last_name="Lò Thị", first_name="Lan")  # fmt: skip


@pytest.fixture
def screens(client, lan):
    """Every screen, also as it is after a mistake: {what: answer}."""
    found = {}

    def keep(what, answer):
        assert answer.status_code in (200, 429), (what, answer.status_code)
        found[what] = answer

    forgotten, change = "/tai-khoan/mat-khau/quen/", "/tai-khoan/mat-khau/"
    keep("sign in", client.get("/tai-khoan/dang-nhap/"))
    keep("sign in, empty", sign_in(client, "", ""))
    keep("sign in, wrong", sign_in(client, "lan@phuong.example", "sai"))
    keep("forgotten", client.get(forgotten))
    keep("forgotten, wrong", client.post(forgotten, {"email": "khong"}))
    keep("sent", client.get("/tai-khoan/mat-khau/da-gui/"))
    keep("link, dead", client.get("/tai-khoan/mat-khau/key/1-x/"))
    keep("set", client.get("/tai-khoan/mat-khau/da-dat/"))
    _link(client, lan, keep)
    sign_in(client, "lan")
    keep("set up", client.get(SET_UP))
    keep("set up, wrong", client.post(SET_UP, {"code": "1"}))
    set_up(client)
    for where in ("mfa_index", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
                  "mfa_deactivate_totp", "account_logout", "account_reauthenticate",
                  "mfa_reauthenticate", "account_change_password", "account_login"):  # fmt: skip
        keep(where, client.get(reverse(where)))
    keep(
        "change, wrong",
        client.post(change, {"oldpassword": "x", "password1": "12345678", "password2": "1"}),
    )
    keep("again, wrong", client.post("/tai-khoan/xac-nhan/", {"password": "x"}))
    keep("code again, wrong", client.post("/tai-khoan/hai-lop/xac-nhan/", {"code": "x"}))
    keep("after the admin's sign-out", client.post("/admin/logout/", follow=True))
    sign_in(client, "lan")
    keep("code", client.get(CODE))
    for _ in range(11):
        answer = client.post(CODE, {"code": "000000"})
    keep("code, too often", answer)
    return found


def _link(client, user, keep):
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str

    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    form = client.get(f"/tai-khoan/mat-khau/key/{key}/", follow=True)
    keep("link", form)
    path = form.request["PATH_INFO"]
    keep("link, weak", client.post(path, {"password1": "1", "password2": "2"}))


def english():
    """Sentences and labels of allauth, as they stand in its code."""
    rows = {row.msgid for row in polib.pofile(str(ENGLISH)) if "%" not in row.msgid}
    assert "Incorrect code." in rows
    assert len(rows) > 200
    return {row for row in rows if len(row) > 3} - {"Email"}


def texts(answer):
    """Each text a person sees or hears."""
    page = BeautifulSoup(answer.content, "html.parser")
    for one in page.select("script, style, code"):
        one.decompose()
    spoken = [tag[name] for name in ("alt", "title", "aria-label", "placeholder")
              for tag in page.select(f"[{name}]")]  # fmt: skip
    return [text.strip() for text in [*page.stripped_strings, *spoken]]


def test_no_english_of_allauth_is_left(screens):
    known = english()
    for what, answer in screens.items():
        for text in texts(answer):
            parts = {text, *re.split(r"(?<=[.!?:]) ", text)}
            assert not parts & known, (what, text)
            assert not re.search(r"\b(the|your|password|please|code|sign|account)\b", text, re.I), (
                what,
                text,
            )


def test_every_screen_is_private_and_safe(screens):
    for what, answer in screens.items():
        assert answer["Cache-Control"] == "no-store, private", what
        assert answer["Referrer-Policy"] == "same-origin"
        assert "noindex" in answer["X-Robots-Tag"]
        assert "unsafe" not in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "DENY"


def test_every_field_has_its_label_its_name_for_password_managers_and_its_error(screens):
    seen = set()
    for what, answer in screens.items():
        page = BeautifulSoup(answer.content, "html.parser")
        for field in page.select("input.inp"):
            assert page.select_one(f"label[for={field['id']}]").get_text(strip=True), what
            seen.add(field["autocomplete"])
            for key in field.get("aria-describedby", "").split():
                assert page.select_one(f"#{key}"), (what, key)
            if field.get("aria-invalid"):
                assert f"{field['id']}-loi" in field["aria-describedby"]
        if page.select(".emsg") or "wrong" in what:
            summary = page.select_one(".esum")
            assert summary.has_attr("autofocus")
            assert summary["tabindex"] == "-1"
        assert len(page.select("h1")) == 1, what
    assert seen == NAMES


def test_what_was_typed_secretly_is_not_sent_back(client, lan):
    text = sign_in(client, "lan", "mat-khau-bi-mat").content.decode()
    assert "mat-khau-bi-mat" not in text
    assert 'value="lan"' in text
    client.force_login(lan)
    give_factor(lan)
    assert PASSWORD not in text


def test_a_header_makes_no_other_answer_of_it(client, lan):
    for header in ({"x-requested-with": "XMLHttpRequest"}, {"accept": "application/json"}):
        answer = client.get("/tai-khoan/dang-nhap/", headers=header)
        assert answer["Content-Type"].startswith("text/html")


def test_the_account_screen_of_the_admin_is_vietnamese(client, lan, settings):
    settings.SECOND_FACTOR_DEMANDED = False
    client.force_login(lan)
    for text in texts(client.get("/admin/account/")):
        assert not re.search(r"\b(the|your|password|please|account|name|settings)\b", text, re.I), (
            text
        )


def test_too_many_tries_answer_429(screens):
    assert screens["code, too often"].status_code == 429


def test_letters_are_in_our_look(client, lan, mailoutbox, monkeypatch):
    monkeypatch.setattr("django.db.transaction.on_commit", lambda work, *a, **k: work())
    client.post("/tai-khoan/mat-khau/quen/", {"email": lan.email})
    [mail] = mailoutbox
    assert isinstance(mail, EmailMultiAlternatives)
    html = mail.alternatives[0][0]
    assert "Kính gửi Lò Thị Lan" in mail.body
    assert "Đặt mật khẩu" in html
    assert "/tai-khoan/mat-khau/key/" in html
