"""Putting a mail into the queue."""

import logging
from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.db import transaction
from django.template import TemplateDoesNotExist
from django.utils import timezone

from mailing import services
from mailing.models import OutgoingMail
from tests.factories.accounts import UserFactory
from tests.factories.mailing import OutgoingMailFactory

pytestmark = pytest.mark.django_db


def queue(**values):
    given = {
        "to": "mau@vidu.example.vn",
        "subject": "Bài chờ duyệt",
        "template": "notice",
        "context": {"name": "Nông Thị Mẫu", "lead": "Một bài chờ duyệt."},
        "kind": "duyet",
    }
    return services.queue(**{**given, **values})


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_a_mail_is_one_row_and_goes_out_after_the_commit_and_not_before(commit):
    user = UserFactory()
    with commit():
        mail = queue(to_user=user)
        assert OutgoingMail.objects.get() == mail
        assert outbox.outbox == []
    [sent] = outbox.outbox
    assert sent.to == ["mau@vidu.example.vn"]
    assert sent.subject == "Bài chờ duyệt"
    mail.refresh_from_db()
    assert mail.sent_at
    assert mail.to_user == user


def test_what_is_rolled_back_is_never_sent(commit):
    with commit():
        try:
            with transaction.atomic():
                queue()
                raise RuntimeError
        except RuntimeError:
            pass
    assert not OutgoingMail.objects.exists()
    assert outbox.outbox == []


def test_the_same_key_is_queued_once_and_no_key_as_often_as_asked(commit):
    with commit():
        assert queue(key="duyet:1")
        assert queue(key="duyet:1") is None
        assert queue(key="duyet:2")
        assert queue()
        assert queue(key="")
        assert queue(key="")
    assert len(outbox.outbox) == OutgoingMail.objects.count() == 5


def test_of_two_processes_with_one_key_the_later_gets_none_and_no_error(monkeypatch):
    real = services.render

    def while_rendering(*args):
        OutgoingMailFactory(key="duyet:1")
        return real(*args)

    monkeypatch.setattr(services, "render", while_rendering)
    assert queue(key="duyet:1") is None
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize(
    "to",
    [
        "",
        None,
        "   ",
        "mẫu",
        "mau@vidu.example.vn\nBcc: khac@vidu.example.vn",
        "mau@vidu.example.vn\n",
        "mau@vidu.example.vn\r\n\r\nchao",
        "mau\x00@vidu.example.vn",
        "mau@vidu.example.vn, khac@vidu.example.vn",
        "Nông <mau@vidu.example.vn>",
        "m" * 250 + "@vidu.example.vn",
    ],
)
def test_an_address_that_cannot_be_is_refused_without_an_error(to, caplog):
    assert queue(to=to) is None
    assert not OutgoingMail.objects.exists()
    assert "vidu.example" not in caplog.text, "no address in the log"


def test_a_refused_address_is_logged_by_its_kind(caplog):
    queue(to="mẫu@", kind="duyet")
    assert "duyet" in caplog.text


def test_the_subject_is_one_line_and_cannot_add_a_header(commit):
    with commit():
        queue(subject="Bài\r\nBcc: khac@vidu.example.vn\n\n  chờ\x00 duyệt\u2028nhé")
    [sent] = outbox.outbox
    assert sent.subject == "Bài Bcc: khac@vidu.example.vn chờ duyệt nhé"
    assert sent.recipients() == ["mau@vidu.example.vn"]
    assert "\nBcc:" not in sent.message().as_string()


def test_a_long_subject_is_cut_at_a_word():
    mail = queue(subject="miến dong " * 60)
    assert len(mail.subject) <= 250
    assert mail.subject.endswith(("miến…", "dong…"))
    assert len(queue(subject="x" * 400).subject) == 250


def test_a_background_that_is_away_leaves_the_mail_to_the_clock(commit, monkeypatch, caplog):
    def broken(*args):
        raise ConnectionError("mau@vidu.example.vn")

    monkeypatch.setattr(services.send_mail_of.func, "__name__", "x", raising=False)
    monkeypatch.setattr(type(services.send_mail_of), "enqueue", broken)
    with caplog.at_level(logging.DEBUG), commit():
        queue()
    assert outbox.outbox == []
    assert "mau@" not in caplog.text
    assert services.send_due() == 1


def test_while_the_server_is_away_new_mail_does_not_wait_for_it_one_by_one(commit, server):
    hanging = server("Hanging")
    with commit():
        for _ in range(5):
            queue()
    assert hanging.tries == 1, "one wait of ten seconds, not five"
    server()
    assert services.send_due() == 4, "the fifth has its time to wait"


def test_an_unknown_template_is_the_callers_fault():
    with pytest.raises(TemplateDoesNotExist):
        queue(template="khong-co")


def test_a_mail_that_is_too_late_already_is_not_sent(commit):
    with commit():
        mail = queue(expires_at=timezone.now() - timedelta(minutes=1))
    assert outbox.outbox == []
    assert mail.state == "expired"
