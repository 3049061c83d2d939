"""Sending, failing, trying again, giving up."""

import logging
from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.utils import timezone

from mailing import sending
from mailing.models import OutgoingMail, State
from mailing.sending import BACK_OFF, claim, send_due
from mailing.services import prune, resend
from tests.factories.mailing import OutgoingMailFactory

pytestmark = pytest.mark.django_db


def test_due_mail_goes_once_and_its_words_are_emptied():
    mails = OutgoingMailFactory.create_batch(3)
    assert send_due() == 3
    assert send_due() == 0
    assert {m.to[0] for m in outbox.outbox} == {m.to for m in mails}
    for mail in OutgoingMail.objects.all():
        assert (mail.text, mail.html, mail.state) == ("", "", State.SENT)
    assert not OutgoingMail.objects.unsent().exists()


def test_no_more_than_the_limit_and_the_longest_waiting_first():
    now = timezone.now()
    for minutes in (1, 3, 2):
        next_try_at = now - timedelta(minutes=minutes)
        OutgoingMailFactory(to=f"m{minutes}@vidu.example.vn", next_try_at=next_try_at)
    assert send_due(limit=2) == 2
    assert [m.to[0] for m in outbox.outbox] == ["m3@vidu.example.vn", "m2@vidu.example.vn"]


def test_a_mail_is_text_and_html_says_it_is_automatic_and_comes_from_the_site(settings):
    settings.DEFAULT_FROM_EMAIL = "Trang <trang@vidu.example.vn>"
    mail = OutgoingMailFactory()
    send_due()
    [sent] = outbox.outbox
    message = sent.message()
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["From"] == "Trang <trang@vidu.example.vn>"
    assert message["Message-ID"] == f"<{mail.token}@vidu.example.vn>"
    assert [part.get_content_type() for part in message.get_payload()] == [
        "text/plain",
        "text/html",
    ]


def test_a_refused_mail_is_kept_tried_at_its_times_and_given_up_at_last(frozen, server, caplog):
    refusing = server("Refusing")
    mail = OutgoingMailFactory()
    for number, wait in enumerate(BACK_OFF, 1):
        assert send_due() == 0
        mail.refresh_from_db()
        assert (mail.attempts, mail.claimed_at, mail.state) == (number, None, State.RETRYING)
        assert mail.next_try_at == timezone.now() + wait
        assert mail.error.startswith("ConnectionRefusedError")
        frozen.shift(wait - timedelta(seconds=1))
        send_due()
        assert refusing.tries == number, "not a second early"
        frozen.shift(timedelta(seconds=1))
    send_due()
    mail.refresh_from_db()
    assert (mail.state, mail.given_up_at) == (State.GIVEN_UP, timezone.now())
    assert mail.text, "its words are kept for a while"
    assert not OutgoingMail.objects.unsent().exists()
    assert list(OutgoingMail.objects.troubled()) == [mail]
    frozen.shift(timedelta(days=3))
    send_due()
    assert refusing.tries == 9
    assert "@" not in caplog.text, "no address in the log"


def test_the_waits_are_those_promised():
    minutes = [wait.total_seconds() / 60 for wait in BACK_OFF]
    assert minutes == [1, 5, 30, 2 * 60, 6 * 60, 12 * 60, 24 * 60, 24 * 60]


def test_a_server_that_comes_back_gets_all_mail_and_the_same_message_id(frozen, server):
    server("Strange")
    mail = OutgoingMailFactory()
    composed = sending.compose(mail, None)
    send_due()
    server()
    frozen.shift(timedelta(minutes=1))
    assert send_due() == 1
    assert outbox.outbox[0].extra_headers["Message-ID"] == composed.extra_headers["Message-ID"]
    mail.refresh_from_db()
    assert mail.error == ""


@pytest.mark.parametrize("name", ["Hanging", "Refusing"])
def test_a_server_that_is_away_ends_the_run_after_one_try(name, server):
    away = server(name)
    OutgoingMailFactory.create_batch(10)
    assert send_due() == 0
    assert away.tries == 1
    assert OutgoingMail.objects.filter(attempts=0).count() == 9
    assert not OutgoingMail.objects.filter(claimed_at__isnull=False).exists()


def test_one_refused_address_stops_no_other_mail(server):
    server("Picky")
    OutgoingMailFactory(to="ma@vidu.example.vn")
    OutgoingMailFactory.create_batch(2)
    assert send_due() == 2
    [failed] = OutgoingMail.objects.troubled()
    assert "No such user" in failed.error


@pytest.mark.parametrize("name", ["Strange", "Silent"])
def test_a_fault_nobody_thought_of_is_kept_like_any_other(name, server):
    server(name)
    OutgoingMailFactory.create_batch(2)
    assert send_due() == 0
    for mail in OutgoingMail.objects.all():
        assert mail.attempts == 1
        assert mail.error
        assert "\x00" not in mail.error


def test_a_run_that_takes_too_long_leaves_the_rest_to_the_next(monkeypatch):
    ticks = iter(range(0, 10_000, 200))
    monkeypatch.setattr(sending, "monotonic", lambda: next(ticks))
    OutgoingMailFactory.create_batch(5)
    assert send_due() == 1
    assert OutgoingMail.objects.unsent().count() == 4


def test_the_run_never_raises(monkeypatch, caplog):
    def broken():
        raise RuntimeError("mau@vidu.example.vn")

    OutgoingMailFactory()
    monkeypatch.setattr(sending, "get_connection", broken)
    assert send_due() == 0
    assert sending.send_one(OutgoingMail.objects.get().pk) is False
    assert "RuntimeError" in caplog.text
    assert "mau@" not in caplog.text


def test_of_two_processes_one_claims_and_sends(server):
    mail = OutgoingMailFactory()
    assert claim(mail.pk)
    assert claim(mail.pk) is None
    assert send_due() == 0
    OutgoingMail.objects.update(claimed_at=None)
    server("Hasty")
    assert send_due() == 1
    assert len(outbox.outbox) == 1


def test_the_claim_of_a_killed_process_is_taken_over_after_ten_minutes(frozen):
    mail = claim(OutgoingMailFactory().pk)
    frozen.shift(timedelta(minutes=9))
    assert send_due() == 0
    frozen.shift(timedelta(minutes=2))
    assert send_due() == 1
    mail.refresh_from_db()
    assert mail.attempts == 1, "the lost try counts"
    assert len(outbox.outbox) == 1


def test_a_process_thought_dead_does_not_undo_what_the_next_one_did(frozen):
    slow = claim(OutgoingMailFactory().pk)
    frozen.shift(timedelta(minutes=11))
    assert send_due() == 1
    sending._record_failure(slow, TimeoutError())
    slow.refresh_from_db()
    assert slow.state == State.SENT


def test_a_mail_past_its_time_is_not_sent_and_its_words_go(frozen):
    mail = OutgoingMailFactory(expires_at=timezone.now() + timedelta(hours=1))
    frozen.shift(timedelta(hours=1))
    assert send_due() == 0
    mail.refresh_from_db()
    assert (mail.state, mail.text, mail.html) == (State.EXPIRED, "", "")
    assert outbox.outbox == []
    assert not resend(mail=mail)


def test_resending_begins_anew_after_giving_up(frozen, django_capture_on_commit_callbacks):
    mail = OutgoingMailFactory(attempts=9, given_up_at=timezone.now(), error="x")
    with django_capture_on_commit_callbacks(execute=True):
        assert resend(mail=mail)
    mail.refresh_from_db()
    assert mail.state == State.SENT
    assert len(outbox.outbox) == 1
    assert not resend(mail=mail), "once is enough"


def test_resending_tries_at_once_what_still_waits_for_its_turn(
    frozen, server, django_capture_on_commit_callbacks
):
    server("Hanging")
    mail = OutgoingMailFactory()
    send_due()
    server()
    with django_capture_on_commit_callbacks(execute=True):
        assert resend(mail=mail)
    assert len(outbox.outbox) == 1


@pytest.mark.parametrize(
    "values",
    [
        {"attempts": 0},
        {"attempts": 9, "text": ""},
        {"attempts": 2, "claimed_at": "now"},
    ],
    ids=["waiting anyway", "words gone", "being sent"],
)
def test_what_cannot_be_resent_is_left_as_it_is(values):
    if values.get("claimed_at"):
        values = {**values, "claimed_at": timezone.now()}
    assert not resend(mail=OutgoingMailFactory(**values))


def test_words_of_mail_given_up_go_after_two_weeks_and_old_rows_after_ninety_days(frozen):
    now = timezone.now()
    ages = {"given_up_at": 13, "sent_at": 89, "expires_at": 89}
    young = [OutgoingMailFactory(**{k: now - timedelta(days=v)}) for k, v in ages.items()]
    silent = OutgoingMailFactory(attempts=9, given_up_at=now - timedelta(days=15))
    waiting = OutgoingMailFactory(created_at=now - timedelta(days=200))
    for name in ages:
        OutgoingMailFactory(**{name: now - timedelta(days=91)})
    assert prune() == 3
    assert set(OutgoingMail.objects.all()) == {*young, silent, waiting}
    silent.refresh_from_db()
    assert (silent.text, silent.html) == ("", "")
    young[0].refresh_from_db()
    assert young[0].text
    assert prune(days=10) == 4


def test_nothing_of_a_person_stands_in_the_log_of_a_good_run(caplog):
    OutgoingMailFactory()
    with caplog.at_level(logging.DEBUG, "mailing"):
        send_due()
    assert "vidu.example" not in caplog.text


def test_states_and_their_words_agree_with_the_rows(frozen):
    now = timezone.now()
    OutgoingMailFactory()
    OutgoingMailFactory(attempts=1)
    OutgoingMailFactory(sent_at=now, attempts=1, expires_at=now)
    OutgoingMailFactory(given_up_at=now, attempts=9)
    OutgoingMailFactory(given_up_at=now, attempts=9, expires_at=now)
    OutgoingMailFactory(expires_at=now, attempts=2)
    for state in State:
        for mail in OutgoingMail.objects.in_state(state):
            assert mail.state == state
    assert sum(OutgoingMail.objects.in_state(s).count() for s in State) == 6
    assert not OutgoingMail.objects.in_state("lạ").exists()
