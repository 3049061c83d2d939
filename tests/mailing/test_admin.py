"""What people see of the queue, and the one thing they may do."""

import datetime
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core import mail as outbox
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mailing.models import OutgoingMail
from tests.factories.accounts import UserFactory
from tests.factories.mailing import OutgoingMailFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/outgoingmail/"


def person(*codenames):
    user = UserFactory()
    names = ["access_admin", *codenames]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    return user


@pytest.fixture
def keeper(client, home):
    """Somebody who may see mail and have it resent."""
    client.force_login(person("view_outgoingmail", "change_outgoingmail"))
    return client


def failed(**values):
    given = {"attempts": 9, "given_up_at": timezone.now(), "error": "TimeoutError: timed out"}
    return OutgoingMailFactory(**{**given, **values})


def resend_url(mail):
    return reverse("outgoingmail:resend", args=[mail.pk])


def test_the_list_says_how_each_mail_stands(keeper):
    now = timezone.now()
    OutgoingMailFactory(subject="Thư một")
    OutgoingMailFactory(attempts=2, next_try_at=now + timedelta(hours=1), error="OSError: đứt")
    OutgoingMailFactory(sent_at=now)
    OutgoingMailFactory(expires_at=now)
    failed()
    shown = keeper.get(LIST).content.decode()
    for words in ("Chờ gửi", "Đang thử lại", "Đã gửi", "Quá hạn, không gửi nữa", "Đã thôi gửi"):
        assert words in shown
    assert "OSError: đứt" in shown
    assert "Thư một" in shown
    assert shown.count("Gửi lại ngay") == 2


def test_one_mail_is_shown_with_its_whole_error_and_the_times_of_here(keeper):
    at = datetime.datetime(2026, 11, 23, 20, 5, tzinfo=datetime.UTC)
    mail = failed(given_up_at=at, error="TimeoutError: " + "x" * 300)
    shown = keeper.get(f"{LIST}inspect/{mail.pk}/").content.decode()
    assert "x" * 300 in shown
    assert "03:05, 24/11/2026" in shown
    assert "None" not in BeautifulSoup(shown, "html.parser").find("dl").get_text()


@pytest.mark.parametrize(
    ("state", "seen"), [("waiting", "Chờ tôi"), ("given-up", "Hỏng rồi"), ("sent", "Xong rồi")]
)
def test_the_list_is_filtered_by_state(keeper, state, seen):
    OutgoingMailFactory(subject="Chờ tôi")
    OutgoingMailFactory(subject="Xong rồi", sent_at=timezone.now())
    failed(subject="Hỏng rồi")
    for address in (LIST, f"{LIST}results/"):
        shown = keeper.get(address, {"state": state}).content.decode()
        assert [s for s in ("Chờ tôi", "Xong rồi", "Hỏng rồi") if s in shown] == [seen]


def test_a_mail_is_found_by_its_address(keeper):
    OutgoingMailFactory(to="tim@vidu.example.vn")
    OutgoingMailFactory(to="khac@vidu.example.vn")
    shown = keeper.get(LIST, {"q": "tim@"}).content.decode()
    assert "tim@vidu.example.vn" in shown
    assert "khac@vidu.example.vn" not in shown


def test_nobody_sees_the_words_of_a_mail_or_writes_one(client, home):
    client.force_login(UserFactory(is_superuser=True))
    mail = failed(text="đường dẫn riêng", html="đường dẫn riêng")
    for address in (LIST, f"{LIST}inspect/{mail.pk}/"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "đường dẫn riêng" not in answer.content.decode()
    for rest in ("new/", f"edit/{mail.pk}/", f"delete/{mail.pk}/", f"copy/{mail.pk}/"):
        assert client.get(LIST + rest).status_code == 404
        assert client.post(LIST + rest).status_code == 404
    assert OutgoingMail.objects.get() == mail


def test_a_failed_mail_is_resent_by_post_only(keeper, django_capture_on_commit_callbacks):
    mail = failed()
    assert keeper.get(resend_url(mail)).status_code == 405
    assert outbox.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        answer = keeper.post(resend_url(mail), follow=True)
    assert "xếp lại hàng" in answer.content.decode()
    assert len(outbox.outbox) == 1
    answer = keeper.post(resend_url(mail), follow=True)
    assert "không gửi lại được" in answer.content.decode()
    assert keeper.post(f"{LIST}resend/999999/").status_code == 404


def test_the_button_posts_with_a_token_and_another_sites_form_is_refused(client, home):
    client.handler.enforce_csrf_checks = True
    client.force_login(person("view_outgoingmail", "change_outgoingmail"))
    mail = failed()
    assert client.post(resend_url(mail)).status_code == 403
    form = BeautifulSoup(client.get(LIST).content.decode(), "html.parser").find(
        "form", action=resend_url(mail)
    )
    assert form["method"] == "post"
    token = form.find("input", attrs={"name": "csrfmiddlewaretoken"})["value"]
    assert client.post(resend_url(mail), {"csrfmiddlewaretoken": token}).status_code == 302


def test_seeing_and_resending_need_their_permission(client, home):
    mail = failed()
    client.force_login(person("view_outgoingmail"))
    shown = client.get(LIST).content.decode()
    assert mail.to in shown
    assert "Gửi lại ngay" not in shown
    client.post(resend_url(mail))
    mail.refresh_from_db()
    assert mail.given_up_at
    client.force_login(person())
    assert client.get(LIST).status_code in (302, 403)
    assert client.get(f"{LIST}inspect/{mail.pk}/").status_code in (302, 403)
    client.logout()
    assert client.get(LIST).status_code == 302
    assert client.post(resend_url(mail)).status_code == 302


def test_the_menu_shows_it_to_those_who_may_see_it(client, home):
    client.force_login(person("view_outgoingmail"))
    assert LIST in client.get("/admin/").content.decode()
    client.force_login(person())
    assert LIST not in client.get("/admin/").content.decode()


def test_the_list_asks_as_much_for_many_as_for_few(keeper):
    counts = []
    for number in (10, 40):
        OutgoingMailFactory.create_batch(number, attempts=9, given_up_at=timezone.now())
        keeper.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            keeper.get(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1]
