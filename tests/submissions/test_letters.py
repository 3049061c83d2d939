"""Letters to senders: to proved addresses, once, without a secret where others can read it."""

import pytest
from django.utils import timezone

from mailing.models import OutgoingMail
from mailing.services import send_due
from submissions.models import Event
from submissions.models.submission import State
from submissions.services import letters
from submissions.services.receive import receive
from submissions.services.record import note
from tests.factories.submissions import (
    ConsentTextFactory,
    DataRequestFactory,
    FieldNoteFactory,
)
from tests.submissions.entry import EMAIL, make_submission

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def submission():
    made = make_submission(kind="san-pham", title="Miến dong")
    made.sender.email_proved_at = timezone.now()
    made.sender.save()
    return made


def write_all(submission):
    note(submission, Event.Kind.MESSAGE, "Gửi thêm một ảnh.")
    request = DataRequestFactory(submission=submission, answer="Đã xóa số cũ.")
    submission.asked_at = timezone.now()
    letters.received(submission)
    letters.changes_wanted(submission, [FieldNoteFactory(submission=submission)], "Sửa giúp.")
    letters.accepted(submission)
    letters.published(submission, [])
    letters.declined(submission, "Không ở phường này.")
    letters.message(submission, "Gửi thêm một ảnh.")
    letters.still_right(submission, timezone.now())
    letters.rested(submission)
    letters.request_done(request)
    letters.link_renewed(submission)


def mails():
    return OutgoingMail.objects.order_by("pk")


def test_each_letter_goes_once_however_often_it_is_written(submission):
    write_all(submission)
    count = mails().count()
    assert count == 10
    letters.accepted(submission)
    letters.declined(submission, "Lý do khác")
    letters.message(submission, "Gửi thêm một ảnh.")
    letters.link_renewed(submission)
    assert mails().count() == count


def test_no_subject_holds_the_private_link_every_body_does(submission):
    write_all(submission)
    for mail in mails():
        assert submission.token not in mail.subject
        assert submission.code in mail.subject
        assert submission.token in "".join(mail.html.split())
        assert mail.to == EMAIL
        assert "{{" not in mail.text
        assert "None" not in mail.text


def test_what_they_say_is_in_them(submission):
    write_all(submission)
    text = " ".join(" ".join(mail.text.split()) for mail in mails())
    for words in (
        "Sửa giúp.", "Nói rõ làm từ gì.", "Không ở phường này.", "Gửi thêm một ảnh.",
        "Đã xóa số cũ.", "Vẫn đúng", "Hẹn trả lời trước",
    ):  # fmt: skip
        assert words in text


def test_to_an_unproved_address_only_the_first_letter_goes(submission):
    """It may be somebody else's."""
    submission.sender.email_proved_at = None
    submission.sender.save()
    write_all(submission)
    assert [mail.key for mail in mails()] == [f"submission:{submission.pk}:received"]


@pytest.mark.parametrize("change", [{"state": State.SUSPECT}, {"sender__email": ""}])
def test_suspects_and_people_without_an_address_get_none(change):
    submission = make_submission(kind="san-pham", **change)
    submission.sender.email_proved_at = timezone.now()
    submission.sender.save()
    write_all(submission)
    assert not mails().exists()


def test_one_address_gets_a_dozen_letters_a_day_at_most():
    for number in range(letters.MOST_A_DAY + 3):
        letters.received(make_submission(title=f"Hồ sơ {number}"))
    assert mails().count() == letters.MOST_A_DAY
    upper = make_submission(sender__email=EMAIL.upper().replace("THU", "thu"))
    letters.received(upper)
    assert mails().count() == letters.MOST_A_DAY


@pytest.mark.parametrize("name", ["A\r\nBcc: x@y.example", "A\nTo: z@y.example", "A\x0bB"])
def test_a_name_with_line_breaks_adds_no_header_and_no_addressee(name, mailoutbox):
    """S-14."""
    submission = make_submission(title=name, sender__name=name)
    letters.received(submission)
    send_due()
    (mail,) = mailoutbox
    assert mail.recipients() == [EMAIL]
    assert "\n" not in mail.subject
    assert "bcc" not in {key.lower() for key in mail.message()}


@pytest.mark.parametrize("address", ["a@b.example\nBcc: c@d.example", "a@b.example,c@d.example"])
def test_an_address_that_is_none_gets_no_letter_and_stops_nothing(address):
    """S-14: the forms refuse it; what came another way is refused here."""
    submission = make_submission(sender__email=address)
    letters.received(submission)
    assert not mails().exists()


def test_a_fault_of_the_queue_does_not_lose_the_submission(monkeypatch, caplog):
    def broken(**kwargs):
        raise OSError("no queue")

    monkeypatch.setattr(letters, "queue", broken)
    made = receive(
        kind="san-pham", payload={"title": "Miến"}, key="mot",
        sender={"name": "Nông Thị Mẫu", "email": "mau@thu.example"},
        consents=[ConsentTextFactory()],
    )  # fmt: skip
    assert made.state == State.RECEIVED
    assert "could not be written" in caplog.text
    assert "mau@thu.example" not in caplog.text


def test_with_the_mail_server_down_the_letter_waits(monkeypatch, submission):
    def down(self, *args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", down)
    letters.accepted(submission)
    send_due()
    assert mails().get().sent_at is None
    assert mails().get().text
