"""Who sees a file, how it is sent, and what a browser is told to do with it (F-09, F-10)."""

import io
import re
from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from submissions import spam
from submissions.drafts import COOKIE
from submissions.files.services import take_certificate, take_picture
from submissions.intake import Intake, register
from submissions.models import SubmissionFile
from tests.factories.accounts import UserFactory
from tests.factories.submissions import DraftFactory, SubmissionFactory, SubmissionFileFactory
from tests.submissions.samples import SECRET, picture, saved, sheets, upload

NOWHERE = 10**9
TOKEN = "/gui-gioi-thieu/theo-doi/{}/tep/{}/"


@pytest.fixture
def room(tmp_path):
    """The quarantine of this test."""
    return tmp_path / "quarantine"


@pytest.fixture
def draft(db):
    return DraftFactory(key="khoa-cua-toi", kind="san-pham")


@pytest.fixture
def mine(client, draft):
    """A browser with the key to the draft."""
    client.cookies[COOKIE] = "khoa-cua-toi"
    return client


def address(name, file, kind="san-pham"):
    return reverse(name, args=[kind, file.pk])


def is_closed(answer):
    """Kept by nobody, sent on to nobody, run by no browser."""
    assert answer["Cache-Control"].startswith("no-store, private")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


# --- of a draft ---------------------------------------------------------------------------------
def test_who_fills_in_sees_the_pictures_and_nobody_else_does(mine, draft):
    file = take_picture(upload(picture(size=(1000, 700))), draft=draft)
    answer = mine.get(address("submissions_draft_file", file))
    assert answer.status_code == 200
    assert answer.content == file.file.read()
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        "image/jpeg",
        'inline; filename="IMG_2041.jpg"',
    )
    is_closed(answer)
    small = mine.get(address("submissions_draft_thumb", file))
    with Image.open(io.BytesIO(small.content)) as image:
        assert (image.format, image.size) == ("JPEG", (400, 280))
    is_closed(small)
    for stranger in (Client(), with_key("sai"), with_key("x" * 5000)):
        for name in ("submissions_draft_file", "submissions_draft_thumb"):
            assert stranger.get(address(name, file)).status_code == 404


def with_key(key):
    client = Client()
    client.cookies[COOKIE] = key
    return client


def test_another_draft_s_file_and_none_are_the_same_404(mine, draft):
    other = take_picture(upload(picture()), draft=DraftFactory())
    gone = SubmissionFileFactory(draft=draft)
    gone.file.storage.delete(gone.file.name)
    infected = SubmissionFileFactory(draft=draft, state="infected")
    answers = {
        mine.get(reverse("submissions_draft_file", args=[kind, key])).status_code
        for kind, key in [
            ("san-pham", other.pk), ("san-pham", NOWHERE), ("don-vi", gone.pk),
            ("khong-co", gone.pk), ("san-pham", gone.pk), ("san-pham", infected.pk),
        ]
    }  # fmt: skip
    assert answers == {404}


def test_past_its_day_a_draft_shows_nothing(mine, draft):
    file = take_picture(upload(picture()), draft=draft)
    draft.expires_at = draft.created_at
    draft.save()
    assert mine.get(address("submissions_draft_file", file)).status_code == 404
    assert mine.post(reverse("submissions_upload_picture", args=["san-pham"])).status_code == 410


def test_a_picture_with_see_through_parts_has_a_white_thumbnail(mine, draft):
    out = io.BytesIO()
    Image.new("RGBA", (60, 60), (0, 0, 0, 0)).save(out, "PNG")
    file = take_picture(upload(out.getvalue()), draft=draft)
    small = mine.get(address("submissions_draft_thumb", file))
    with Image.open(io.BytesIO(small.content)) as image:
        assert image.getpixel((30, 30)) == (255, 255, 255)


# --- sending one by script ----------------------------------------------------------------------
def test_a_script_sends_one_picture_and_is_told_where_its_small_one_is(mine, draft):
    url = reverse("submissions_upload_picture", args=["san-pham"])
    sent = upload(picture("HEIF", marked=True), "Ảnh của tôi.HEIC")
    answer = mine.post(url, {"file": sent, "alt": "Giàn miến"})
    assert answer.status_code == 201
    file = draft.files.get()
    assert answer.json() == {
        "id": file.pk, "name": "Ảnh của tôi.HEIC", "size": file.size, "waiting": False,
        "thumb": f"/gui-gioi-thieu/san-pham/tep/{file.pk}/nho/",
    }  # fmt: skip
    assert file.alt == "Giàn miến"
    assert SECRET not in mine.get(answer.json()["thumb"]).content
    assert "no-store" in answer["Cache-Control"]


def test_a_refusal_says_how_to_mend_it(mine, draft):
    url = reverse("submissions_upload_picture", args=["san-pham"])
    for data, words in (
        ({"file": upload(b"<svg/>", "a.jpg")}, "Chỉ nhận ảnh JPEG"),
        ({}, "Chọn một tệp"),
        ({"file": "khong phai tep"}, "Chọn một tệp"),
    ):
        answer = mine.post(url, data)
        assert answer.status_code == 400
        assert words in answer.json()["error"]
    assert not SubmissionFile.objects.exists()


class TakesPapers(Intake):
    kind = "co-giay"
    takes_pictures = False
    takes_certificates = True


@pytest.fixture
def takes_papers(monkeypatch):
    from submissions import intake

    monkeypatch.setattr(intake, "_kinds", dict(intake._kinds))
    register(TakesPapers())


def test_a_kind_takes_what_it_says_it_takes(mine, draft, takes_papers):
    draft.kind = "co-giay"
    draft.save()
    pdf = upload(saved(sheets(1)), "OCOP.pdf")
    answer = mine.post(reverse("submissions_upload_certificate", args=["co-giay"]), {"file": pdf})
    assert answer.status_code == 201
    assert answer.json()["thumb"] == ""
    file = draft.files.get()
    assert mine.get(address("submissions_draft_thumb", file, "co-giay")).status_code == 404
    url = reverse("submissions_upload_picture", args=["co-giay"])
    assert mine.post(url, {"file": upload(picture())}).status_code == 410


def test_one_network_sends_no_files_without_end(mine, draft, monkeypatch):
    within = spam.within_limit
    monkeypatch.setattr(
        spam, "within_limit", lambda scope, who, **more: within(scope, who, **{**more, "limit": 2})
    )
    url = reverse("submissions_upload_picture", args=["san-pham"])
    codes = [mine.post(url, {"file": upload(b"x")}).status_code for _n in range(3)]
    assert codes == [400, 400, 429]
    assert mine.post(url)["Retry-After"] == "3600"


def test_what_was_sent_can_be_described_and_taken_back(
    mine, draft, django_capture_on_commit_callbacks, room
):
    file = take_picture(upload(picture()), draft=draft)
    words = {"alt": "  Nồi \u202etráng bánh ", "has_person": "1"}
    answer = mine.post(address("submissions_describe_file", file), words)
    assert answer.json() == {"id": file.pk, "alt": "Nồi tráng bánh", "has_person": True}
    mine.post(address("submissions_describe_file", file), {"alt": "x" * 999})
    file.refresh_from_db()
    assert (len(file.alt), file.has_person) == (300, True)
    other = take_picture(upload(picture()), draft=DraftFactory())
    assert mine.post(address("submissions_drop_file", other)).status_code == 404
    assert mine.get(address("submissions_drop_file", file)).status_code == 405
    with django_capture_on_commit_callbacks(execute=True):
        assert mine.post(address("submissions_drop_file", file)).json() == {"id": file.pk}
    assert list(SubmissionFile.objects.all()) == [other]
    assert not list(room.glob(f"*/{file.file.name.rpartition('/')[2]}"))


@pytest.mark.parametrize(
    "name", ["upload_picture", "upload_certificate", "drop_file", "describe_file"]
)
def test_s_07_without_the_forms_token_nothing_is_done(draft, name):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies[COOKIE] = "khoa-cua-toi"
    file = take_picture(upload(picture()), draft=draft)
    args = ["san-pham"] if name.startswith("upload") else ["san-pham", file.pk]
    answer = strict.post(reverse(f"submissions_{name}", args=args), {"file": upload(picture())})
    assert answer.status_code == 403
    assert draft.files.count() == 1


# --- of a submission ----------------------------------------------------------------------------
def test_the_sender_sees_the_files_by_the_private_link(client, db):
    submission = SubmissionFactory()
    file = take_picture(upload(picture(size=(900, 300))), submission=submission)
    answer = client.get(TOKEN.format(submission.token, file.pk))
    assert answer.content == file.file.read()
    is_closed(answer)
    assert client.get(TOKEN.format(submission.token, file.pk) + "nho/").status_code == 200
    assert client.get(f"{submission.status_path}tep/{file.pk}/").status_code == 200


def test_f_10_a_wrong_link_or_anothers_file_is_the_same_404(client, db):
    mine, other = SubmissionFactory(), SubmissionFactory()
    theirs = take_picture(upload(picture()), submission=other)
    answers = [
        client.get(TOKEN.format(token, key))
        for token, key in [
            (mine.token, theirs.pk), (mine.token, NOWHERE), ("0" * 26, theirs.pk), ("x", 1),
        ]
    ]  # fmt: skip
    assert [answer.status_code for answer in answers] == [404] * 4
    for answer in answers:
        assert answer["Cache-Control"] == "no-store, private"
        assert answer["Referrer-Policy"] == "no-referrer"


def test_f_09_a_certificate_is_saved_never_shown_under_a_name_people_know(client, db):
    submission = SubmissionFactory()
    sent = upload(saved(sheets(1)), 'Giấy "OCOP"; 4 sao.pdf')
    file = take_certificate(sent, submission=submission)
    answer = client.get(TOKEN.format(submission.token, file.pk))
    assert answer["Content-Type"] == "application/pdf"
    found = re.fullmatch(r"attachment; filename\*=utf-8''(\S+)", answer["Content-Disposition"])
    assert unquote(found[1]) == "Giấy -OCOP- 4 sao.pdf"
    is_closed(answer)


def test_f_14_a_certificate_that_waits_for_the_scanner_is_given_to_nobody(client, db):
    submission = SubmissionFactory()
    file = take_certificate(upload(saved(sheets(1))), submission=submission)
    SubmissionFile.objects.update(state="waiting")
    answer = client.get(TOKEN.format(submission.token, file.pk))
    assert answer.status_code == 409
    assert "chờ quét" in answer.content.decode()
    assert b"%PDF" not in answer.content
    is_closed(answer)


def test_a_file_of_no_kind_of_ours_is_not_sent(client, db):
    submission = SubmissionFactory()
    file = SubmissionFileFactory(submission=submission, file=upload(b"<script>", "a.html"))
    assert file.file.name.endswith(".bin")
    assert client.get(TOKEN.format(submission.token, file.pk)).status_code == 404


# --- for the staff ------------------------------------------------------------------------------
def test_a_reviewer_sees_what_the_roles_let_them_read(client, home):
    """Who may is in the table of roles (tests/accounts); here that others get a plain 404."""
    submission = SubmissionFactory()
    file = take_picture(upload(picture(size=(700, 300))), submission=submission)
    urls = [
        reverse(name, args=[submission.pk, file.pk])
        for name in ("submissions_file", "submissions_file_thumb")
    ]
    assert urls[0] == f"/admin/ho-so/{submission.pk}/tep/{file.pk}/"
    client.force_login(UserFactory(is_superuser=True))
    for url in urls:
        answer = client.get(url)
        assert answer.status_code == 200
        is_closed(answer)
    other = SubmissionFactory()
    for keys in ([other.pk, file.pk], [NOWHERE, file.pk], [submission.pk, NOWHERE]):
        assert client.get(reverse("submissions_file", args=keys)).status_code == 404
    assert Client().get(urls[0]).status_code == 302


# --- nowhere else -------------------------------------------------------------------------------
def test_f_10_no_address_and_no_listing_leads_to_a_quarantined_file(client, home, settings):
    settings.SERVE_MEDIA = True
    file = take_picture(upload(picture()), submission=SubmissionFactory())
    name = file.file.name
    for path in (
        f"/media/{name}", f"/media/quarantine/{name}", f"/media/../quarantine/{name}",
        f"/quarantine/{name}", f"/documents/{file.pk}/{name}", "/media/", "/media/quarantine/",
        f"/static/{name}", f"/images/{name}", f"/media/images/{name.rpartition('/')[2]}",
    ):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code in (301, 400, 403, 404), path
        assert b"\xff\xd8\xff" not in answer.content
