"""What the sender does: answers, corrects, withdraws; and what publication means to him."""

import sys
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.urls import path, reverse
from django.utils import timezone

from core.models import BasePage
from mailing.models import OutgoingMail
from submissions.models import Event, Result
from submissions.models.submission import State
from submissions.services import sender
from submissions.services.publication import page_is_out
from submissions.services.record import note
from tests.factories.accounts import UserFactory
from tests.factories.showcase import StartupPageFactory
from tests.factories.submissions import DraftFactory, FieldNoteFactory, SubmissionFileFactory
from tests.factories.workflow import fresh
from tests.submissions.entry import EMAIL, make_entry, make_submission, register
from workflow.services import publish_by_system

pytestmark = pytest.mark.usefixtures("home")


def kinds_of(submission):
    return list(submission.events.values_list("kind", flat=True))


# --- answering --------------------------------------------------------------------------------
def test_an_answer_goes_on_the_record_and_back_to_whoever_reads_it():
    reader = UserFactory(email="doc@mau.example")
    submission = make_submission(state=State.CHANGES, reader=reader, due_at=None)
    sender.answer(submission=submission, text="  Không có ảnh khác.\r\nDùng ảnh này nhé. ")
    assert submission.state == State.READING
    assert submission.due_at > timezone.now()
    assert submission.events.last().text == "Không có ảnh khác.\nDùng ảnh này nhé."
    letter = OutgoingMail.objects.get(to_user=reader)
    assert "ảnh khác" not in letter.text


@pytest.mark.parametrize("state", [State.RECEIVED, State.ACCEPTED, State.PUBLISHED, State.SUSPECT])
def test_an_answer_leaves_any_other_state_as_it_is(state):
    submission = make_submission(state=state)
    sender.answer(submission=submission, text="Bao giờ đăng?")
    assert submission.state == state
    assert not OutgoingMail.objects.exists()


def test_an_answer_of_invisible_characters_is_none():
    submission = make_submission()
    for text in ("", " \n", "\u200b\u200e", "...", "\x00"):
        with pytest.raises(ValidationError):
            sender.answer(submission=submission, text=text)


# --- correcting -------------------------------------------------------------------------------
def corrected(submission, **changes):
    payload = submission.payload | {
        key: value for key, value in changes.items() if key in submission.payload
    }
    person = {key: value for key, value in changes.items() if key not in submission.payload}
    draft = changes.get("draft")
    person.pop("draft", None)
    return sender.correct(submission, payload, person, draft)


def test_a_correction_takes_the_place_keeps_the_old_and_settles_the_notes():
    submission = make_submission(kind="san-pham", state=State.CHANGES, reader=UserFactory())
    old = dict(submission.payload)
    met = FieldNoteFactory(submission=submission, field="tagline")
    unmet = FieldNoteFactory(submission=submission, field="readiness")
    corrected(submission, tagline="Miến củ dong đỏ.", title="Miến dong đỏ")
    assert submission.payload["tagline"] == "Miến củ dong đỏ."
    assert submission.title == "Miến dong đỏ"
    assert submission.versions.get().payload == old
    met.refresh_from_db()
    unmet.refresh_from_db()
    assert met.resolved_at is not None
    assert unmet.resolved_at is None
    assert submission.state == State.READING
    assert kinds_of(submission)[-1] == Event.Kind.CORRECTED
    assert "Miến củ dong đỏ" not in submission.events.last().text


def test_the_same_answers_again_keep_no_second_version():
    submission = make_submission(kind="san-pham", state=State.READING)
    corrected(submission)
    assert not submission.versions.exists()


def test_a_new_address_or_number_must_be_proved_anew():
    submission = make_submission(kind="san-pham")
    person = submission.sender
    person.email_proved_at = person.phone_proved_at = timezone.now()
    person.save()
    corrected(submission, email="moi@thu.example", phone="+84987000111")
    person = fresh(person)
    assert (person.email_proved_at, person.phone_proved_at) == (None, None)
    assert OutgoingMail.objects.get().to == "moi@thu.example"
    submission = make_submission(kind="san-pham")
    submission.sender.phone_proved_at = timezone.now()
    submission.sender.save()
    corrected(submission, email=EMAIL, name="Tên viết lại")
    assert fresh(submission.sender).phone_proved_at is not None


def test_files_of_the_draft_move_behind_those_that_came_before(settings, tmp_path):
    settings.QUARANTINE_ROOT = tmp_path
    submission = make_submission(kind="san-pham", state=State.CHANGES)
    FieldNoteFactory(submission=submission, field="pictures")
    SubmissionFileFactory(submission=submission, order=0)
    draft = DraftFactory(origin=submission)
    file = ContentFile(b"\xff\xd8\xff\xd9", name="b.jpg")
    SubmissionFileFactory(draft=draft, order=0, name="moi.jpg", file=file)
    corrected(submission, draft=draft)
    assert [row.name for row in submission.files.all()] == ["IMG_2041.jpg", "moi.jpg"]
    assert not submission.drafts.exists()
    assert submission.notes.get().resolved_at is not None


@pytest.mark.parametrize(
    "state", [State.ACCEPTED, State.PUBLISHED, State.DECLINED, State.WITHDRAWN, State.ERASED]
)
def test_what_is_decided_is_not_corrected_in_place(state):
    submission = make_submission(kind="san-pham", state=state)
    with pytest.raises(ValidationError):
        corrected(submission, tagline="Khác hẳn.")
    assert fresh(submission).payload == submission.payload


def test_a_suspect_may_correct_and_stays_one_without_a_letter():
    submission = make_submission(kind="san-pham", state=State.SUSPECT)
    corrected(submission, tagline="Khác.", email="moi@thu.example")
    assert submission.state == State.SUSPECT
    assert not OutgoingMail.objects.exists()


def test_the_button_beside_a_note_leads_to_the_step_of_its_field(client, monkeypatch):
    class Nothing(Exception):
        """As the real one."""

    begun = []

    def begin(submission, page=None):
        begun.append((submission.pk, page and page.pk))
        if submission.state == State.DECLINED:
            raise Nothing
        return SimpleNamespace(kind="san-pham", key="khoa")

    def hand_out(response: HttpResponse, kind: str, key: str) -> HttpResponse:
        response.set_cookie(f"nhap_{kind}", key)
        return response

    from submissions import urls

    correcting = SimpleNamespace(begin=begin, NothingToCorrectError=Nothing)
    monkeypatch.setitem(sys.modules, "submissions.drafts", SimpleNamespace(hand_out=hand_out))
    monkeypatch.setitem(sys.modules, "submissions.services.correcting", correcting)
    monkeypatch.setattr("submissions.services.correcting", correcting, raising=False)
    if not any(getattr(row, "name", "") == "submissions_step" for row in urls.urlpatterns):
        step = path("gui-gioi-thieu/<slug:kind>/buoc-<int:number>/", begin, name="submissions_step")
        monkeypatch.setattr(urls, "urlpatterns", [*urls.urlpatterns, step])
        from django.urls import clear_url_caches

        monkeypatch.setattr("config.urls.urlpatterns", [step, *_roots()])
        clear_url_caches()
    submission = make_submission(kind="san-pham", state=State.CHANGES)
    address = reverse("submissions_correct", args=[submission.token])
    for field, number in [("tagline", 2), ("pictures", 3), ("phone", 1), ("", 2), ("lạ", 2)]:
        answer = client.post(address, {"o": field})
        assert answer["Location"].endswith(f"/san-pham/buoc-{number}/")
        assert answer.cookies["nhap_san-pham"].value == "khoa"
    declined = make_submission(state=State.DECLINED)
    answer = client.post(reverse("submissions_correct", args=[declined.token]))
    assert answer["Location"].endswith("?xong=khong-sua")


def _roots():
    from config import urls

    return urls.urlpatterns


# --- withdrawing ------------------------------------------------------------------------------
def test_before_a_decision_nothing_comes_of_it_any_more(client):
    submission = make_submission(state=State.READING)
    address = reverse("submissions_withdraw", args=[submission.token])
    assert client.get(address).status_code == 200
    assert fresh(submission).state == State.READING
    client.post(address)
    submission.refresh_from_db()
    assert submission.state == State.WITHDRAWN
    assert kinds_of(submission)[-1] == Event.Kind.WITHDRAWN
    with pytest.raises(ValidationError):
        sender.withdraw(submission=submission)


def test_after_publication_its_pages_are_off_at_once_and_for_good(client, monkeypatch):
    """P-10, W-10."""
    register(monkeypatch)
    entry = make_entry()
    assert client.get(entry.product.url).status_code == 200
    client.post(reverse("submissions_withdraw", args=[entry.submission.token]))
    for page in (entry.startup, entry.product):
        assert client.get(page.url).status_code in (404, 410)
        assert fresh(page).consent_withdrawn
    assert client.get(entry.startup.url).status_code == 410
    assert "Miến sợi vàng" not in client.get("/trung-bay/").content.decode()
    assert not entry.startup.contacts.exists()


def test_a_draft_made_of_it_can_not_be_published_any_more(monkeypatch):
    register(monkeypatch)
    submission = make_submission(state=State.ACCEPTED)
    draft = StartupPageFactory(live=False, first_published_at=None)
    draft.save_revision()
    Result.objects.create(submission=submission, page_id=draft.pk)
    sender.withdraw(submission=submission)
    draft = fresh(draft)
    assert draft.withdrawn_at
    draft.get_latest_revision().publish(skip_permission_checks=True)
    assert not fresh(draft).is_visible()


def test_a_correction_that_is_on_the_site_has_nothing_to_withdraw(monkeypatch):
    register(monkeypatch)
    entry = make_entry()
    later = make_submission(kind="sua-thong-tin", state=State.PUBLISHED, origin=entry.submission)
    Result.objects.create(submission=later, page_id=entry.startup.pk, made=False)
    assert not sender.can_withdraw(later)
    with pytest.raises(ValidationError):
        sender.withdraw(submission=later)
    assert BasePage.objects.visible().filter(pk=entry.startup.pk).exists()


# --- published --------------------------------------------------------------------------------
def accepted(**more):
    submission = make_submission(state=State.ACCEPTED, **more)
    submission.sender.email_proved_at = timezone.now()
    submission.sender.save()
    page = StartupPageFactory(title="Nước Trong", live=False, first_published_at=None)
    Result.objects.create(submission=submission, page_id=page.pk)
    return submission, page


def test_when_its_page_goes_public_it_is_published_with_one_letter(
    django_capture_on_commit_callbacks, mailoutbox
):
    submission, page = accepted()
    with django_capture_on_commit_callbacks(execute=True):
        publish_by_system(page=page, cause="duyệt")
    submission.refresh_from_db()
    assert submission.state == State.PUBLISHED
    page_is_out(page.pk)
    page_is_out(page.pk)
    assert kinds_of(submission).count(Event.Kind.PUBLISHED) == 1
    assert OutgoingMail.objects.filter(key=f"submission:{submission.pk}:published").count() == 1
    (letter,) = mailoutbox
    assert fresh(page).full_url in "".join(letter.body.split())


def test_a_page_below_a_hidden_one_or_a_second_page_alone_is_not_yet_published():
    submission, page = accepted()
    product = BasePage.objects.get(pk=page.pk)
    page_is_out(page.pk)
    assert fresh(submission).state == State.ACCEPTED
    other = StartupPageFactory()
    Result.objects.create(submission=submission, page_id=other.pk)
    page_is_out(other.pk)
    assert fresh(submission).state == State.ACCEPTED
    assert not product.live


def test_a_correction_is_published_with_the_revision_that_holds_it(monkeypatch):
    register(monkeypatch)
    entry = make_entry()
    later = make_submission(kind="sua-thong-tin", state=State.ACCEPTED, origin=entry.submission)
    row = Result.objects.create(submission=later, page_id=entry.startup.pk, made=False)
    Result.objects.filter(pk=row.pk).update(created_at=timezone.now() + timedelta(minutes=5))
    page_is_out(entry.startup.pk)
    assert fresh(later).state == State.ACCEPTED, "what is public is from before"
    Result.objects.filter(pk=row.pk).update(created_at=timezone.now())
    publish_by_system(page=fresh(entry.startup), cause="duyệt")
    page_is_out(entry.startup.pk)
    assert fresh(later).state == State.PUBLISHED
    assert Event.Kind.CONFIRMED in kinds_of(entry.submission), "who mends looks at the rest"


def test_a_page_nobody_sent_in_costs_one_query(django_assert_num_queries):
    page = StartupPageFactory()
    with django_assert_num_queries(1):
        page_is_out(page.pk)


def test_a_declined_one_is_not_published_by_a_page_it_once_became():
    submission, page = accepted()
    submission.move_to(State.DECLINED)
    submission.save()
    publish_by_system(page=page, cause="duyệt")
    page_is_out(page.pk)
    assert fresh(submission).state == State.DECLINED


def test_a_message_of_the_editors_is_no_act_of_the_sender():
    submission = make_submission(state=State.CHANGES)
    note(submission, Event.Kind.MESSAGE, "Nhờ bạn.")
    assert fresh(submission).state == State.CHANGES
