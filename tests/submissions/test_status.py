"""The status page reads like a parcel tracker, and says what can be done."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from home.models import SiteIdentity
from submissions.models import DataRequest, Event, Purpose
from submissions.models.submission import Channel, State
from submissions.services.record import note
from submissions.tracker import Tracker
from tests.factories.submissions import DataRequestFactory, FieldNoteFactory, SubmissionFactory
from tests.soup import assert_whole, read, texts, words
from tests.submissions.entry import PHONE, agree, make_entry, make_submission, register

pytestmark = pytest.mark.usefixtures("home")


def steps(submission):
    return [(step.label, step.state) for step in Tracker(submission).steps]


def prove(submission):
    submission.sender.phone_proved_at = timezone.now()
    submission.sender.save()


def test_just_received_it_waits_for_the_proof_of_the_address(client):
    submission = make_submission()
    assert steps(submission)[:3] == [
        ("Đã nhận", "done"), ("Xác nhận liên hệ", "now"), ("Đang đọc", "next"),
    ]  # fmt: skip
    soup = read(client, submission.status_path)
    assert_whole(soup)
    assert words(soup.select_one(".code")) == submission.code
    assert soup.select_one("[aria-current=step] input[name=code]")
    assert "m***@thu.example" in words(soup.main)
    assert PHONE not in str(soup)


@pytest.mark.parametrize("state", [State.RECEIVED, State.READING, State.CHANGES, State.ACCEPTED])
def test_wherever_it_stands_the_code_can_be_typed_in_below_the_words_that_say_so(client, state):
    soup = read(client, make_submission(state=state).status_path)
    (step,) = [row for row in soup.select(".trk li") if "Gõ mã trong thư" in words(row)]
    assert step.select_one("input[name=code]")
    assert len(soup.select("input[name=code]")) == 1


def test_what_the_staff_keyed_in_counts_as_proved():
    submission = make_submission(channel=Channel.COUNTER)
    assert steps(submission)[1] == ("Đã xác nhận liên hệ", "done")


@pytest.mark.parametrize(
    ("state", "now", "heading"),
    [
        (State.RECEIVED, ["Đang đọc"], "Đã nhận hồ sơ của bạn"),
        (State.READING, ["Đang đọc"], "Ban biên tập đang đọc hồ sơ của bạn"),
        (State.CHANGES, ["Cần sửa"], "Hồ sơ cần bạn sửa mấy chỗ"),
        (State.ACCEPTED, ["Soạn và duyệt"], "Hồ sơ được nhận, đang soạn trang"),
        (State.PUBLISHED, [], "Trang của bạn đã lên"),
        (State.DECLINED, ["Không đăng"], "Hồ sơ này không đăng được"),
        (State.WITHDRAWN, ["Bạn đã rút hồ sơ"], "Hồ sơ đã rút"),
        (State.SUSPECT, ["Đang đọc"], "Đã nhận hồ sơ của bạn"),
    ],
)
def test_each_state_has_its_heading_and_one_step_at_most_is_now(client, state, now, heading):
    submission = make_submission(state=state)
    prove(submission)
    assert [label for label, at in steps(submission) if at == "now"] == now
    soup = read(client, submission.status_path)
    assert words(soup.h1) == heading
    assert_whole(soup)
    assert len(soup.select("[aria-current=step]")) == len(now)


def test_a_suspect_reads_word_for_word_like_one_just_received(client):
    """S-12: nobody learns what gave him away."""
    pages = []
    for state in (State.RECEIVED, State.SUSPECT):
        submission = make_submission(state=state)
        text = str(read(client, submission.status_path).main)
        pages.append(text.replace(submission.token, "T").replace(submission.code, "C"))
    assert pages[0] == pages[1]
    assert "rác" not in pages[1]


def test_notes_stand_beside_their_fields_with_a_way_to_mend_each(client):
    submission = make_submission(kind="san-pham", state=State.CHANGES)
    FieldNoteFactory(submission=submission, sent_at=timezone.now())
    FieldNoteFactory(submission=submission, field="pictures", text="Chụp lại ngoài trời.")
    FieldNoteFactory(submission=submission, text="Đã xong.", resolved_at=timezone.now())
    note(submission, Event.Kind.CHANGES, "Nhờ bạn sửa hai chỗ.")
    now = read(client, submission.status_path).select_one("[aria-current=step]")
    said = words(now)
    for text in ("Nói rõ làm từ gì.", "Ảnh", "Chụp lại ngoài trời.", "Nhờ bạn sửa hai chỗ."):
        assert text in said
    assert "Đã xong." not in said
    buttons = now.select("button[name=o]")
    assert [button["value"] for button in buttons] == ["tagline", "pictures"]
    assert {words(button) for button in buttons} == {"Sửa chỗ này"}


def test_internal_notes_and_names_of_the_staff_are_not_shown(client):
    submission = make_submission(state=State.READING)
    note(submission, Event.Kind.NOTE, "Người này hay gọi điện.", public=False)
    assert "hay gọi điện" not in read(client, submission.status_path).get_text()


def test_what_was_answered_moves_below_and_the_news_stay_in_the_step(client):
    submission = make_submission(state=State.READING)
    now = timezone.now()
    for minutes, kind, text in [
        (3, Event.Kind.MESSAGE, "Lời cũ"),
        (2, Event.Kind.ANSWERED, "Trả lời của tôi"),
        (1, Event.Kind.MESSAGE, "Lời mới"),
    ]:
        event = note(submission, kind, text)
        Event.objects.filter(pk=event.pk).update(at=now - timedelta(minutes=minutes))
    prove(submission)
    soup = read(client, submission.status_path)
    assert "Lời mới" in words(soup.select_one("[aria-current=step]"))
    assert "Lời cũ" not in words(soup.select_one("[aria-current=step]"))
    assert "Trả lời của tôi" in words(soup.select_one("details"))


def test_declined_it_gives_the_reason_and_stops_there(client):
    submission = make_submission(state=State.DECLINED)
    note(submission, Event.Kind.DECLINED, "Sản phẩm không ở phường này.")
    assert "Sản phẩm không ở phường này." in words(
        read(client, submission.status_path).select_one("[aria-current=step]")
    )
    assert steps(submission)[-1] == ("Không đăng", "now")


def test_markup_in_any_word_is_shown_as_it_was_typed(client):
    """X-01."""
    nasty = "<script>alert(1)</script>{{7*7}}"
    submission = make_submission(title=nasty, state=State.CHANGES, sender__name=nasty)
    FieldNoteFactory(submission=submission, text=nasty)
    note(submission, Event.Kind.MESSAGE, nasty)
    soup = read(client, submission.status_path)
    assert not [tag for tag in soup.select("script") if "alert" in tag.get_text()]
    assert words(soup.main).count("<script>alert(1)</script>{{7*7}}") == 3


def test_published_it_gives_the_addresses_of_what_can_be_seen_alone(client, monkeypatch):
    register(monkeypatch)
    entry = make_entry()
    hidden = entry.product
    hidden.live = False
    hidden.save()
    soup = read(client, entry.submission.status_path)
    assert [entry.startup.url] == [
        link["href"] for link in soup.select(".facts a") if "/trung-bay/" in link["href"]
    ]
    assert ("Đã đăng", "done") in steps(entry.submission)


def test_later_corrections_stand_there_with_their_states(client, monkeypatch):
    register(monkeypatch)
    entry = make_entry()
    SubmissionFactory(kind="sua-thong-tin", title="Sửa: giá", origin=entry.submission,
                      state=State.READING)  # fmt: skip
    main = words(read(client, entry.submission.status_path).main)
    assert "Sửa: giá" in main
    assert "Đang đọc" in main


def test_it_offers_what_can_be_done_in_its_state_and_nothing_else(client, monkeypatch):
    register(monkeypatch)
    begun, ended = make_submission(), make_submission(state=State.DECLINED)
    on_site = make_entry().submission
    offers = {
        row.pk: " ".join(texts(read(client, row.status_path), ".facts li"))
        for row in (begun, ended, on_site)
    }
    assert "Sửa thông tin đã gửi" in offers[begun.pk]
    assert "Rút hồ sơ" in offers[begun.pk]
    assert "Sửa thông tin" not in offers[ended.pk]
    assert "Rút hồ sơ" not in offers[ended.pk]
    assert "Rút hồ sơ, gỡ trang" in offers[on_site.pk]
    assert "Sửa thông tin đã đăng: Miến sợi vàng" in offers[on_site.pk]
    for each in offers.values():
        for always in ("Xóa dữ liệu của tôi", "Tải dữ liệu của tôi", "Đổi đường dẫn này"):
            assert always in each


def test_it_names_the_telephone_and_hours_of_the_unit(client):
    from wagtail.models import Site

    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    identity.phone, identity.hours = "0209 000 000", "Thứ Hai đến thứ Sáu"
    identity.save()
    soup = read(client, make_submission().status_path)
    assert soup.select_one('.facts a[href="tel:0209000000"]')
    assert "Thứ Hai đến thứ Sáu" in words(soup.main)


def test_requests_show_when_they_are_answered(client):
    submission = make_submission()
    DataRequestFactory(submission=submission, kind=DataRequest.Kind.ERASE)
    DataRequestFactory(submission=submission, done_at=timezone.now(), answer="Đã gửi qua thư.")
    main = words(read(client, submission.status_path).main)
    assert "Trả lời trước 17:00" in main
    assert "Đã gửi qua thư." in main


def test_every_act_is_a_post_and_opening_its_address_changes_nothing(client):
    submission = make_submission(state=State.READING)
    before = (submission.state, submission.digest, submission.events.count())
    for name in ("answer", "correct", "confirm", "withdraw", "renew", "code", "resend",
                 "consents", "request", "data"):  # fmt: skip
        client.get(reverse(f"submissions_{name}", args=[submission.token]))
    submission.refresh_from_db()
    assert (submission.state, submission.digest, submission.events.count()) == before
    assert not submission.requests.exists()


def test_an_empty_message_is_refused_beside_its_field_and_what_is_too_long_is_kept(client):
    submission = make_submission()
    address = reverse("submissions_answer", args=[submission.token])
    for text, said in [(" \u200b ", "Viết lời nhắn"), ("dài " * 600, "Bớt ")]:
        answer = client.post(address, {"text": text})
        assert answer.status_code == 400
        soup = read_again(answer)
        assert said in words(soup.select_one("#loi-nhan-loi"))
        assert said in words(soup.select_one(".esum"))
        assert soup.select_one("#loi-nhan").get_text().strip("\n")[:20] == text[:20].strip("\n")
    assert not submission.events.filter(kind=Event.Kind.ANSWERED).exists()


def read_again(answer):
    from bs4 import BeautifulSoup

    return BeautifulSoup(answer.content.decode(), "html.parser")


def test_its_queries_do_not_grow_with_the_record(client):
    few, many = make_submission(state=State.READING), make_submission(state=State.READING)
    agree(many, Purpose.PHONE)
    for number in range(30):
        note(many, Event.Kind.MESSAGE, f"Lời {number}")
        FieldNoteFactory(submission=many)
    counts = []
    client.get(few.status_path)
    for submission in (few, many):
        with CaptureQueriesContext(connection) as queries:
            client.get(submission.status_path)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] < 40
