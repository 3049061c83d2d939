"""Spam without third parties, and how much one place may send."""

import logging
import time

import pytest
import time_machine
from django.core import mail, signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from submissions import spam
from submissions.models import Draft, IntakeSettings, Submission
from submissions.models.submission import State
from tests.factories.submissions import EventCodeFactory, SubmissionFactory
from tests.soup import words
from tests.submissions.filling import FORM, hidden, send, soup_of, walk

GOOGLE_DNS = {"REMOTE_ADDR": "8.8.8.8"}


def at_once(client, filling, **more):
    """Everything in one request, as a program does."""
    address = f"{FORM}san-pham/gui/"
    data = hidden(client.get(address)) | filling.who() | filling.what() | filling.agreed()
    return address, data | more


# --- S-12 -----------------------------------------------------------------------------------------
def test_S12_what_fills_in_the_hidden_field_gets_the_same_answer_and_is_kept_apart(
    client, clock, filling
):
    who = filling.who(email="dung@mau.example") | {spam.BAIT: "http://mua-ngay.example"}
    answer, submission = send(client, clock, filling, who=who)
    assert answer.status_code == 302
    receipt = client.get(answer["Location"])
    assert submission.code in receipt.content.decode()
    assert submission.state == State.SUSPECT
    assert not Submission.objects.waiting().exists()
    assert not mail.outbox


def test_S12_what_fills_it_in_at_the_last_step_too(client, clock, filling):
    last, data = walk(client, clock, filling)
    client.post(last, data | filling.agreed() | {spam.BAIT: "x"})
    assert Submission.objects.get().state == State.SUSPECT


def test_S12_half_a_second_is_too_fast_for_a_person(client, clock, filling):
    address, data = at_once(client, filling)
    clock.shift(0.5)
    assert client.post(address, data).status_code == 302
    assert Submission.objects.get().state == State.SUSPECT


def test_S12_three_seconds_and_no_script_pass(client, clock, filling):
    address, data = at_once(client, filling)
    clock.shift(3)
    assert client.post(address, data).status_code == 302
    assert Submission.objects.get().state == State.RECEIVED


@pytest.mark.parametrize("stamp", ["", "1", "1764032400:abc:def", None])
def test_S12_a_stamp_that_is_missing_or_forged_is_suspect(client, clock, filling, stamp):
    address, data = at_once(client, filling)
    clock.shift(30)
    data["stamp"] = signing.dumps(1764032400.0, salt="other") if stamp is None else stamp
    assert client.post(address, data).status_code == 302
    assert Submission.objects.get().state == State.SUSPECT


def test_a_stamp_of_yesterday_shows_the_form_again_with_everything_in_it(client, clock, filling):
    first = f"{FORM}san-pham/buoc-1/"
    data = hidden(client.get(first)) | filling.who()
    clock.shift(24 * 3600 + 1)
    answer = client.post(first, data)
    assert answer.status_code == 400
    soup = soup_of(answer)
    assert "đã quá một ngày" in words(soup.select_one(".esum"))
    assert soup.select_one("#id_name")["value"] == "Nông Văn Dũng"
    assert not Draft.objects.exists()
    again = client.post(first, hidden(answer) | filling.who())
    assert again.status_code == 302


# --- S-10 -----------------------------------------------------------------------------------------
def test_S10_the_sixth_in_ten_minutes_waits_and_others_do_not(client, clock, filling):
    for number in range(5):
        answer, _sent = send(client, clock, filling, what=filling.what(title=f"Miến {number}"),
                             **GOOGLE_DNS)  # fmt: skip
        assert answer.status_code == 302
    last, data = walk(client, clock, filling, **GOOGLE_DNS)
    answer = client.post(last, data | filling.agreed(), **GOOGLE_DNS)
    assert answer.status_code == 429
    assert answer["Retry-After"] == "600"
    assert answer["Cache-Control"] == "no-store, private"
    assert "còn nguyên trong bản nháp" in words(soup_of(answer).main)
    assert Submission.objects.count() == 5
    assert client.get(last).status_code == 200  # nothing typed is lost
    other = client.post(last, data | filling.agreed(), REMOTE_ADDR="9.9.9.9")
    assert other.status_code == 302
    clock.shift(601)
    assert send(client, clock, filling, **GOOGLE_DNS)[0].status_code == 302


def test_S10_the_limit_is_a_setting_and_a_second_click_is_not_counted(client, clock, filling):
    rules = IntakeSettings.load()
    rules.limit_count = 1
    rules.save()
    last, data = walk(client, clock, filling)
    assert client.post(last, data | filling.agreed()).status_code == 302
    assert client.post(last, data | filling.agreed()).status_code == 302
    last, data = walk(client, clock, filling)
    assert client.post(last, data | filling.agreed()).status_code == 429


def test_S10_an_address_by_mail_has_a_limit_of_its_own(client, clock, filling):
    rules = IntakeSettings.load()
    rules.email_limit = 2
    rules.save()
    answers = []
    for number in range(3):
        who = filling.who(email="Dung@mau.example" if number else "dung@mau.example")
        answer, _sent = send(client, clock, filling, who=who, REMOTE_ADDR=f"9.9.9.{number}")
        answers.append(answer.status_code)
    assert answers == [302, 302, 429]


def test_S10_the_proxy_says_who_sends_and_nobody_else(client, clock, filling, settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    rules = IntakeSettings.load()
    rules.limit_count = 1
    rules.save()
    seen = []
    for number in range(2):
        by_proxy = {"HTTP_X_FORWARDED_FOR": f"1.1.1.1, 7.7.7.{number}"}
        seen.append(send(client, clock, filling, **by_proxy)[0].status_code)
    for number in range(2):
        forged = {"REMOTE_ADDR": "6.6.6.6", "HTTP_X_FORWARDED_FOR": f"5.5.5.{number}"}
        seen.append(send(client, clock, filling, **forged)[0].status_code)
    assert seen == [302, 302, 302, 429]


def test_a_code_of_a_training_evening_lifts_the_limit(client, clock, filling):
    rules = IntakeSettings.load()
    rules.limit_count = 1
    rules.save()
    code = EventCodeFactory(limit_count=3, valid_until=timezone.now() + timezone.timedelta(hours=3))
    answers = []
    for number in range(4):
        first = f"{FORM}san-pham/buoc-1/?ma={code.code.upper()}"
        page = client.get(first)
        assert hidden(page)["ma"] == code.code.upper()
        who = hidden(page) | filling.who()
        what = filling.what(title=f"Miến {number}")
        answers.append(send(client, clock, filling, who=who, what=what)[0].status_code)
    assert answers == [302, 302, 302, 429]
    last, data = walk(client, clock, filling)
    for wrong in ("khong-co", code.code + "x"):
        client.post(last, data | filling.agreed() | {"ma": wrong})
    clock.shift(3 * 3600)
    last, data = walk(client, clock, filling)
    assert client.post(last, data | filling.agreed()).status_code == 302
    last, data = walk(client, clock, filling)
    late = client.post(last, data | filling.agreed() | {"ma": code.code})
    assert late.status_code == 429


def test_everybody_together_sends_no_more_a_second_than_the_site_takes(
    client, clock, filling, settings
):
    settings.SUBMISSIONS_PER_SECOND = 2
    last, data = walk(client, clock, filling)
    codes = []
    with time_machine.travel(time.time(), tick=False):
        for _number in range(3):
            codes.append(client.post(f"{FORM}san-pham/gui/", {}).status_code)
        answer = client.post(last, data | filling.agreed())
    assert codes == [400, 400, 503]
    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert not Submission.objects.exists()
    clock.shift(2)
    assert client.post(last, data | filling.agreed()).status_code == 302


def test_pictures_and_beginnings_have_a_generous_limit(client, clock, filling, monkeypatch):
    monkeypatch.setattr(spam, "may_upload", lambda request, known, count: False)
    walk(client, clock, filling)
    upload = SimpleUploadedFile("a.jpg", b"x", "image/jpeg")
    answer = client.post(f"{FORM}san-pham/buoc-3/", {"pictures": upload, "act": "next"})
    assert answer.status_code == 429


def test_pictures_are_counted_alike_with_and_without_a_script_and_a_class_has_more(
    client, clock, filling, monkeypatch
):
    monkeypatch.setattr(spam, "FILES_AN_HOUR", 4)
    event = EventCodeFactory(limit_count=1)
    step, script = f"{FORM}san-pham/buoc-3/", f"{FORM}san-pham/anh/"

    def three():
        return [SimpleUploadedFile(f"{n}.jpg", b"x", "image/jpeg") for n in range(3)]

    walk(client, clock, filling)
    assert client.post(step, {"pictures": three(), "act": "next"}).status_code == 400
    assert client.post(script, {"file": three()[0]}).status_code == 400
    assert client.post(script, {"file": three()[0]}).status_code == 429
    assert client.post(step, {"pictures": three()[0], "act": "next"}).status_code == 429
    coded = Client()
    walk(coded, clock, filling, who=filling.who(ma=event.code))
    codes = [coded.post(step, {"pictures": three(), "act": "next"}).status_code for _n in range(3)]
    assert codes == [400] * 3
    assert coded.post(script, {"file": three()[0]}).status_code == 429


# --- what a reviewer is told ----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "risk"),
    [
        ("Xem http://a.vn và https://b.vn và www.c.vn", "Nhiều đường dẫn trong lời kể"),
        ("Купить дешёвые товары здесь", "Viết bằng chữ nước ngoài"),
        ("便宜的产品在这里", "Viết bằng chữ nước ngoài"),
        ("buy cheap pills here now " * 12, "Lời kể không có dấu tiếng Việt"),
    ],
)
def test_signs_of_spam_are_told_in_words(db, text, risk):
    assert spam.risks(title="Một tên", texts=[text], sender={}) == [risk]


def test_an_honest_text_has_no_signs(db):
    text = "Miến từ củ dong riềng, xem thêm ở https://mien.example. " * 2
    assert spam.risks(title="Miến", texts=[text], sender={}) == []


def test_the_same_title_is_a_sign_from_another_sender_of_the_same_day_alone(clock, db):
    first = SubmissionFactory(title="MIẾN DONG Nà Ỏi")
    words_of = lambda **sender: spam.risks(title="miến dong nà ỏi", texts=[], sender=sender)  # noqa: E731
    assert words_of(phone="+84999999999") == [
        f"Trùng tên với hồ sơ khác gửi trong 24 giờ: {first.code}"
    ]
    assert words_of(phone=first.sender.phone) == []
    clock.shift(24 * 3600 + 1)
    assert words_of(phone="+84999999999") == []


def test_a_refusal_leaves_one_line_without_a_word_of_the_person(client, clock, filling, caplog):
    first = f"{FORM}san-pham/buoc-1/"
    data = hidden(client.get(first)) | filling.who(phone="0912", email="dung@")
    with caplog.at_level(logging.INFO, "submissions"):
        client.post(first, data)
    (line,) = [row.getMessage() for row in caplog.records if row.name.startswith("submissions")]
    assert line == "a form of kind san-pham was refused at who: email, phone"
