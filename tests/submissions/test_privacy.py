"""The rights of the person: asking with a clock, a copy of everything, erasure of everything."""

import datetime
import io
import json
import zipfile
from pathlib import Path

import pytest
import time_machine
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from home.models import SiteIdentity
from mailing.models import OutgoingMail
from mailing.services import send_due
from submissions.models import DataRequest, Event, Purpose, Submission
from submissions.models.submission import State
from submissions.services import farewell, letters, privacy, sender
from submissions.services.record import note
from tests.factories.submissions import DraftFactory, FieldNoteFactory, SubmissionFileFactory
from tests.factories.workflow import edit, fresh, make_house
from tests.soup import read, words
from tests.submissions.entry import (
    EMAIL,
    NAME,
    PHONE,
    STRINGS,
    make_entry,
    make_submission,
    register,
)
from workflow.services import submit

VN = timezone.get_default_timezone()


@pytest.fixture(autouse=True)
def _place(home, monkeypatch, settings, tmp_path):
    register(monkeypatch)
    settings.QUARANTINE_ROOT = tmp_path / "quarantine"
    settings.MEDIA_ROOT = tmp_path / "media"


# --- asking -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ((2026, 11, 25, 9, 0), (2026, 11, 27)),  # Wednesday → Friday
        ((2026, 11, 27, 17, 0), (2026, 12, 1)),  # Friday 17:00 → Tuesday
        ((2026, 11, 28, 10, 0), (2026, 12, 1)),  # Saturday
        ((2026, 11, 29, 23, 59), (2026, 12, 1)),  # Sunday
        ((2026, 8, 28, 17, 0), (2026, 9, 3)),  # Friday before the National Day (1 and 2 September)
        ((2027, 2, 4, 8, 0), (2027, 2, 15)),  # Thursday before Tết (5 to 11 February)
        ((2026, 12, 31, 16, 0), (2027, 1, 5)),  # the new year
        ((2026, 11, 26, 0, 5), (2026, 11, 30)),  # five past midnight in Vietnam
    ],
)
def test_a_request_is_answered_by_17_of_the_second_working_day(asked, due):
    """S-24."""
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    tet = "\n".join(f"{day:02d}/02/2027" for day in range(5, 12))
    identity.holidays = f"01/01/2027\n31/08/2026\n01/09/2026\n02/09/2026\n{tet}"
    identity.holidays = identity.holidays.replace("31/08/2026\n", "")
    identity.save()
    with time_machine.travel(datetime.datetime(*asked, tzinfo=VN), tick=False):
        request = privacy.ask(submission=make_submission(), kind=DataRequest.Kind.ERASE)
    assert timezone.localtime(request.due_at) == datetime.datetime(*due, 17, tzinfo=VN)


def test_those_who_decide_and_the_sections_editors_are_told_without_a_word_of_the_person():
    house = make_house()
    request = privacy.ask(
        submission=make_submission(), kind=DataRequest.Kind.COMPLAIN, text=f"Tôi là {NAME}."
    )
    rows = OutgoingMail.objects.filter(key__contains=f":staff:request:{request.pk}:")
    told = set(rows.values_list("to_user__username", flat=True))
    assert {"approver", "second", "admin"} <= told
    assert house.author.username not in told
    for mail in rows:
        assert not [word for word in STRINGS if word in mail.subject + mail.text + mail.html]


def test_the_same_request_still_open_is_not_taken_twice():
    submission = make_submission()
    first = privacy.ask(submission=submission, kind="erase")
    assert privacy.ask(submission=submission, kind="erase") == first
    privacy.answer(request=first, text="Đã xóa.")
    assert privacy.ask(submission=submission, kind="erase") != first
    assert submission.events.filter(kind=Event.Kind.REQUEST).count() == 2


def test_an_answer_closes_it_once_and_goes_by_letter(django_user_model):
    submission = make_submission()
    submission.sender.email_proved_at = timezone.now()
    submission.sender.save()
    request = privacy.ask(submission=submission, kind="restrict", text="Đừng dùng số cũ.")
    privacy.answer(request=request, text="Đã bỏ số cũ.")
    first = fresh(request).done_at
    privacy.answer(request=request, text="Lần hai")
    assert fresh(request).done_at == first
    assert fresh(request).answer == "Đã bỏ số cũ."
    assert OutgoingMail.objects.filter(to=EMAIL).count() == 1


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({}, "#loai"),
        ({"kind": "see-all"}, "#loai"),
        ({"kind": "complain", "text": " \u200b"}, "#noi-them-loi"),
        ({"kind": "erase", "text": "x" * 2001}, "#noi-them-loi"),
    ],
)
def test_a_request_that_says_nothing_is_refused_beside_its_field(client, data, where):
    submission = make_submission()
    address = reverse("submissions_request", args=[submission.token])
    answer = client.post(address, data)
    assert answer.status_code == 400
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(answer.content.decode(), "html.parser")
    assert words(soup.select_one(where)) if where != "#loai" else soup.select_one("#loai .emsg")
    assert not submission.requests.exists()
    assert not OutgoingMail.objects.exists()


def test_asking_on_the_page_leads_back_to_when_it_is_answered(client):
    submission = make_submission()
    address = reverse("submissions_request", args=[submission.token])
    assert (
        read(client, f"{address}?kind=erase").select_one("input[value=erase]").has_attr("checked")
    )
    answer = client.post(address, {"kind": "erase"})
    assert "Trả lời trước 17:00" in words(read(client, answer["Location"]).main)


# --- a copy -----------------------------------------------------------------------------------
def opened(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    return archive


def test_the_copy_holds_everything_for_machines_and_for_people(client):
    entry = make_entry(pictures=1)
    submission = entry.submission
    note(submission, Event.Kind.MESSAGE, "Nhờ bạn xem lại giá.")
    note(submission, Event.Kind.NOTE, "Chuyện nội bộ", public=False)
    sender.answer(submission=submission, text="Giá đúng rồi.")
    make_submission(kind="sua-thong-tin", title="Sửa: giá", origin=submission)
    archive = opened(privacy.export(submission))
    data = json.loads(archive.read("du-lieu.json"))
    assert [row["ten"] for row in data["ho_so"]] == ["Miến sợi vàng", "Sửa: giá"]
    first = data["ho_so"][0]
    assert {NAME, PHONE, EMAIL} <= set(first["nguoi_gui"].values())
    assert len(first["dong_y"]) == len(Purpose.values)
    assert first["dong_y"][0]["loi"] == "Tôi đồng ý: handling."
    assert len(first["trang"]) == 2
    said = json.dumps(first["su_viec"], ensure_ascii=False)
    assert "Nhờ bạn xem lại giá." in said
    assert "Giá đúng rồi." in said
    page = archive.read("doc-truoc.html").decode()
    for word in (NAME, "Giá đúng rồi.", "Sửa: giá", "Tôi đồng ý: handling."):
        assert word in page
    assert "Chuyện nội bộ" not in page + json.dumps(data, ensure_ascii=False)
    assert submission.token not in page + json.dumps(data)
    files = [name for name in archive.namelist() if name.startswith("tep/")]
    assert len(files) == 1
    assert archive.read(files[0]).startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "C:\\con.jpg", "\u202egpj.exe", "Đổi mới.jpg", ".ẩn", "x" * 120, ""],
)
def test_names_in_the_copy_are_letters_digits_and_hyphens(name):
    """F-09."""
    submission = make_submission()
    SubmissionFileFactory(submission=submission, name=name)
    (found,) = [
        row for row in opened(privacy.export(submission)).namelist() if row.startswith("tep/")
    ]
    folder, code, file = found.split("/")
    assert (folder, code) == ("tep", submission.code)
    stem, _dot, ending = file.rpartition(".")
    assert ending == "jpg"
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_markup_in_the_copy_is_text():
    """X-01."""
    submission = make_submission(sender__name="<script>alert(1)</script>")
    page = opened(privacy.export(submission)).read("doc-truoc.html").decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_file_that_is_gone_does_not_keep_the_rest():
    submission = make_submission()
    file = SubmissionFileFactory(submission=submission)
    file.file.storage.delete(file.file.name)
    archive = opened(privacy.export(submission))
    assert NAME in archive.read("du-lieu.json").decode()


def test_the_copy_is_a_download_by_post_and_not_without_end(client):
    submission = make_submission()
    address = reverse("submissions_data", args=[submission.token])
    assert "zip" not in client.get(address)["Content-Type"]
    answer = client.post(address)
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"] == f'attachment; filename="du-lieu-{submission.code}.zip"'
    assert "no-store" in answer["Cache-Control"]
    codes = [client.post(address).status_code for _n in range(6)]
    assert codes[-1] == 429


# --- erasure ----------------------------------------------------------------------------------
def dump():
    """Every table as text, with the names of the tables."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = "\n".join(repr(row) for row in cursor.fetchall())
    return found


def left(tables, strings):
    # JSON may be kept with escapes.
    forms = {word: {word, json.dumps(word)[1:-1]} for word in strings}
    return sorted(
        (table, word)
        for table, text in tables.items()
        for word, spellings in forms.items()
        if any(spelling in text for spelling in spellings)
    )


def lived_in():
    """An entry with everything that can hold a word of the person."""
    house = make_house()
    entry = make_entry(pictures=2)
    submission = entry.submission
    for text in (f"{NAME} nhắn", f"Gọi {PHONE}"):
        sender.answer(submission=submission, text=text)
    note(submission, Event.Kind.NOTE, f"{NAME} hay gọi", public=False)
    FieldNoteFactory(submission=submission, text=f"{NAME} viết lại")
    submission.versions.create(payload={"about": f"Nhà {NAME}"})
    submission.payload = submission.payload | {"about": f"Nhà {NAME}"}
    submission.risks = [f"Trùng {PHONE}"]
    submission.save()
    letters.received(submission)
    letters.published(submission, [entry.startup])
    privacy.ask(submission=submission, kind="complain", text=f"{NAME} khiếu nại")
    edit(entry.startup, house.editor, sapo=f"Bản nháp về {NAME}")
    edit(entry.product, house.editor, tagline=f"{NAME} ở {STRINGS[-1]}")
    draft = DraftFactory(origin=submission, answers={"1": {"name": [NAME], "phone": [PHONE]}})
    SubmissionFileFactory(draft=draft, name=f"{NAME} 2.jpg")
    from wagtail.contrib.redirects.models import Redirect
    from wagtail.log_actions import log

    log(instance=entry.startup.founders.get(), action="wagtail.edit", user=house.admin)
    log(instance=submission, action="wagtail.edit", user=house.admin, title=NAME)
    log(instance=entry.startup, action="wagtail.edit", data={"title": {"old": NAME}})
    Redirect.objects.create(
        old_path="/trung-bay/nong-thi-muoi-hai", redirect_page_id=entry.startup.pk
    )
    later = make_submission(
        kind="sua-thong-tin", title=f"Sửa: {NAME}", origin=submission, state=State.READING
    )
    Client().get(entry.product.url)
    return house, entry, later


def test_after_erasure_no_table_no_revision_no_file_and_no_index_holds_the_person(
    settings, django_capture_on_commit_callbacks
):
    _house, entry, later = lived_in()
    before = dump()
    assert {table for table, _word in left(before, STRINGS)} >= {
        "submissions_sender", "submissions_event", "wagtailcore_revision", "core_basepage",
        "wagtailcore_page", "mailing_outgoingmail", "showcase_contact", "library_customimage",
        "wagtailcore_modellogentry", "wagtailcore_pagelogentry", "submissions_draft",
    }, "without this the rest proves nothing"  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        assert privacy.erase(entry.submission) == 2
    OutgoingMail.objects.unsent().update(given_up_at=timezone.now())
    farewell.forget_addresses()
    assert left(dump(), STRINGS) == []
    for folder in (settings.MEDIA_ROOT, settings.QUARANTINE_ROOT):
        files = [path for path in Path(folder).rglob("*") if path.is_file()]
        assert not files
    assert Client().get(entry.startup.url).status_code == 404
    assert "nong-thi-muoi-hai" not in "".join(dump().values())
    assert fresh(later).state == State.ERASED


def test_the_proof_stays_without_the_person():
    _house, entry, _later = lived_in()
    submission = entry.submission
    before = list(submission.consents.values_list("purpose", "text", "given_at", "withdrawn_at"))
    privacy.erase(submission)
    row = Submission.objects.get(pk=submission.pk)
    assert (row.code, row.kind, row.received_at) == (
        submission.code, submission.kind, submission.received_at,
    )  # fmt: skip
    assert row.erased_at is not None
    assert list(row.consents.values_list("purpose", "text", "given_at", "withdrawn_at")) == before
    assert (row.title, row.payload, row.risks, row.sealed_token) == ("", {}, [], "")
    assert set(row.events.values_list("text", flat=True)) == {""}
    assert str(row) == row.code


def test_an_address_that_does_not_spell_the_name_answers_410_for_good(client):
    entry = make_entry()
    privacy.erase(entry.submission)
    assert client.get(entry.startup.url).status_code == 404, "its address spelled the name"
    product = fresh(entry.product)
    assert "mien-soi-vang" not in product.slug + product.url_path, "it spelled what it was called"
    assert product.consent_withdrawn
    plain = make_entry()
    type(plain.startup).objects.filter(pk=plain.startup.pk).update(
        slug="nha-mien", url_path="/home/trung-bay/nha-mien/"
    )
    privacy.erase(plain.submission)
    answer = client.get("/trung-bay/nha-mien/")
    assert answer.status_code == 410
    assert NAME not in answer.content.decode()


def test_erasing_twice_changes_nothing(django_assert_max_num_queries):
    entry = make_entry()
    privacy.erase(entry.submission)
    before = dump()
    assert privacy.erase(Submission.objects.get(pk=entry.submission.pk)) == 0
    after = dump()
    assert {k for k in before if before[k] != after[k]} == set()


def test_the_last_letter_says_it_is_done_and_its_address_goes_once_it_is_sent(
    django_capture_on_commit_callbacks,
):
    entry = make_entry()
    later = make_submission(kind="sua-thong-tin", origin=entry.submission, state=State.READING)
    request = privacy.ask(submission=later, kind="erase")
    privacy.erase(entry.submission)
    assert fresh(request).done_at
    (mail,) = OutgoingMail.objects.filter(to=EMAIL)
    said = mail.subject + mail.text + mail.html
    assert "đã được xóa" in mail.text
    for word in (NAME, PHONE, entry.submission.code, "Miến sợi vàng"):
        assert word not in said
    farewell.forget_addresses()
    assert fresh(mail).to == EMAIL, "not before it has gone"
    OutgoingMail.objects.update(next_try_at=timezone.now())
    assert send_due() >= 1
    farewell.forget_addresses()
    assert fresh(mail).sent_at
    assert left(dump(), [EMAIL]) == []


def test_without_a_request_or_a_proved_address_no_last_letter_goes():
    entry = make_entry()
    privacy.erase(entry.submission)
    unproved = make_submission()
    privacy.ask(submission=unproved, kind="erase")
    privacy.erase(unproved)
    assert not OutgoingMail.objects.filter(key__startswith=farewell.ERASED).exists()


def test_letters_to_the_staff_no_longer_say_what_the_page_was_called():
    house, entry = make_house(), make_entry()
    namesake = fresh(entry.product)
    edit(entry.product, house.author, tagline="Mới")
    submit(page=fresh(entry.product), user=house.author)
    about = OutgoingMail.objects.filter(subject__endswith=f": {namesake.title}")
    assert about.exists(), "without this the rest proves nothing"
    mine = set(about.values_list("pk", flat=True))
    other = OutgoingMail.objects.create(
        to="x@mau.example", to_user=house.author, kind="x", key="step:999999:1",
        subject=f"Chờ biên tập: {namesake.title}",
    )  # fmt: skip
    privacy.erase(entry.submission)
    subjects = OutgoingMail.objects.filter(pk__in=mine).values_list("subject", "text", "html")
    assert set(subjects) == {("", "", "")}
    assert fresh(other).subject, "a namesake's letters stay"


def test_another_persons_things_stay():
    mine, other = make_entry(), make_submission(
        title="Của người khác", sender__name="Lý Văn Khác", sender__email="khac@thu.example",
        sender__phone="+84988000111",
    )  # fmt: skip
    letters.received(other)
    namesake = make_submission(
        title="Trùng tên", sender__email="trung@thu.example", sender__phone="+84988000222",
        sender__zalo="", sender__address="",
    )  # fmt: skip
    letters.received(namesake)
    privacy.erase(mine.submission)
    for row in (other, namesake):
        row.refresh_from_db()
        assert row.state == State.RECEIVED
        assert OutgoingMail.objects.get(to=row.sender.email).text
    assert fresh(namesake.sender).name == NAME


def test_erasing_one_alone_leaves_the_pages_of_the_first():
    """A correction that was declined goes in its time; the entry stays."""
    entry = make_entry()
    later = make_submission(kind="sua-thong-tin", origin=entry.submission, state=State.DECLINED)
    privacy.erase(later, alone=True)
    assert fresh(later).state == State.ERASED
    assert fresh(entry.submission).state == State.PUBLISHED
    assert fresh(entry.startup).is_visible()


def test_one_log_line_says_that_it_was_done_without_the_person(caplog):
    submission = make_submission()
    with caplog.at_level("INFO"):
        privacy.erase(submission)
    (line,) = [row.getMessage() for row in caplog.records if "was erased" in row.getMessage()]
    assert str(submission.pk) in line
    assert not [word for word in STRINGS if word in caplog.text]


def test_every_row_that_points_to_a_submission_is_thought_of():
    """A new table about a person has to be added to `erasing` or hold nothing of him."""
    ours = {row.__name__ for row in apps.get_app_config("submissions").get_models()}
    known = ours | {"Contact", "Founder", "StoryPerson"}
    found = {
        model.__name__
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.is_relation and field.related_model is Submission
    }
    assert found <= known


def test_a_wrong_kind_is_no_request():
    with pytest.raises(ValidationError):
        privacy.ask(submission=make_submission(), kind="tất cả")
