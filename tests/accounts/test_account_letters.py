"""Who changes an account tells its owner; who lost the telephone gets help, on the record."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client, TestCase
from wagtail.models import ModelLogEntry

from accounts.roles import GROUP_NAMES, Role
from accounts.second_factor import MARK, TAKEN_AWAY, key_of
from home.services import setup_staff
from mailing.models import OutgoingMail
from tests.accounts.cast import member
from tests.accounts.signing import PASSWORD, give_factor, set_up, sign_in, signed_in
from tests.factories.accounts import UserFactory
from tests.factories.news import ColumnPageFactory

LOST = "/admin/users/{}/go-lop-hai/"


@pytest.fixture
def mai(home):
    ColumnPageFactory()
    setup_staff()
    user = member(Role.CONTRIBUTOR, username="mai", email="mai@phuong.example")
    sign_in(Client(), "mai")
    user.refresh_from_db()
    return user


@pytest.fixture
def chief(mai):
    return member(Role.ADMINISTRATOR, username="quan-tri", email="quan-tri@phuong.example",
                  last_name="Triệu Văn", first_name="Sơn")  # fmt: skip


def account(user, **changes):
    """The form of an account, posted by an administrator."""
    return {"username": user.username, "email": user.email, "first_name": "Mai", "last_name": "Lò",
            "is_active": "on", "groups": [g.pk for g in user.groups.all()], **changes}  # fmt: skip


def edit(chief, user, **changes):
    client = Client()
    client.force_login(chief)
    with TestCase.captureOnCommitCallbacks(execute=True):
        answer = client.post(f"/admin/users/edit/{user.pk}/", account(user, **changes))
    assert answer.status_code == 302


def letters(*fields):
    """What is in the queue, oldest first."""
    rows = OutgoingMail.objects.order_by("pk")
    return list(rows.values_list(*fields, flat=len(fields) == 1))


def test_a_new_address_is_told_to_the_old_one_and_to_the_new_one(mai, chief):
    edit(chief, mai, email="moi@phuong.example")
    assert sorted(letters("to")) == ["mai@phuong.example", "moi@phuong.example"]
    assert set(letters("subject")) == {"Thư điện tử của tài khoản đã đổi"}


def test_the_same_address_in_other_letters_is_no_change(mai, chief):
    edit(chief, mai, email="Mai@phuong.example")
    assert letters("to") == []


def test_before_the_first_sign_in_a_new_address_gets_the_invitation(mai, chief):
    user = UserFactory(username="moi", email="sai@phuong.example")
    user.set_unusable_password()
    user.save()
    edit(chief, user, email="dung@phuong.example")
    assert letters("to", "subject") == [("dung@phuong.example", "Mời đặt mật khẩu")]


def test_given_and_taken_roles_are_told_in_one_letter(mai, chief):
    approver = Group.objects.get(name=GROUP_NAMES[Role.APPROVER])
    edit(chief, mai, groups=[approver.pk])
    [(to, subject)] = letters("to", "subject")
    assert (to, subject) == ("mai@phuong.example", "Vai trò của bạn đã đổi")


def test_what_the_letter_about_roles_says(mai, mailoutbox):
    approver = Group.objects.get(name=GROUP_NAMES[Role.APPROVER])
    with TestCase.captureOnCommitCallbacks(execute=True):
        mai.groups.set([approver])
    text = mailoutbox[0].body
    assert "Thêm: Người duyệt." in text
    assert "Bớt: Cộng tác viên." in text


def test_roles_given_to_many_at_once_are_told_to_each(mai, chief):
    other = member(Role.REPORTER, username="khac", email="khac@phuong.example")
    sign_in(Client(), "khac")
    with TestCase.captureOnCommitCallbacks(execute=True):
        Group.objects.get(name=GROUP_NAMES[Role.APPROVER]).user_set.add(mai, other)
    assert sorted(letters("to")) == ["khac@phuong.example", "mai@phuong.example"]


def test_an_edit_that_changes_nothing_tells_nothing(mai, chief):
    edit(chief, mai)
    assert letters("to") == []


def test_a_closed_account_and_one_without_an_address_get_nothing(mai, chief):
    edit(chief, mai, is_active="", groups=[])
    assert letters("to") == []


def test_setting_the_second_factor_up_and_off_and_new_codes_are_told(client, mai):
    sign_in(client, "mai")
    for act, subject in (
        (lambda: set_up(client), "Đã bật lớp xác thực thứ hai"),
        (lambda: client.post("/tai-khoan/hai-lop/ma-du-phong/tao-moi/"), "Đã tạo mã dự phòng mới"),
        (lambda: client.post("/tai-khoan/hai-lop/tat/"), "Đã tắt lớp xác thực thứ hai"),
    ):
        with TestCase.captureOnCommitCallbacks(execute=True):
            act()
        assert letters("to", "subject")[-1] == ("mai@phuong.example", subject)


def test_no_letter_holds_a_secret(client, mai, mailoutbox):
    sign_in(client, "mai")
    with TestCase.captureOnCommitCallbacks(execute=True):
        secret = set_up(client)
    codes = client.get("/tai-khoan/hai-lop/ma-du-phong/").context_data["unused_codes"]
    sent = "".join(f"{m.subject}{m.body}{m.alternatives}" for m in mailoutbox)
    assert sent
    for private in (secret, PASSWORD, *codes):
        assert private not in sent


def test_a_used_recovery_code_is_told_with_what_is_left(client, mai, mailoutbox):
    _secret, codes = give_factor(mai)
    sign_in(client, "mai")
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post("/tai-khoan/hai-lop/ma/", {"code": codes[0]})
    assert "Còn 9 mã." in mailoutbox[-1].body


def pass_factor(client, user):
    """As if this browser had shown a code."""
    session = client.session
    session[MARK] = [user.pk, key_of(user)]
    session.save()


# --- the lost telephone --------------------------------------------------------------------------
def lose(actor, user):
    client = Client()
    client.force_login(actor)
    return client.get(LOST.format(user.pk)), client.post(LOST.format(user.pk))


def test_an_administrator_takes_the_factor_of_who_lost_the_telephone(
    client, mai, chief, mailoutbox
):
    sign_in(client, "mai")
    set_up(client)
    question = Client()
    question.force_login(chief)
    page = question.get(f"/admin/users/edit/{mai.pk}/").content.decode()
    assert LOST.format(mai.pk) in page
    with TestCase.captureOnCommitCallbacks(execute=True):
        asked, done = lose(chief, mai)
    assert "Gỡ lớp xác thực thứ hai" in asked.content.decode()
    assert done["Location"] == f"/admin/users/edit/{mai.pk}/"
    assert not Authenticator.objects.exists()
    assert not signed_in(client), "the telephone may be in other hands"
    assert mailoutbox[-1].subject == "Lớp xác thực thứ hai đã được gỡ"
    assert "Triệu Văn Sơn vừa gỡ" in mailoutbox[-1].body.replace("\n", " ")
    entry = ModelLogEntry.objects.get(action=TAKEN_AWAY)
    assert (entry.user, entry.object_id) == (chief, str(mai.pk))


def test_asking_takes_nothing_away(mai, chief):
    give_factor(mai)
    client = Client()
    client.force_login(chief)
    client.get(LOST.format(mai.pk))
    assert Authenticator.objects.exists()


@pytest.mark.parametrize(
    ("actor", "whose", "may"),
    [
        ("chief", "mai", True),
        ("chief", "chief", False),
        ("chief", "operator", False),
        ("operator", "chief", True),
        ("operator", "other", True),
        ("operator", "operator", False),
        ("mai", "other", False),
        ("approver", "mai", False),
    ],
)
def test_who_may_help_whom(mai, chief, actor, whose, may):
    people = {
        "mai": mai,
        "chief": chief,
        "operator": UserFactory(is_superuser=True),
        "other": UserFactory(is_superuser=True),
        "approver": member(Role.APPROVER),
    }
    helper, helped = people[actor], people[whose]
    client = Client()
    client.force_login(helper)
    give_factor(helped)
    if helper != helped:
        asked, _done = client.get(LOST.format(helped.pk)), client.post(LOST.format(helped.pk))
        assert asked.status_code == (200 if may else 302)
    else:
        pass_factor(client, helper)
        assert client.post(LOST.format(helped.pk)).status_code == 302
    assert Authenticator.objects.exists() is not may
    assert ModelLogEntry.objects.filter(action=TAKEN_AWAY).exists() is may


def test_the_operator_does_it_by_command(mai, mailoutbox, capsys):
    give_factor(mai)
    with TestCase.captureOnCommitCallbacks(execute=True):
        call_command("reset_second_factor", "MAI@phuong.example")
    assert "đã gỡ" in capsys.readouterr().out
    assert not Authenticator.objects.exists()
    assert "Người vận hành kỹ thuật vừa gỡ" in mailoutbox[-1].body.replace("\n", " ")
    assert ModelLogEntry.objects.get(action=TAKEN_AWAY).user is None
    call_command("reset_second_factor", "mai")
    assert "không có gì để gỡ" in capsys.readouterr().out
    with pytest.raises(CommandError, match="Không có tài khoản"):
        call_command("reset_second_factor", "khong-ai")
