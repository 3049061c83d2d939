"""Sending: once, whole, and not a field more than was asked."""

import unicodedata

import pytest
from django.core import mail
from django.test import Client

from submissions.models import Consent, Draft, Sender, Submission, SubmissionFile
from submissions.models.submission import State
from tests.factories.submissions import DraftFactory, SubmissionFileFactory
from tests.soup import words
from tests.submissions.filling import FORM, hidden, send, soup_of, walk

PLAIN = {"name": "Nông Văn Dũng", "phone": "+84912345678", "email": ""}


def test_S01_a_form_with_three_pictures_is_taken_in_whole(client, clock, filling, picture_file):
    last, data = walk(client, clock, filling)
    shots = [picture_file(colour=(60 * n, 90, 40), name=f"Ảnh {n}.jpg") for n in range(1, 4)]
    answer = client.post(f"{FORM}san-pham/buoc-3/", {"pictures": shots, "act": "next"})
    assert answer["Location"] == f"{FORM}san-pham/buoc-3/?nhan=3", "what is in them comes first"
    files = SubmissionFile.objects.all()
    faces = {f"person-{file.pk}": "0" for file in files} | {f"person-{files[0].pk}": "1"}
    answer = client.post(
        f"{FORM}san-pham/buoc-3/",
        {"act": "next", f"alt-{files[0].pk}": "Bó miến trên bàn", **faces},
    )
    assert answer["Location"] == last
    answer = client.post(last, data | filling.agreed("handling", "phone"))
    submission = Submission.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"{FORM}theo-doi/{submission.token}/bien-nhan/"
    assert submission.state == State.RECEIVED
    assert submission.get_state_display() == "Chờ tiếp nhận"
    assert submission.subject_id == filling.startup.pk
    assert submission.payload["sectors"] == [filling.sector.pk]
    assert [file.alt for file in submission.files.all()] == ["Bó miến trên bàn", "", ""]
    assert [file.has_person for file in submission.files.all()] == [True, False, False]
    sender = Sender.objects.values("name", "phone", "email").get()
    assert sender == PLAIN
    given = Consent.objects.values_list("purpose", "text__version", "way")
    assert set(given) == {("handling", 1, "web"), ("phone", 1, "web")}
    assert not Draft.objects.exists()


def test_S01_the_receipt_names_code_time_link_and_what_comes_next(client, clock, filling):
    answer, submission = send(client, clock, filling)
    receipt = client.get(answer["Location"])
    main = words(soup_of(receipt).main)
    spelled = "-".join(submission.token[at : at + 4] for at in range(0, 26, 4)).upper()
    assert submission.code in main
    assert "Phường trả lời trước 17:00, 30/11/2026" in main
    assert submission.status_url in main
    assert spelled in main
    assert "0912 345 ***" in main
    assert "0912 345 678" not in receipt.content.decode()
    code = client.get(soup_of(receipt).select_one(".qr img")["src"])
    assert code["Content-Type"] == "image/svg+xml"
    for page in (receipt, code):
        assert page["Cache-Control"] == "no-store, private"
        assert page["Referrer-Policy"] == "no-referrer"
        assert page["X-Robots-Tag"].startswith("noindex")
    assert not soup_of(receipt).select("[property='og:url'], [rel=canonical]")


def test_S01_nothing_of_it_is_public(client, clock, filling, home):
    _answer, submission = send(client, clock, filling, "handling", "phone", "name")
    for address in ("/", "/trung-bay/", "/tim-kiem/?q=mien", "/sitemap.xml", filling.startup.url):
        text = client.get(address).content.decode()
        assert submission.title not in text
        assert "Nông Văn Dũng" not in text


def test_S08_the_same_click_twice_is_one_submission_and_one_receipt(client, clock, filling):
    last, data = walk(client, clock, filling)
    data |= filling.agreed()
    first = client.post(last, data)
    assert "nhap" in first.cookies
    assert first.cookies["nhap"].value == ""
    again = client.post(last, data)
    assert again["Location"] == first["Location"]
    assert Submission.objects.count() == 1


def test_S08_back_with_the_old_cookie_leads_to_the_same_receipt(client, clock, filling):
    last, data = walk(client, clock, filling)
    cookie = client.cookies["nhap"].value
    first = client.post(last, data | filling.agreed())
    client.cookies["nhap"] = cookie
    again = client.post(last, data | filling.agreed())
    assert again["Location"] == first["Location"]
    assert Submission.objects.count() == 1


def test_S08_everything_at_once_is_sent_once_too(client, clock, filling):
    address = f"{FORM}san-pham/gui/"
    data = hidden(client.get(address)) | filling.who() | filling.what() | filling.agreed()
    clock.shift(30)
    first, again = client.post(address, data), client.post(address, data)
    assert first.status_code == 302
    assert again["Location"] == first["Location"]
    assert Submission.objects.count() == 1


def test_S05_composed_and_decomposed_letters_are_stored_alike(client, clock, filling):
    stored = []
    for number, form in enumerate(("NFC", "NFD")):
        title = unicodedata.normalize(form, "Miến dong sợi tráng tay Nà Ỏi")
        name = unicodedata.normalize(form, "Nông Thị Hồng")
        who = filling.who(name=name, phone=f"091234567{number}")
        _answer, submission = send(client, clock, filling, who=who, what=filling.what(title=title))
        stored.append(submission)
    first, second = stored
    assert first.payload == second.payload
    assert first.sender.name == second.sender.name == "Nông Thị Hồng"
    assert first.folded_title == second.folded_title
    assert first.risks == []
    assert second.risks == [f"Trùng tên với hồ sơ khác gửi trong 24 giờ: {first.code}"]


def test_S07_without_a_token_or_from_another_site_nothing_is_stored(clock, filling, client):
    strict = Client(enforce_csrf_checks=True)
    first = f"{FORM}san-pham/buoc-1/"
    page = strict.get(first)
    data = hidden(page) | filling.who()
    none = {key: value for key, value in data.items() if key != "csrfmiddlewaretoken"}
    assert strict.post(first, none).status_code == 403
    other = Client(enforce_csrf_checks=True)
    strange = hidden(other.get(first))["csrfmiddlewaretoken"]
    assert strict.post(first, data | {"csrfmiddlewaretoken": strange}).status_code == 403
    evil = {"HTTP_ORIGIN": "https://evil.example"}
    assert strict.post(first, data, **evil).status_code == 403
    one = f"{FORM}san-pham/gui/"
    assert strict.post(one, none | filling.what() | filling.agreed()).status_code == 403
    assert not Draft.objects.exists()
    assert not Submission.objects.exists()
    assert strict.post(first, data).status_code == 302


EXTRA = {
    "status": "published", "state": "published", "live": "1", "owner": "1", "reviewer": "1",
    "reader": "1", "channel": "counter", "code": "HS-26-AAAA", "origin": "1", "risks": "[]",
    "phone_proved_at": "2026-01-01", "email_proved_at": "2026-01-01", "is_superuser": "1",
    "suspect": "", "way": "paper", "recorded_by": "1", "payload": "{}", "subject": "1",
    "tax_code": "0100233488", "meta": "x", "seen": "0",
}  # fmt: skip


@pytest.mark.parametrize("at_once", [False, True])
def test_S18_fields_nobody_asked_for_are_ignored(client, clock, filling, at_once):
    if at_once:
        address = f"{FORM}san-pham/gui/"
        data = hidden(client.get(address)) | EXTRA | filling.who() | filling.what()
        clock.shift(30)
        client.post(address, data | filling.agreed())
    else:
        who, what = EXTRA | filling.who(), EXTRA | filling.what()
        last, data = walk(client, clock, filling, who=who, what=what)
        client.post(last, EXTRA | data | filling.agreed())
    submission = Submission.objects.get()
    assert (submission.state, submission.channel) == (State.RECEIVED, "web")
    assert submission.reader is None
    assert submission.origin is None
    assert submission.code != "HS-26-AAAA"
    assert not submission.sender.is_proved
    assert submission.sender.tax_code == ""
    assert set(submission.payload) == {
        "title", "product_kind", "tagline", "sectors", "readiness", "problem", "solution",
        "for_whom", "price_note", "buy_at", "website", "ocop_stars",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "A\r\nBcc: x@y.z"),
        ("email", "a@b.vn\nBcc: c@d.vn"),
        ("email", "a@b.vn\r\nBcc: c@d.vn"),
        ("email", "a@b.vn, c@d.vn"),
        ("email", "a@b.vn;c@d.vn"),
        ("email", "Ai đó <a@b.vn>"),
        ("email", "a@b.vn\x00"),
    ],
)
def test_S14_lines_of_a_letter_head_do_not_get_into_a_letter(client, clock, filling, field, value):
    first = f"{FORM}san-pham/buoc-1/"
    data = hidden(client.get(first)) | filling.who(**{field: value})
    answer = client.post(first, data)
    assert answer.status_code == 400
    said = words(soup_of(answer).select_one(f"#id_{field}_error"))
    assert "trên một dòng" in said if field == "name" else "Địa chỉ thư chưa đúng" in said
    assert not Draft.objects.exists()
    assert not mail.outbox


def test_S16_the_cookie_of_one_draft_shows_nothing_of_another(client, clock, filling):
    DraftFactory(kind="san-pham", key="nguoi-khac", answers={"1": {"name": ["Người Khác"]}})
    other = SubmissionFileFactory(draft=DraftFactory(kind="san-pham", key="nua"))
    walk(client, clock, filling)
    page = client.get(f"{FORM}san-pham/buoc-1/").content.decode()
    assert "Nông Văn Dũng" in page
    assert "Người Khác" not in page
    assert client.get(f"{FORM}san-pham/tep/{other.pk}/nho/").status_code == 404
    client.post(f"{FORM}san-pham/buoc-3/", {"act": f"remove-{other.pk}"})
    assert SubmissionFile.objects.filter(pk=other.pk).exists()
    for wrong in ("", "nguoi-kha", "' or 1=1", "x" * 5000):
        client.cookies["nhap"] = wrong
        page = client.get(f"{FORM}san-pham/buoc-1/").content.decode()
        assert "Nông Văn Dũng" not in page
        assert "Người Khác" not in page


def test_a_draft_of_yesterday_is_not_shown(client, clock, filling):
    walk(client, clock, filling)
    clock.shift(24 * 3600)
    answer = client.get(f"{FORM}san-pham/buoc-2/")
    assert answer["Location"] == f"{FORM}san-pham/buoc-1/"
    assert "Nông Văn Dũng" not in client.get(answer["Location"]).content.decode()
