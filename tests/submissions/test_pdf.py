"""Certificates: what of a PDF is handed on, and what is refused (F-03, F-08)."""

import io
import subprocess
import time

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Stream, String

from submissions.files import pdf as pdf_module
from submissions.files.pdf import clean_pdf
from submissions.files.pdf_streams import Refused, bare_jpeg
from tests.submissions.samples import (
    SCRIPT,
    SECRET,
    moving,
    pdf_bomb,
    pdf_full_of_tricks,
    picture,
    saved,
    sheets,
)


def cleaned(raw):
    return clean_pdf(io.BytesIO(raw))


def why_not(raw):
    with pytest.raises(ValidationError) as refused:
        cleaned(raw)
    return refused.value.code


def content_of(page):
    return b"".join(bytes(op.operator) for op in pikepdf.parse_content_stream(page))


def test_f_08_of_a_pdf_full_of_tricks_only_its_pages_stay():
    raw = pdf_full_of_tricks()
    made = cleaned(raw)
    for trace in (
        SECRET, SCRIPT, b"JavaScript", b"/JS", b"alert", b"xau", b"MZ-", b"/URI", b"/Launch",
        b"/AA", b"/OpenAction", b"/Names", b"/Annots", b"RichMedia", b"/XFA", b"/Metadata", b"Exif",
        b"/Author", b"/Properties", b"Photoshop",
    ):  # fmt: skip
        assert trace in raw, trace
        assert trace not in made, trace
    with Pdf.open(io.BytesIO(made)) as copy:
        assert len(copy.pages) == 2
        assert set(copy.Root.keys()) == {"/Type", "/Pages"}
        assert "/Info" not in copy.trailer
        everything = b"".join(
            thing.read_bytes()
            for thing in copy.objects
            if isinstance(thing, Stream) and thing.Filter == Name.FlateDecode
        )
        assert SECRET not in everything, "not in what is packed either"
        assert content_of(copy.pages[0]) == b"qcmDoQ"
        photograph = copy.pages[0].Resources.XObject.Im0
        assert pikepdf.PdfImage(photograph).as_pil_image().size == (64, 48)


def test_a_certificate_looks_as_it_did():
    with Pdf.open(io.BytesIO(cleaned(saved(sheets(3))))) as copy:
        assert [content_of(page) for page in copy.pages] == [b"BTTfTdTjET"] * 3
        assert copy.pages[0].Resources.Font.F1.BaseFont == Name.Helvetica
        assert [float(side) for side in copy.pages[0].mediabox] == [0, 0, 300, 200]
        assert copy.is_linearized


def test_what_a_page_has_from_its_parents_stays_with_it():
    pdf = sheets(1)
    page = pdf.pages[0]
    pdf.Root.Pages.MediaBox, pdf.Root.Pages.Rotate = page.MediaBox, 90
    pdf.Root.Pages.Resources = page.Resources
    del page.obj["/MediaBox"], page.obj["/Resources"]
    with Pdf.open(io.BytesIO(cleaned(saved(pdf)))) as copy:
        (page,) = copy.pages
        assert page.obj["/Rotate"] == 90
        assert page.obj["/Resources"].Font.F1.BaseFont == Name.Helvetica


def test_the_seal_of_a_signature_and_what_was_typed_become_part_of_the_page():
    pdf = sheets(1)
    seal = Stream(pdf, b"1 0 0 rg 0 0 80 40 re f", Type=Name.XObject, Subtype=Name.Form,
                  BBox=Array([0, 0, 80, 40]), Resources=Dictionary())  # fmt: skip
    box, look = Array([20, 20, 100, 60]), Dictionary(N=seal)
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, F=4, Rect=box, AP=look)
    field = pdf.make_indirect(field)
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
    with Pdf.open(io.BytesIO(cleaned(saved(pdf)))) as copy:
        (drawn,) = copy.pages[0].Resources.XObject.as_dict().values()
        assert b"0 0 80 40 re" in drawn.read_bytes()
        assert b"Do" in content_of(copy.pages[0])


@pytest.mark.parametrize("user", ["mat-khau", ""], ids=["to open it", "to change it"])
def test_f_08_an_encrypted_pdf_is_refused_with_a_way_to_mend_it(user):
    raw = saved(sheets(1), encryption=Encryption(owner="chu", user=user))
    with pytest.raises(ValidationError, match="In rồi Lưu thành PDF") as refused:
        cleaned(raw)
    assert refused.value.code == "encrypted"


def many_things():
    pdf = sheets(1)
    fonts = {f"/F{n}": pdf.make_indirect(Dictionary(Type=Name.Font)) for n in range(51_000)}
    pdf.pages[0].Resources = Dictionary(Font=Dictionary(fonts))
    return saved(pdf)


def scripted_by_a_back_door():
    """One dictionary in two places: where names are free, and where they are not."""
    pdf = sheets(1)
    both = pdf.make_indirect(Dictionary(JS=String("app.alert('xau')")))
    pdf.pages[0].Resources.ExtGState = both
    return saved(pdf)


REFUSED = {
    "31 pages": (lambda: saved(sheets(31)), "too_many_pages"),
    "no page": (lambda: saved(Pdf.new()), "damaged"),
    "nothing": (lambda: b"", "no_pdf"),
    "a word": (lambda: b"%PDF-1.4\n" + SCRIPT, "damaged"),
    "half of one": (lambda: saved(sheets(3))[:200], "damaged"),
    "a picture": (picture, "no_pdf"),
    "a moving picture": (lambda: moving("GIF"), "no_pdf"),
    "a program": (lambda: b"MZ\x90\0" + b"\0" * 500, "no_pdf"),
    "a picture before it": (lambda: picture() + saved(sheets(1)), "no_pdf"),
    "a page of HTML before it": (lambda: SCRIPT + saved(sheets(1)), "no_pdf"),
    "a zip (docx, 42.zip)": (lambda: b"PK\x03\x04" + b"\0" * 500, "no_pdf"),
    "a bomb": (pdf_bomb, "too_complicated"),
    "a bomb in a bomb": (lambda: pdf_bomb(2), "too_complicated"),
    "three deep": (lambda: pdf_bomb(3), "too_complicated"),
    "brackets": (lambda: b"%PDF-1.4\n1 0 obj\n" + b"[" * 500_000 + b"\nendobj", "damaged"),
    "51,000 things": (many_things, "too_complicated"),
    "a script among names": (scripted_by_a_back_door, "too_complicated"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_f_03_f_08_what_is_not_surely_clean_is_refused_in_words(name):
    make, code = REFUSED[name]
    raw = make()
    started = time.monotonic()
    assert why_not(raw) == code
    assert time.monotonic() - started < 20


@pytest.mark.parametrize(
    "tail", [picture(), b"PK\x03\x04" + SECRET, SCRIPT], ids=["JPEG", "zip", "HTML"]
)
def test_f_03_what_else_a_file_is_besides_a_pdf_is_gone(tail):
    made = cleaned(saved(sheets(1)) + tail)
    assert tail not in made
    assert made.rstrip().endswith(b"%%EOF")


def test_packed_in_any_other_way_it_comes_out_as_our_own():
    pdf = sheets(1)
    hidden = Stream(pdf, b"")
    hidden.write((b"% " + SCRIPT).hex().encode() + b">", filter=Name.ASCIIHexDecode)
    pdf.pages[0].Contents = hidden
    with Pdf.open(io.BytesIO(cleaned(saved(pdf)))) as copy:
        assert copy.pages[0].Contents.Filter == Name.FlateDecode


def test_a_cleaner_that_hangs_or_dies_is_a_refusal(monkeypatch):
    def hang(*args, **kwargs):
        raise subprocess.TimeoutExpired("x", 1)

    raw = saved(sheets(1))
    monkeypatch.setattr(pdf_module, "CLEANER", ["/bin/sh", "-c", "kill -9 $$"])
    assert why_not(raw) == "too_complicated"
    monkeypatch.setattr(pdf_module, "CLEANER", ["/bin/sh", "-c", "echo khong-phai-pdf"])
    assert why_not(raw) == "too_complicated"
    monkeypatch.setattr(pdf_module.subprocess, "run", hang)
    assert why_not(raw) == "too_complicated"


def test_the_cleaner_knows_nothing_of_the_site(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "khong-duoc-biet")
    seen = {}

    def look(command, **options):
        seen.update(options["env"])
        return subprocess.CompletedProcess(command, 11, b"")

    monkeypatch.setattr(pdf_module.subprocess, "run", look)
    assert why_not(b"%PDF-1.4") == "damaged"
    assert set(seen) == {"PYTHONPATH"}


def test_of_a_jpeg_the_picture_stays_and_nothing_else():
    whole = picture(marked=True)
    bare = bare_jpeg(whole + SECRET)
    assert SECRET not in bare
    assert whole.count(SECRET) >= 5
    assert bare.endswith(b"\xff\xd9")
    for broken in (b"", b"\x89PNG", b"\xff\xd8garbage"):
        with pytest.raises(Refused):
            bare_jpeg(broken)
