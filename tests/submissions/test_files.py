"""Pictures and papers on their way into quarantine, out of it, and gone (F-cases)."""

import errno
import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection

from library.models import CustomImage
from library.models.images import People
from submissions.checks import quarantine_lies_apart
from submissions.files import services
from submissions.files.names import display_name, download_name
from submissions.files.services import (
    MAX_BYTES,
    MOST_CERTIFICATES,
    MOST_PICTURES,
    drop,
    sweep_orphans,
    take_certificate,
    take_picture,
    to_library,
)
from submissions.files.storage import quarantine
from submissions.models import Draft, Purpose, SubmissionFile
from tests.factories.submissions import (
    ConsentFactory,
    ConsentTextFactory,
    DraftFactory,
    SubmissionFactory,
    SubmissionFileFactory,
)
from tests.submissions.samples import (
    SCRIPT,
    SECRET,
    moving,
    picture,
    png_that_says,
    saved,
    sheets,
    upload,
)

State = SubmissionFile.State


@pytest.fixture
def room(tmp_path):
    """The quarantine of this test."""
    return tmp_path / "quarantine"


def lying_in(room):
    return [path for path in room.rglob("*") if path.is_file()]


def code_of(function, *args, **kwargs):
    with pytest.raises(ValidationError) as refused:
        function(*args, **kwargs)
    return refused.value.code


# --- taking in ----------------------------------------------------------------------------------
def test_a_picture_of_a_telephone_is_kept_upright_in_our_own_encoding(db, room):
    """12 megapixels, HEIC, taken sideways, with the place it was taken at."""
    raw = picture("HEIF", (4032, 3024), marked=True, orientation=6)
    assert SECRET in raw
    file = take_picture(upload(raw, "IMG_2041.HEIC"), draft=DraftFactory(), alt=" Giàn  miến ")
    assert (file.content_type, file.width, file.height) == ("image/jpeg", 1920, 2560)
    assert (file.name, file.alt, file.state) == ("IMG_2041.HEIC", "Giàn  miến", State.CLEAN)
    assert file.size == file.file.size < MAX_BYTES
    (stored,) = lying_in(room)
    assert stored.stat().st_mode & 0o777 == 0o600
    assert stored.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_f_05_place_owner_and_thumbnail_are_nowhere(home, room, settings, tmp_path, form):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    raw = picture(form, (640, 480), marked=True, orientation=6)
    assert raw.count(SECRET) >= 4
    submission = SubmissionFactory()
    file = take_picture(upload(raw), submission=submission)
    with Image.open(file.file.open()) as stored:
        assert stored.size == (480, 640), "orientation was applied"
        assert not stored.getexif()
    (image,) = to_library(submission, None, None)
    image.get_rendition("width-200")
    image.get_rendition("max-300x300|format-jpeg")
    found = [*lying_in(room), *lying_in(tmp_path / "media")]
    assert len(found) == 4
    for path in found:
        content = path.read_bytes()
        assert SECRET not in content
        assert b"Exif" not in content
        assert b"xmpmeta" not in content


def test_a_certificate_is_kept_as_a_new_pdf(db, room):
    raw = saved(sheets(2))
    file = take_certificate(upload(raw, "Giấy chứng nhận.pdf"), draft=DraftFactory())
    assert (file.kind, file.content_type) == ("certificate", "application/pdf")
    assert file.file.name.endswith(".pdf")
    assert file.file.read() != raw
    assert file.name == "Giấy chứng nhận.pdf"


def test_f_01_a_byte_more_than_20_mb_and_no_byte_at_all_are_refused(db, room):
    draft = DraftFactory()
    most = b"\xff\xd8\xff" + b"\0" * (MAX_BYTES - 3)
    assert code_of(take_picture, upload(most + b"\0"), draft=draft) == "too_large"
    assert code_of(take_certificate, upload(most + b"\0"), draft=draft) == "too_large"
    assert code_of(take_picture, upload(most), draft=draft) == "unknown_format", "not its size"
    assert code_of(take_picture, upload(b""), draft=draft) == "empty"
    assert not SubmissionFile.objects.exists()
    assert lying_in(room) == []


def test_f_01_the_bytes_are_counted_whatever_was_said_of_their_number(db):
    file = SimpleUploadedFile("a.jpg", b"\xff\xd8\xff" + b"\0" * MAX_BYTES)
    file.size = 10
    assert code_of(take_picture, file, draft=DraftFactory()) == "too_large"


PICTURES_REFUSED = {
    "pixel bomb": lambda: png_that_says(30_000, 30_000),
    "5,000 frames": lambda: moving("GIF", 5_000),
    "2,000 frames": lambda: moving("PNG", 2_000),
    "moving WebP": lambda: moving("WEBP"),
    "TIFF": lambda: picture("TIFF", (2000, 1500)),
    "BMP": lambda: picture("BMP", (2000, 1500)),
    "exe": lambda: b"MZ\x90\0\3" + b"\0" * 4000,
    "php": lambda: b"<?php system($_GET['c']); ?>",
    "html": lambda: b"<!doctype html><title>x</title>" + SCRIPT,
    "xhtml": lambda: b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">' + SCRIPT,
    "svg": lambda: b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "svgz": lambda: b"\x1f\x8b\x08" + b"\0" * 200,
    "gif with a script": lambda: b"GIF89a" + SCRIPT,
    "pdf": lambda: saved(sheets(1)),
    "zip": lambda: b"PK\x03\x04" + b"\0" * 400,
    "half a JPEG": lambda: picture(size=(400, 400))[:700],
}


@pytest.mark.parametrize("name", PICTURES_REFUSED)
def test_f_02_f_03_f_06_whatever_is_no_still_picture_is_refused(db, room, name):
    """By content: the name says .jpg each time."""
    raw = PICTURES_REFUSED[name]()
    started = time.monotonic()
    code = code_of(take_picture, upload(raw, "anh.jpg"), draft=DraftFactory())
    assert code in ("unknown_format", "too_many_pixels", "moving", "damaged")
    assert time.monotonic() - started < 5
    assert lying_in(room) == []


MEASURE = """
import resource, sys
import django; django.setup()
from django.core.files.base import ContentFile
from library.normalise import normalise
raw = sys.stdin.buffer.read()
normalise(ContentFile(open(sys.argv[1], "rb").read()))  # everything is loaded
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    normalise(ContentFile(raw))
except Exception as refusal:
    print(refusal.code, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize("name", ["pixel bomb", "5,000 frames", "2,000 frames", "TIFF"])
def test_f_02_a_refusal_takes_no_200_mb(tmp_path, name):
    small = tmp_path / "a.jpg"
    small.write_bytes(picture())
    root = Path(django_settings.BASE_DIR)
    env = {**os.environ, "PYTHONPATH": f"{root}:{root / 'site'}"}
    env["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(small)],
        input=PICTURES_REFUSED[name](),
        env=env,
        capture_output=True,
        check=True,
    )
    code, megabytes = done.stdout.split()
    assert int(megabytes) < 200, code


def test_f_03_what_hides_behind_a_picture_is_gone(db):
    raw = picture() + SCRIPT + saved(sheets(1))
    file = take_picture(upload(raw, "anh.jpg"), draft=DraftFactory())
    stored = file.file.read()
    assert SCRIPT not in stored
    assert b"%PDF" not in stored


def test_the_same_picture_twice_is_kept_once(db, room):
    draft, other = DraftFactory(), DraftFactory()
    first = take_picture(upload(picture(), "a.jpg"), draft=draft)
    assert take_picture(upload(picture(), "b.jpg"), draft=draft) == first
    assert take_picture(upload(picture(), "a.jpg"), draft=other) != first, "others' are not told"
    assert len(lying_in(room)) == 2


def test_files_stand_in_the_order_they_came(db):
    draft = DraftFactory()
    sent = [take_picture(upload(picture(colour=(n * 30, 0, 0))), draft=draft) for n in range(3)]
    assert [file.order for file in draft.files.pictures()] == [0, 1, 2]
    assert list(draft.files.all()) == sent


def test_six_pictures_and_three_papers_are_enough(db, room):
    draft = DraftFactory()
    for n in range(MOST_PICTURES):
        SubmissionFileFactory(draft=draft, order=n)
    for _n in range(MOST_CERTIFICATES):
        SubmissionFileFactory(draft=draft, kind="certificate")
    before = len(lying_in(room))
    assert code_of(take_picture, upload(picture()), draft=draft) == "too_many"
    assert code_of(take_certificate, upload(saved(sheets(1))), draft=draft) == "too_many"
    assert len(lying_in(room)) == before
    draft.files.pictures().first().delete()
    assert take_picture(upload(picture()), draft=draft).order == MOST_PICTURES


def test_one_that_comes_while_the_sixth_is_on_its_way_is_one_too_many(db, room, monkeypatch):
    """Counted once more when it is stored: two at once do not make seven."""
    draft = DraftFactory()
    normalise = services.normalise

    def slowly(picture):
        for n in range(MOST_PICTURES):
            SubmissionFileFactory(draft=draft, order=n)
        return normalise(picture)

    monkeypatch.setattr(services, "normalise", slowly)
    assert code_of(take_picture, upload(picture()), draft=draft) == "too_many"
    assert draft.files.count() == len(lying_in(room)) == MOST_PICTURES


def test_of_the_same_picture_sent_twice_at_once_one_is_kept(db, room, monkeypatch):
    draft, first = DraftFactory(), []
    normalise = services.normalise

    def slowly(content):
        monkeypatch.setattr(services, "normalise", normalise)
        services._decoding.release()
        first.append(take_picture(upload(picture()), draft=draft))
        services._decoding.acquire()
        return normalise(content)

    monkeypatch.setattr(services, "normalise", slowly)
    assert take_picture(upload(picture()), draft=draft) == first[0]
    assert draft.files.count() == len(lying_in(room)) == 1


def test_what_comes_after_the_form_was_sent_goes_nowhere(db, room, monkeypatch):
    draft = DraftFactory()
    normalise = services.normalise

    def slowly(content):
        Draft.objects.all().delete()
        return normalise(content)

    monkeypatch.setattr(services, "normalise", slowly)
    assert code_of(take_picture, upload(picture()), draft=draft) == "gone"
    assert lying_in(room) == []


def test_while_one_is_decoded_for_too_long_the_next_is_asked_to_come_again(db, monkeypatch):
    monkeypatch.setattr(services, "DECODE_SECONDS", 0.01)
    with services._decoding:
        assert code_of(take_picture, upload(picture()), draft=DraftFactory()) == "busy"


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS], ids=["full", "read-only"])
def test_r_05_a_disk_that_takes_nothing_is_told_beside_the_field(
    db, room, monkeypatch, caplog, fault
):
    def half(self, name, content):
        path = Path(self.path(name))
        path.parent.mkdir(parents=True)
        path.write_bytes(b"half")
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(type(quarantine()), "_save", half)
    with pytest.raises(ValidationError, match="Các ô khác còn nguyên") as refused:
        take_picture(upload(picture(), "Nông Văn Dũng.jpg"), draft=DraftFactory())
    assert refused.value.code == "not_stored"
    assert not SubmissionFile.objects.exists()
    assert lying_in(room) == []
    assert os.strerror(fault) in caplog.text
    assert "Dũng" not in caplog.text


def test_where_the_row_cannot_be_written_no_bytes_stay(db, room, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("the database is full")

    monkeypatch.setattr(SubmissionFile, "save", fail)
    with pytest.raises(RuntimeError):
        take_picture(upload(picture()), draft=DraftFactory())
    assert lying_in(room) == []


def test_a_file_belongs_to_one_place(db):
    with pytest.raises(ValueError, match="a draft or to a submission"):
        take_picture(upload(picture()))
    with pytest.raises(ValueError, match="a draft or to a submission"):
        take_picture(upload(picture()), draft=DraftFactory(), submission=SubmissionFactory())


# --- names --------------------------------------------------------------------------------------
NAMES = {
    "../../etc/passwd": "passwd",
    "C:\\Anh\\miến.jpg": "miến.jpg",
    "Đổi mới.jpg": "Đổi mới.jpg",
    "anh\u202egpj.exe": "anhgpj.exe",
    ".htaccess": "htaccess",
    "...": "",
    "a\r\nSet-Cookie: x.jpg": "a Set-Cookie: x.jpg",
    "a\0b.jpg": "ab.jpg",
    "  \u00a0 miến   dong .jpg": "miến dong .jpg",
    "🌾 mùa vàng.jpg": "🌾 mùa vàng.jpg",
    "": "",
}


@pytest.mark.parametrize("name", NAMES)
def test_f_09_a_name_is_shown_without_path_tricks_or_invisible_letters(name):
    assert display_name(name) == NAMES[name]


def test_f_09_a_long_name_keeps_its_ending():
    name = display_name("x" * 300 + ".heic")
    assert (len(name), name[-6:]) == (120, "x.heic")
    assert len(display_name("." + "y" * 300 + "." + "z" * 300)) == 120


@pytest.mark.parametrize(
    ("name", "saved_as"),
    [
        ("IMG_2041.HEIC", "IMG_2041.jpg"),
        ("con.jpg", "anh-con.jpg"),
        ("COM1.tar.jpg", "anh-COM1.tar.jpg"),
        ('a"b;c%20?.php', "a-b-c-20.jpg"),
        ("Đổi mới.png", "Đổi mới.jpg"),
        ("..", "anh.jpg"),
        ("", "anh.jpg"),
    ],
)
def test_f_09_it_is_saved_under_a_name_any_system_takes(name, saved_as):
    assert download_name(name, "ab/0123.jpg", "anh") == saved_as


def test_f_09_on_disk_there_is_nothing_of_the_senders_name(db, room):
    file = take_picture(upload(picture(), "../../Nông Văn Dũng.php"), draft=DraftFactory())
    (path,) = lying_in(room)
    assert path.relative_to(room).as_posix() == file.file.name
    assert len(path.stem) == 32
    assert path.suffix == ".jpg"


# --- into the library ---------------------------------------------------------------------------
def test_accepted_pictures_stand_in_the_library_once_in_order_with_their_words(home):
    submission = SubmissionFactory(title="Miến dong")
    collection = Collection.get_first_root_node().add_child(name="Hồ sơ")
    first, second = (
        take_picture(upload(picture(size=(300 + n, 200))), submission=submission, alt=f"Ảnh {n}")
        for n in range(2)
    )
    images = to_library(submission, None, collection)
    assert [(i.title, i.description, i.width, i.collection) for i in images] == [
        ("Miến dong, 1", "Ảnh 0", 300, collection),
        ("Miến dong, 2", "Ảnh 1", 301, collection),
    ]
    assert images[0].file.read() == first.file.read(), "not encoded once more"
    assert to_library(submission, None, collection) == images
    assert CustomImage.objects.count() == 2
    second.refresh_from_db()
    assert second.image == images[1]


def test_only_what_was_scanned_leaves_the_quarantine(home):
    submission = SubmissionFactory()
    for state in (State.WAITING, State.INFECTED):
        SubmissionFileFactory(submission=submission, state=state)
    SubmissionFileFactory(submission=submission, kind="certificate")
    assert to_library(submission, None, None) == []


@pytest.mark.parametrize(
    ("seen", "agreed", "people"),
    [
        (None, True, People.UNKNOWN),
        (False, False, People.NONE),
        (True, False, People.UNKNOWN),
        (True, True, People.AGREED),
    ],
)
def test_a_face_is_public_only_by_consent(home, seen, agreed, people):
    submission = SubmissionFactory()
    purposes = [Purpose.HANDLING] + [Purpose.NAME] * agreed
    for purpose in purposes:
        ConsentFactory(submission=submission, text=ConsentTextFactory(purpose=purpose))
    file = take_picture(upload(picture()), submission=submission)
    SubmissionFile.objects.filter(pk=file.pk).update(has_person=seen)
    (image,) = to_library(submission, None, None)
    image.refresh_from_db()
    assert image.people == people


def test_a_consent_taken_back_does_not_count(home):
    submission = SubmissionFactory()
    text = ConsentTextFactory(purpose=Purpose.NAME)
    ConsentFactory(submission=submission, text=text, withdrawn_at=timezone.now())
    SubmissionFileFactory(submission=submission, has_person=True, file=upload(picture(), "a.jpg"))
    (image,) = to_library(submission, None, None)
    assert image.people == People.UNKNOWN


# --- going --------------------------------------------------------------------------------------
def test_a_file_taken_back_is_gone_with_its_bytes_once_that_is_sure(
    db, room, django_capture_on_commit_callbacks
):
    file = take_picture(upload(picture()), draft=DraftFactory())
    with django_capture_on_commit_callbacks() as later:
        drop(file)
        assert len(lying_in(room)) == 1, "it may still be rolled back"
    assert not SubmissionFile.objects.exists()
    for act in later:
        act()
    assert lying_in(room) == []


def aged(path, hours):
    then = time.time() - hours * 3600
    os.utime(path, (then, then))
    return path


def test_f_12_what_nobody_owns_is_swept_away_and_nothing_else(
    db, room, django_capture_on_commit_callbacks
):
    """Drafts past their day, rows of nobody, bytes without a row that are not on their way in."""
    old = DraftFactory(expires_at=timezone.now() - timedelta(minutes=1))
    SubmissionFileFactory(draft=old)
    SubmissionFileFactory()
    kept = [
        SubmissionFileFactory(draft=DraftFactory()),
        SubmissionFileFactory(submission=SubmissionFactory()),
    ]
    for file in kept:
        aged(file.file.path, 48)
    folder = room / "ab"
    folder.mkdir(exist_ok=True)
    lost, fresh, foreign = (
        folder / f"{'ab' * 16}.jpg",
        folder / f"{'ac' * 16}.jpg",
        folder / "x.jpg",
    )
    for path in (lost, fresh, foreign):
        path.write_bytes(b"x")
    aged(lost, 25), aged(foreign, 500)
    with django_capture_on_commit_callbacks(execute=True):
        assert sweep_orphans() == 2
    assert list(Draft.objects.all()) == [kept[0].draft]
    assert set(SubmissionFile.objects.all()) == set(kept)
    left = {path.name for path in lying_in(room)}
    assert left == {Path(file.file.name).name for file in kept} | {fresh.name, foreign.name}
    assert sweep_orphans() == 0


def test_f_12_where_nothing_was_ever_sent_there_is_nothing_to_sweep(db, room):
    assert not room.exists()
    assert sweep_orphans() == 0


def test_both_jobs_are_on_the_clock():
    from workflow import clock

    assert clock._jobs["sweep-files"].every == timedelta(days=1)
    assert clock._jobs["scan-waiting"].every == timedelta(minutes=5)


@pytest.mark.parametrize("inside", [True, False])
def test_f_10_a_quarantine_the_web_server_could_show_is_an_error(settings, tmp_path, inside):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.STATIC_ROOT = str(tmp_path / "static")
    place = tmp_path / "media" / "x" if inside else tmp_path / "quarantine"
    settings.QUARANTINE_ROOT = str(place)
    assert [found.id for found in quarantine_lies_apart()] == ["submissions.E001"] * inside


def test_f_10_a_quarantined_file_has_no_address(db):
    file = SubmissionFileFactory(draft=DraftFactory())
    with pytest.raises(ValueError, match="no address"):
        file.file.url  # noqa: B018
