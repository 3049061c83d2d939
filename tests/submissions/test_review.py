"""What editors do with a submission."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from showcase.models import StartupPage
from submissions.models import Event, Purpose, Submission, SubmissionFile
from submissions.models.submission import State
from submissions.services import review
from submissions.services.review import ReviewError
from tests.factories.submissions import SubmissionFileFactory
from tests.submissions.reviewing import client_of, house, sent


@pytest.fixture
def staff(db):
    return house()


def state_of(row):
    return Submission.objects.get(pk=row.pk).state


def kinds_of(row):
    return list(row.events.values_list("kind", "public"))


# --- taking, asking, saying -------------------------------------------------------------------
def test_whoever_takes_it_reads_it_and_a_colleague_is_told(staff):
    row = sent()
    review.take(submission=row, user=staff.editor)
    row.refresh_from_db()
    assert (row.state, row.reader) == (State.READING, staff.editor)
    with pytest.raises(ReviewError, match="đang đọc"):
        review.take(submission=row, user=staff.colleague)
    review.take(submission=row, user=staff.colleague, instead=True)
    row.refresh_from_db()
    assert row.reader == staff.colleague


def test_only_the_fields_with_a_note_are_sent_and_a_new_note_takes_the_place_of_the_old(staff):
    row = sent()
    notes = {"title": "Ghi như trên nhãn.", "price_note": "  ", "pictures": "Chụp sáng hơn."}
    review.ask_changes(submission=row, user=staff.editor, notes=notes, words="Gần xong rồi.")
    assert state_of(row) == State.CHANGES
    standing = row.notes.filter(resolved_at=None, sent_at__isnull=False)
    assert dict(standing.values_list("field", "text")) == {
        "title": "Ghi như trên nhãn.", "pictures": "Chụp sáng hơn.",
    }  # fmt: skip
    assert row.events.get(kind=Event.Kind.CHANGES).text == "Gần xong rồi."
    review.ask_changes(submission=row, user=staff.editor, notes={"title": "Bỏ chữ hoa."})
    assert row.notes.filter(resolved_at=None, field="title").get().text == "Bỏ chữ hoa."


@pytest.mark.parametrize(
    ("notes", "words"), [({}, " "), ({"title": " "}, ""), ({"phone; drop": "x"}, "")]
)
def test_nothing_said_or_an_unknown_field_is_refused(staff, notes, words):
    row = sent()
    with pytest.raises(ReviewError):
        review.ask_changes(submission=row, user=staff.editor, notes=notes, words=words)
    assert state_of(row) == State.RECEIVED


def test_a_message_changes_nothing_else(staff):
    row = sent()
    review.message(submission=row, user=staff.editor, words="Chị gửi thêm ảnh nhé.")
    assert state_of(row) == State.RECEIVED
    assert (Event.Kind.MESSAGE, True) in kinds_of(row)
    with pytest.raises(ReviewError):
        review.message(submission=row, user=staff.editor, words=" ")


def test_declining_needs_a_reason_and_stands(staff):
    row = sent()
    with pytest.raises(ReviewError, match="lý do"):
        review.decline(submission=row, user=staff.editor, reason=" ")
    review.decline(submission=row, user=staff.editor, reason="Ngoài địa bàn.")
    row.refresh_from_db()
    assert (row.state, row.decided_at is not None) == (State.DECLINED, True)
    with pytest.raises(ReviewError, match="không đăng"):
        review.accept(submission=row, user=staff.colleague)


def test_a_call_proves_the_number_once_and_who_called_is_kept(staff):
    row = sent(proved=False)
    review.prove_phone(submission=row, user=staff.editor)
    row.sender.refresh_from_db()
    assert row.sender.is_proved
    assert row.sender.phone_proved_by == staff.editor
    with pytest.raises(ReviewError, match="đã được xác nhận"):
        review.prove_phone(submission=row, user=staff.colleague)


def test_spam_is_put_apart_in_silence_and_comes_back_with_a_clock_of_its_own(staff, monkeypatch):
    letters = []
    monkeypatch.setattr("submissions.services.letters.received", letters.append)
    long_ago = timezone.now() - timedelta(days=20)
    row = sent(received_at=long_ago)
    review.mark_suspect(submission=row, user=staff.editor)
    assert state_of(row) == State.SUSPECT
    assert [kind for kind, public in kinds_of(row) if public] == []
    assert letters == []
    review.release_suspect(submission=row, user=staff.editor)
    row.refresh_from_db()
    assert row.state == State.RECEIVED
    assert row.due_at > timezone.now()
    assert letters == [row]


# --- accepting --------------------------------------------------------------------------------
def test_accepting_is_told_and_written_down(staff):
    row = sent()
    pages = review.accept(submission=row, user=staff.editor)
    row.refresh_from_db()
    assert (row.state, row.reader) == (State.ACCEPTED, staff.editor)
    assert [r.page_id for r in row.results.all()] == [page.pk for page in pages]
    assert (Event.Kind.ACCEPTED, True) in kinds_of(row)


def test_a_sender_nobody_reached_is_not_accepted(staff):
    with pytest.raises(ReviewError, match="Đã gọi, đúng số"):
        review.accept(submission=sent(proved=False), user=staff.editor)
    assert not StartupPage.objects.exists()


def test_without_the_consent_to_handle_it_nothing_is_made(staff):
    row = sent()
    row.consents.filter(purpose=Purpose.HANDLING).update(withdrawn_at=timezone.now())
    with pytest.raises(ReviewError, match="rút lại"):
        review.accept(submission=row, user=staff.editor)


def test_a_file_that_waits_for_the_scanner_holds_it_back(staff):
    row = sent()
    SubmissionFileFactory(submission=row, state=SubmissionFile.State.WAITING)
    with pytest.raises(ReviewError, match="mã độc"):
        review.accept(submission=row, user=staff.editor)
    assert state_of(row) == State.RECEIVED


def test_an_infected_file_holds_nothing_back_and_becomes_no_picture(staff):
    row = sent()
    file = SubmissionFileFactory(submission=row, state=SubmissionFile.State.INFECTED)
    review.accept(submission=row, user=staff.editor)
    file.refresh_from_db()
    assert (state_of(row), file.image) == (State.ACCEPTED, None)


def test_an_editor_drops_a_file_of_an_open_submission_only(staff):
    row = sent()
    bad = SubmissionFileFactory(submission=row)
    good = SubmissionFileFactory(submission=row, kind=SubmissionFile.Kind.CERTIFICATE)
    client = client_of(staff.editor)
    assert "Bỏ tệp này" in look(staff.editor, row)[1]

    def drop(user, file):
        return user.post(reverse("submissions_file_drop", args=[row.pk, file.pk])).status_code

    assert drop(client_of(staff.storyteller), bad) == 404
    assert drop(client, bad) == 302
    assert list(row.files.all()) == [good]
    assert row.events.get(kind=Event.Kind.NOTE).by == staff.editor
    review.accept(submission=row, user=staff.editor)
    assert drop(client, good) == 409
    assert "Bỏ tệp này" not in look(staff.editor, row)[1]


def test_the_editor_says_what_is_in_a_picture_before_accepting(staff):
    row, other = sent(), sent()
    file = SubmissionFileFactory(submission=row)
    client, url = (
        client_of(staff.editor),
        reverse("submissions_file_describe", args=[row.pk, file.pk]),
    )
    assert url in look(staff.editor, row)[1]
    assert client.post(url, {"alt": "Miến"}).status_code == 409, "the face is to be answered"
    assert client.post(url, {"alt": " Miến trên giàn ", "mat-nguoi": "co"}).status_code == 302
    file.refresh_from_db()
    assert (file.alt, file.has_person) == ("Miến trên giàn", True)
    foreign = reverse("submissions_file_describe", args=[other.pk, file.pk])
    assert client.post(foreign, {"alt": "x", "mat-nguoi": "khong"}).status_code == 409
    assert client_of(staff.storyteller).post(url, {"mat-nguoi": "khong"}).status_code == 404
    file.refresh_from_db()
    assert file.has_person is True


def test_what_fails_on_the_way_leaves_nothing_behind(staff, monkeypatch):
    def fail(*_args):
        raise ReviewError("giữa chừng")

    row = sent()
    monkeypatch.setattr("showcase.intake.people.release", fail)
    with pytest.raises(ReviewError, match="giữa chừng"):
        review.accept(submission=row, user=staff.editor)
    assert (state_of(row), row.results.count()) == (State.RECEIVED, 0)
    assert not StartupPage.objects.exists()


def test_the_second_of_two_is_told_who_was_quicker(staff):
    row = sent()
    staff.editor.first_name, staff.editor.last_name = "Mai", "Lường"
    staff.editor.save()
    review.accept(submission=row, user=staff.editor)
    with pytest.raises(ReviewError, match="đã nhận hồ sơ này rồi"):
        review.accept(submission=row, user=staff.colleague)
    assert StartupPage.objects.count() == 1


# --- the screen -------------------------------------------------------------------------------
def look(user, row, name="submissions_review"):
    answer = client_of(user).get(reverse(name, args=[row.pk]))
    return answer, answer.content.decode()


def test_the_screen_shows_everything_a_reviewer_needs(staff):
    row = sent(purposes=(Purpose.PHONE,), sender={"tax_code": "006200001234"}, risks=["3 liên kết"])
    answer, text = look(staff.editor, row)
    assert "no-store" in answer["Cache-Control"]
    for part in (
        row.code, "Bàn Thị Mười", 'href="tel:+84987654321"', "006200001234", "3 liên kết",
        "Hiện số điện thoại", "bản ", "Miến dong Nà Khoang", "Nhận, tạo bản nháp",
    ):  # fmt: skip
        assert part in text, part


def test_accepting_leads_to_the_draft_in_the_editor(staff):
    row = sent()
    answer = client_of(staff.editor).post(reverse("submissions_accept", args=[row.pk]))
    page = row.results.first().page
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client_of(staff.editor).get(answer["Location"]).status_code == 200


def test_a_refusal_keeps_what_was_typed(staff):
    row = sent()
    review.decline(submission=row, user=staff.colleague, reason="Trùng.")
    url = reverse("submissions_ask", args=[row.pk])
    answer = client_of(staff.editor).post(url, {"ghi-chu-title": "Sửa tên", "loi": "Lời chung"})
    assert answer.status_code == 409
    assert "không đăng hồ sơ này rồi" in answer.content.decode()


def test_notes_come_from_the_screen_by_field(staff):
    row = sent()
    url = reverse("submissions_ask", args=[row.pk])
    data = {"ghi-chu-title": "Ghi như trên nhãn.", "ghi-chu-tagline": "", "loi": ""}
    assert client_of(staff.editor).post(url, data).status_code == 302
    assert row.notes.get().field == "title"
    assert "Ghi như trên nhãn." in look(staff.editor, row)[1]


def test_what_the_sender_corrected_is_marked_word_by_word(staff):
    row = sent()
    row.versions.create(payload=row.payload | {"price_note": "60.000 đồng/kg"})
    text = look(staff.editor, row)[1]
    assert "Đã sửa từ bản trước" in text
    assert re.search(r'class="deletion">60', text)
    assert re.search(r'class="addition">70', text)


def test_an_address_of_an_act_only_asked_for_leads_back_and_does_nothing(staff):
    row = sent()
    for word in ("accept", "decline", "suspect", "called", "take"):
        answer, _text = look(staff.editor, row, f"submissions_{word}")
        assert answer["Location"] == reverse("submissions_review", args=[row.pk])
    assert state_of(row) == State.RECEIVED


def test_every_screen_refuses_a_post_without_its_token(staff):
    row = sent()
    client = client_of(staff.editor)
    client.handler.enforce_csrf_checks = True
    for word in ("accept", "decline", "ask", "message", "suspect", "called", "take", "release"):
        assert client.post(reverse(f"submissions_{word}", args=[row.pk])).status_code == 403
    assert state_of(row) == State.RECEIVED


# --- the person -------------------------------------------------------------------------------
def test_changing_the_person_is_on_the_record_without_what_was_written(staff):
    row = sent(purposes=(Purpose.PHONE,))
    review.accept(submission=row, user=staff.editor)
    client, url = client_of(staff.editor), reverse("submissions_sender", args=[row.pk])
    data = {"name": "Bàn Thị Mười", "role": "Tổ trưởng", "phone": "0333 444 555", "email": "",
            "zalo": "", "address": ""}  # fmt: skip
    assert client.post(url, data).status_code == 302
    row = Submission.objects.select_related("sender").get(pk=row.pk)
    assert (row.sender.phone, row.sender.is_proved) == ("+84333444555", False)
    assert [c.value for c in row.contacts.all()] == ["0333 444 555"], "the page follows"
    text = client.get(url).content.decode()
    assert "Sửa thông tin người gửi: Số điện thoại, Thư điện tử, Số Zalo, Địa chỉ" in text
    said = str(list(ModelLogEntry.objects.values("label", "data")))
    assert "0333" not in said
    assert "Mười" not in said


def test_one_way_to_the_person_stays(staff):
    row = sent()
    url = reverse("submissions_sender", args=[row.pk])
    answer = client_of(staff.editor).post(url, {"name": "Bàn Thị Mười"})
    assert "Giữ lại ít nhất" in answer.content.decode()
    row.sender.refresh_from_db()
    assert row.sender.phone
