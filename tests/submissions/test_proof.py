"""Proving an e-mail address: by the button behind the letter's link, or by the code typed in."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from mailing.models import OutgoingMail
from submissions.models import ConsentText, Event
from submissions.models.submission import State
from submissions.services import letters, proof
from submissions.services.receive import receive
from submissions.services.sender import prove_email
from tests.soup import read, words
from tests.submissions.entry import EMAIL, code_in, make_submission

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def submission():
    made = make_submission()
    letters.received(made)
    return made


def mails(submission):
    return OutgoingMail.objects.filter(key__startswith=f"submission:{submission.pk}:").order_by(
        "pk"
    )


def url(name, submission, *more):
    return reverse(f"submissions_{name}", args=[submission.token, *more])


def proved(submission):
    submission.sender.refresh_from_db()
    return submission.sender.email_proved_at is not None


def test_the_first_letter_holds_the_private_link_and_a_code_the_database_does_not_know(submission):
    mail = mails(submission).get()
    code = code_in(mail)
    assert mail.to == EMAIL
    assert submission.status_url in re.sub(r"\s", "", mail.html)
    assert submission.token not in mail.subject
    assert code not in mail.subject
    sender = submission.sender
    sender.refresh_from_db()
    assert len(sender.code_digest) == 64
    assert code not in sender.code_digest


def test_opening_the_letters_link_proves_nothing_pressing_its_button_does(client, submission):
    link = url("prove", submission, code_in(mails(submission).get()))
    assert link in mails(submission).get().html
    for _scanner in range(3):
        assert client.get(link).status_code == 200
        assert client.head(link).status_code == 200
    assert not proved(submission)
    assert read(client, link).select_one("form[method=post] button")
    answer = client.post(link)
    assert answer.status_code == 302
    assert proved(submission)
    assert submission.events.filter(kind=Event.Kind.PROVED).count() == 1
    assert client.post(link).status_code == 302, "a second press is no fault"
    assert submission.events.filter(kind=Event.Kind.PROVED).count() == 1


@pytest.mark.parametrize("spelling", ["{0}", " {0} ", "{1} {2}", "{1}-{2}"])
def test_the_code_is_typed_as_people_copy_it(client, submission, spelling):
    code = code_in(mails(submission).get())
    typed = spelling.format(code, code[:3], code[3:])
    assert client.post(url("code", submission), {"code": typed}).status_code == 302
    assert proved(submission)


def test_a_wrong_code_is_refused_beside_its_field_and_five_end_it(client, submission):
    code = code_in(mails(submission).get())
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    left = []
    for _n in range(5):
        answer = client.post(url("code", submission), {"code": wrong})
        assert answer.status_code == 400
        soup = read_answer(answer)
        assert soup.select_one("#ma")["aria-invalid"] == "true"
        left.append(words(soup.select_one("#ma-loi")))
    assert "còn 4 lần" in left[0]
    assert "quá 5 lần" in left[-1]
    answer = client.post(url("code", submission), {"code": code})
    assert answer.status_code == 400, "the right one comes too late"
    assert not proved(submission)


def read_answer(answer):
    from bs4 import BeautifulSoup

    return BeautifulSoup(answer.content.decode(), "html.parser")


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "1" * 40, "<b>"])
def test_what_can_be_no_code_costs_no_try(client, submission, typed):
    assert client.post(url("code", submission), {"code": typed}).status_code == 400
    submission.sender.refresh_from_db()
    assert submission.sender.code_tries == 0


def test_a_code_lasts_a_day(submission):
    code = code_in(mails(submission).get())
    late = timezone.now() + proof.LIFE + timedelta(minutes=1)
    with (
        time_machine.travel(late, tick=False),
        pytest.raises(ValidationError, match="24 giờ"),
    ):
        prove_email(submission=submission, code=code)
    assert not proved(submission)


def test_a_new_code_kills_the_old_one_and_three_a_day_are_sent(client, submission):
    first = code_in(mails(submission).get())
    for _n in range(3):
        answer = client.post(url("resend", submission))
        assert answer["Location"].endswith("?xong=ma")
    assert client.post(url("resend", submission))["Location"].endswith("?xong=ma-het")
    assert mails(submission).count() == 4
    newest = code_in(mails(submission).last())
    if first != newest:
        with pytest.raises(ValidationError):
            prove_email(submission=submission, code=first)
    prove_email(submission=submission, code=newest)
    assert proved(submission)


def test_a_code_fits_its_own_submission_alone(submission):
    """S-16."""
    other = make_submission(title="Khác")
    letters.received(other)
    code = code_in(mails(submission).get())
    if code != code_in(mails(other).get()):
        with pytest.raises(ValidationError):
            prove_email(submission=other, code=code)
        assert not proved(other)


def test_without_an_address_the_page_says_that_somebody_calls(client):
    submission = make_submission(sender__email="")
    letters.received(submission)
    assert not mails(submission).exists()
    assert "Phường gọi cho bạn" in words(read(client, submission.status_path).main)


def test_a_suspect_gets_no_letter_and_no_code():
    submission = make_submission(state=State.SUSPECT)
    letters.received(submission)
    assert letters.code(submission) is False
    assert not mails(submission).exists()


def test_a_later_submission_by_the_same_link_inherits_what_was_proved():
    first = make_submission()
    first.sender.email_proved_at = first.sender.phone_proved_at = timezone.now()
    first.sender.save()
    text = ConsentText.objects.get()
    sent = {"name": first.sender.name, "email": EMAIL, "phone": "+84987654321"}
    later = receive(
        kind="sua-thong-tin", payload={}, sender=sent, consents=[text], key="hai", origin=first
    )
    assert later.sender.email_proved_at == first.sender.email_proved_at
    assert later.sender.phone_proved_at is None, "another number"
    stranger = receive(
        kind="sua-thong-tin", payload={}, sender=sent, consents=[text], key="ba", origin=None
    )
    assert not stranger.sender.is_proved
