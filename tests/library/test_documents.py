"""Files to download: what they are, what they are called, who gets them."""

import io
import re
import struct
import unicodedata
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from library.documents import check_document
from library.models import CustomDocument, LegalFile
from library.names import download_name, random_name
from tests.factories.library import DocumentFactory, LegalDocumentPageFactory

PDF = b"%PDF-1.7\n%%EOF"
RANDOM = re.compile(r"^documents/[0-9a-f]{32}\.pdf$")


def zipped(**parts):
    """A zip; `__` in a name stands for a slash, the content types are always there."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
        if "mimetype" not in parts:
            archive.writestr("[Content_Types].xml", "<Types/>")
    return out.getvalue()


def huge_when_unpacked():
    """A docx whose directory says three gigabytes."""
    content = bytearray(zipped(word__document="x"))
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", 3_000_000_000)
    return bytes(content)


DOCX, XLSX = zipped(word__document="x"), zipped(xl__workbook="x")
ODT = zipped(mimetype="application/vnd.oasis.opendocument.text")
ODS = zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet")
PLAIN_ZIP = io.BytesIO()
with ZipFile(PLAIN_ZIP, "w") as _archive:
    _archive.writestr("virus.exe", "MZ")

TAKEN = [
    ("a.pdf", PDF),
    ("A.PDF", b"\n" + PDF),
    ("a.docx", DOCX),
    ("a.xlsx", XLSX),
    ("a.pptx", zipped(ppt__presentation="x")),
    ("a.odt", ODT),
    ("a.ods", ODS),
    ("a.csv", "tên,giá\nmiến,60.000".encode()),
    ("a.mp3", b"\xff\xfb\x90\x00"),
    ("a.m4a", b"\x00\x00\x00\x20ftypM4A "),
]
REFUSED = [
    ("a.docx", PDF),
    ("a.docx", PLAIN_ZIP.getvalue()),
    ("a.docx", XLSX),
    ("a.xlsx", DOCX),
    ("a.odt", ODS),
    ("a.odt", DOCX),
    ("a.docx", DOCX[:60]),
    ("a.docx", huge_when_unpacked()),
    ("a.pdf", DOCX),
    ("a.pdf", b"<html>%PDX"),
    ("a.m4a", PDF),
    ("a.csv", DOCX),
    ("a.zip", PLAIN_ZIP.getvalue()),
    ("a.svg", b"<svg/>"),
    ("a.doc", b"\xd0\xcf\x11\xe0"),
    ("a.docm", DOCX),
    ("a", PDF),
    ("a.pdf.exe", PDF),
    ("a.pdf", b""),
    ("a.docx", b""),
]


@pytest.mark.parametrize(("name", "content"), TAKEN, ids=range(len(TAKEN)))
def test_files_that_are_what_they_say_are_taken_and_can_be_read_from_the_start(name, content):
    upload = ContentFile(content, name=name)
    check_document(upload)
    assert upload.read() == content


@pytest.mark.parametrize(("name", "content"), REFUSED, ids=range(len(REFUSED)))
def test_files_that_are_not_what_they_say_are_refused_in_vietnamese(name, content):
    with pytest.raises(ValidationError) as caught:
        check_document(ContentFile(content, name=name))
    assert caught.value.messages[0].startswith(("Không nhận tệp", "Nội dung tệp"))


def test_a_file_over_twenty_megabytes_is_refused():
    with pytest.raises(ValidationError) as caught:
        check_document(ContentFile(PDF + bytes(20 * 1024 * 1024), name="a.pdf"))
    assert "20 MB" in caught.value.messages[0]


NAMES = ["../../x.pdf", "a" * 300 + ".pdf", "con.pdf", "💡.pdf", ".pdf.pdf", "a\u202efdp.pdf"]
NAMES += [unicodedata.normalize("NFD", "Đổi mới.pdf"), "a b;c\"d'.pdf", "x\ny.pdf"]


def test_whatever_an_upload_is_called_it_lies_under_a_random_name(db):
    stored = {DocumentFactory(file=ContentFile(PDF, name=name)).file.name for name in NAMES}
    assert len(stored) == len(NAMES)
    assert all(RANDOM.match(name) for name in stored), stored


def test_an_ending_keeps_only_a_few_letters_and_digits():
    assert random_name("a.p/../hp").rpartition(".")[1] == ""
    assert re.fullmatch(r"[0-9a-f]{32}\.abcde", random_name("x.ABCDEFGH"))
    assert re.fullmatch(r"[0-9a-f]{32}", random_name("khong-duoi"))


@pytest.mark.parametrize(
    ("title", "start"),
    [("Kế hoạch số 209", "ke-hoach-so-209-"), ("💡💡", "tep-"), ("x/../y", "x-y-")],
)
def test_the_download_is_named_after_the_title(title, start):
    name = download_name(title, "documents/0123456789abcdef0123456789abcdef.pdf")
    assert name == f"{start}0123456789ab.pdf"
    assert len(download_name("dài " * 200, "documents/" + "0" * 32 + ".pdf")) < 110


def shown(document):
    """On a page the public may see."""
    page = LegalDocumentPageFactory(number="9/KH-UBND")
    page.files.add(LegalFile(document=document))
    page.save()


def test_a_file_no_page_shows_is_not_served_to_strangers(client, admin_client, home):
    document = DocumentFactory()
    assert client.get(document.url).status_code == 404, "uploading alone publishes nothing"
    assert admin_client.get(document.url).status_code == 200
    shown(document)
    assert client.get(document.url).status_code == 200


def test_a_reader_downloads_it_under_its_title_and_it_cannot_run_as_a_page(client, home):
    document = DocumentFactory(title="Mẫu đơn", file=ContentFile(b"<script>", name="a.txt"))
    shown(document)
    answer = client.get(document.url)
    assert b"".join(answer.streaming_content) == b"<script>"
    assert "mau-don-" in unquote(answer["Content-Disposition"])
    assert "attachment" in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_guessed_name_a_stored_path_and_a_missing_file_are_not_found(client, db):
    document = DocumentFactory()
    for path in (f"/documents/{document.pk}/tep.pdf", f"/{document.file.name}",
                 f"/media/{document.file.name}", f"/documents/{document.file.name}"):  # fmt: skip
        assert client.get(path).status_code == 404, path
    document.file.storage.delete(document.file.name)
    assert client.get(document.url).status_code == 404


def test_a_closed_collection_and_those_in_it_are_for_its_people_only(client, admin_client, db):
    closed = Collection.get_first_root_node().add_child(name="Nội bộ")
    below = closed.add_child(name="Biên bản")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    for collection in (closed, below):
        document = DocumentFactory(collection=collection)
        stranger = client.get(document.url)
        assert stranger.status_code == 302
        assert PDF not in stranger.content
        assert admin_client.get(document.url).status_code == 200


def test_a_new_file_in_the_admin_is_checked_and_replaces_the_old_one(
    admin_client, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.MEDIA_ROOT = tmp_path
    document = DocumentFactory(title="Kế hoạch")
    old = tmp_path / document.file.name
    url = reverse("wagtaildocs:edit", args=[document.pk])
    answer = admin_client.post(url, {"title": "Kế hoạch", "file": upload(b"MZ")})
    assert "Nội dung tệp không phải là .pdf" in str(answer.context["form"]["file"].errors)
    assert old.exists()
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(url, {"title": "Kế hoạch", "file": upload(PDF + b"2")})
    document = CustomDocument.objects.get()
    assert document.file.read() == PDF + b"2"
    assert [path.name for path in (tmp_path / "documents").iterdir()] == [
        document.file.name.rpartition("/")[2]
    ]


def test_many_files_at_once_and_the_chooser_are_checked_too(admin_client, db):
    ajax = {"x-requested-with": "XMLHttpRequest"}
    sent = {"title": "x", "files[]": upload(b"MZ")}
    told = admin_client.post(reverse("wagtaildocs:add_multiple"), sent, headers=ajax).json()
    assert not told["success"]
    assert "Nội dung tệp" in told["error_message"]
    sent = {"document-chooser-upload-title": "x", "document-chooser-upload-file": upload(b"MZ")}
    told = admin_client.post(reverse("wagtaildocs_chooser:create"), sent, headers=ajax).json()
    assert "Nội dung tệp" in told["htmlFragment"]
    assert not CustomDocument.objects.exists()


def upload(content, name="ke-hoach.pdf"):
    return SimpleUploadedFile(name, content)
