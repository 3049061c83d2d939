"""Every field of every form: at its limit, past it, empty, with what belongs in no text."""

import pytest
from django import forms

from submissions.forms import AddressField, CleanCharField, ManyRowsField, OneRowField, PhoneField
from submissions.intake import kinds
from submissions.models import Draft, Submission
from tests.soup import words
from tests.submissions.filling import FORM, hidden, send, soup_of, walk

CONTROLS = "\x00\x0b\x1f\x7f\u202e\u200b\u200f\u2066\ufeff"
NOTHING = ["", "   ", "\u00a0\u00a0", "\u200b\u200c\ufeff", "\t\n "]
STRINGS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{7*7}}",
    "{% load static %}{% now 'Y' %}",
    "%s %(title)s {0.__class__}",
    "&lt;b&gt; &amp;",
    "<!-- --><![CDATA[x]]>",
]
"""A sample of X-01 and X-08: ends of elements and attributes, and templates of three kinds."""


def text_fields():
    """`(kind, step, name, most)` of every field of free text."""
    for intake in kinds():
        parts = [("1", intake.who_form()), ("2", intake.content_form())]
        for step, form_class in parts:
            for name, field in form_class.base_fields.items():
                if isinstance(field, CleanCharField):
                    yield intake.kind, step, name, field


PLAIN = [
    row for row in text_fields() if not isinstance(row[3], (PhoneField, AddressField))
]  # fmt: skip
FREE = [row for row in PLAIN if row[2] not in ("tax_code", "website")]


def ident(row):
    return f"{row[0]}-{row[2]}" if isinstance(row, tuple) else None


def bound(kind, step, data):
    """The form of a step with these answers and nothing else."""
    intake = next(row for row in kinds() if row.kind == kind)
    form_class = intake.who_form() if step == "1" else intake.content_form()
    form = form_class(data)
    form.is_valid()
    return form


# --- S-02 -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("row", FREE, ids=ident)
def test_S02_a_text_may_be_as_long_as_it_says_and_not_a_letter_longer(db, row):
    kind, step, name, field = row
    most = "ờ" * field.most
    form = bound(kind, step, {name: most})
    assert name not in form.errors
    assert form.cleaned_data[name] == most
    over = bound(kind, step, {name: most + "ờờ"})
    assert over.errors[name] == [f"Bớt 2 ký tự: đang dài {field.most + 2}, tối đa {field.most}."]
    assert over[name].value() == most + "ờờ"


@pytest.mark.parametrize("nothing", NOTHING, ids=repr)
@pytest.mark.parametrize("row", list(text_fields()), ids=ident)
def test_S02_what_looks_empty_is_empty(db, row, nothing):
    kind, step, name, field = row
    form = bound(kind, step, {name: nothing})
    if field.required:
        assert form.errors[name] == ["Ô này cần điền."]
    else:
        assert form.cleaned_data.get(name, "") == ""


def test_S02_the_refused_field_says_why_and_the_others_are_kept(client, clock, filling):
    walk(client, clock, filling)
    what = filling.what(title="Miến " * 40, price_note="70.000 đồng/kg", tagline="")
    answer = client.post(f"{FORM}san-pham/buoc-2/", what)
    soup = soup_of(answer)
    assert answer.status_code == 400
    assert words(soup.select_one(".esum h2")) == "Còn 2 chỗ cần sửa"
    assert [link["href"] for link in soup.select(".esum a")] == ["#id_title", "#id_tagline"]
    title = soup.select_one("#id_title")
    assert title["value"] == "Miến " * 40
    assert title["aria-invalid"] == "true"
    assert "id_title_error" in title["aria-describedby"]
    assert "Bớt 39 ký tự" in words(soup.select_one("#id_title_error"))
    assert soup.select_one("#id_price_note")["value"] == "70.000 đồng/kg"
    assert soup.select_one("input[name=readiness][checked]")["value"] == "market"
    assert soup.title.text.startswith("Có lỗi: ")


# --- S-03 -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("row", FREE, ids=ident)
def test_S03_what_nobody_can_see_does_not_get_in(db, row):
    kind, step, name, field = row
    typed = f"Miến{CONTROLS} dong\t1\r\n2"
    form = bound(kind, step, {name: typed})
    if name == "name":  # a line break in a name is no slip
        assert form.errors["name"] == ["Chỉ ghi họ tên, trên một dòng."]
        return
    # A vertical tab is a kind of line break.
    clean = "Miến\n dong\t1\n2" if field.multiline else "Miến  dong 1 2"
    assert form.cleaned_data[name] == clean


def test_S03_a_draft_keeps_what_the_database_can_keep(client, clock, filling):
    walk(client, clock, filling)
    typed = "x\x00\ud800y" + "z" * 30_000
    what = filling.what(title=typed.encode("utf-8", "surrogatepass"))
    assert client.post(f"{FORM}san-pham/buoc-2/", what).status_code == 400
    (kept,) = Draft.objects.get().answers["2"]["title"]
    assert "\x00" not in kept
    assert len(kept) <= 20_000
    kept.encode("utf-8")


# --- S-19 -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0100233488", "0100233488"),
        ("0314409058-002", "0314409058-002"),
        ("0314409058002", "0314409058-002"),
        ("019301234567", "019301234567"),
        (" 0100 233 488 ", "0100233488"),
        ("０１００２３３４８８", "0100233488"),
        ("0314409058–002", "0314409058-002"),
        ("0100233489", None),
        ("0314409058-000", None),
        ("010023348", None),
        ("O1OO233488", None),
        ("01930123456789", None),
        ("0100233488; drop", None),
    ],
)
def test_S19_tax_codes_as_the_country_writes_them(client, clock, filling, typed, stored):
    what = filling.what("don-vi", tax_code=typed)
    if stored is None:
        form = bound("don-vi", "2", {"tax_code": typed})
        assert form.errors["tax_code"]
        return
    _answer, submission = send(client, clock, filling, kind="don-vi", what=what)
    assert submission.sender.tax_code == stored
    assert "tax_code" not in submission.payload


def test_S19_a_code_of_twelve_digits_is_not_in_the_preview(client, clock, filling):
    what = filling.what("don-vi", tax_code="019301234567")
    last, _data = walk(client, clock, filling, "don-vi", what=what)
    assert "019301234567" not in client.get(last).content.decode()


# --- S-20 -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/\\evil.example",
        "http://127.0.0.1",
        "http://localhost/x",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://user@mau.example",
        "ftp://mau.example",
        "http://mau.example/ x",
        "https://mau.example/" + "a" * 3000,
        "mau",
    ],
)
def test_S20_addresses_that_lead_elsewhere_are_refused_beside_the_field(db, typed):
    form = bound("san-pham", "2", {"website": typed})
    assert form.errors["website"]
    assert form["website"].value() == typed


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("https://miendong.example/ban?x=1", "https://miendong.example/ban?x=1"),
        ("miendong.example", "https://miendong.example"),
        ("https://miếndong.vn", "https://miếndong.vn"),
    ],
)
def test_S20_addresses_of_the_web_are_taken(db, typed, stored):
    assert bound("san-pham", "2", {"website": typed}).cleaned_data["website"] == stored


# --- rows -----------------------------------------------------------------------------------------
def row_fields():
    """Fields that choose rows."""
    for intake in kinds():
        for step, form_class in (("1", intake.who_form()), ("2", intake.content_form())):
            for name, field in form_class.base_fields.items():
                if isinstance(field, forms.ModelChoiceField):
                    yield intake.kind, step, name, field


@pytest.mark.parametrize("typed", ["9" * 30, "-1", "x", "1 or 1=1", "\x00", "１"], ids=repr)
@pytest.mark.parametrize("row", list(row_fields()), ids=ident)
def test_what_is_no_key_is_no_choice(db, row, typed):
    kind, step, name, field = row
    assert isinstance(field, (OneRowField, ManyRowsField))
    data = {name: [typed] if isinstance(field, ManyRowsField) else typed}
    assert bound(kind, step, data).errors[name]


# --- X-01, X-08 -----------------------------------------------------------------------------------
@pytest.mark.parametrize("text", STRINGS)
@pytest.mark.parametrize("kind", ["don-vi", "cau-chuyen", "gian-hang"])
def test_X01_whatever_is_typed_is_shown_as_it_was_typed(client, clock, filling, kind, text):
    client.raise_request_exception = True
    for step in ("1", "2"):
        names = [row[2] for row in text_fields() if row[:2] == (kind, step)]
        address = f"{FORM}{kind}/gui/"
        answer = client.post(address, dict.fromkeys(names, text))
        soup = soup_of(answer)
        assert answer.status_code == 400
        for name in names:
            tag = soup.select_one(f"#id_{name}")
            shown = tag.text.removeprefix("\n") if tag.name == "textarea" else tag["value"]
            assert shown == text, name
        assert not soup.main.select("script:not([src]), [onerror], [onload], svg[onload]")
        assert "alert(1)" not in "".join(tag.text for tag in soup.select("script"))


@pytest.mark.parametrize("text", STRINGS)
def test_X01_on_the_preview_and_the_receipt_too(client, clock, filling, text):
    who = filling.who("don-vi", name=f"Dũng {text}".replace("@", ""), unit_name=text, role=text)
    what = filling.what("don-vi", title=text, tagline=text[:120], about=text, problem=text)
    last, data = walk(client, clock, filling, "don-vi", who=who, what=what)
    preview = soup_of(client.get(last))
    assert preview.select_one(".prev-b h3").text == text
    receipt = soup_of(client.get(client.post(last, data | filling.agreed())["Location"]))
    assert text in receipt.main.text
    for soup in (preview, receipt):
        assert not soup.main.select("script:not([src]), [onerror], [onload]")
    assert Submission.objects.get().title == text


def test_a_form_of_wrong_answers_is_no_fault_of_the_site(client, clock, filling):
    for kind in [row.kind for row in kinds()]:
        address = f"{FORM}{kind}/gui/"
        data = hidden(client.get(address))
        answer = client.post(address, data | {"trang": "x", "sectors": ["y", ""], "asked": "z"})
        assert answer.status_code == 400
        assert soup_of(answer).select(".esum a")
