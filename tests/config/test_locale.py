"""Our Vietnamese catalogue: compiled as written, whole, with every placeholder in its place."""

import re
from pathlib import Path

import polib
import pytest
from django.utils import translation

FOLDER = Path(__file__).resolve().parents[2] / "site/config/locale/vi/LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
DOMAINS = pytest.mark.parametrize("domain", ["django", "djangojs"])


@DOMAINS
def test_what_is_compiled_is_what_is_written(domain):
    written = {
        (row.msgctxt, row.msgid): row.msgstr or row.msgstr_plural[0]
        for row in polib.pofile(str(FOLDER / f"{domain}.po"))
        if not row.obsolete
    }
    compiled = {
        (row.msgctxt, row.msgid): row.msgstr or row.msgstr_plural[0]
        for row in polib.mofile(str(FOLDER / f"{domain}.mo"))
    }
    assert compiled == written, "run `make messages`"
    assert len(written) > (2000 if domain == "django" else 80)


@DOMAINS
def test_nothing_is_empty_and_no_placeholder_is_lost(domain):
    for row in polib.pofile(str(FOLDER / f"{domain}.po")):
        text = row.msgstr or row.msgstr_plural.get(0, "")
        assert text.strip(), row.msgid
        asked = set(PLACEHOLDER.findall(row.msgid)) | set(PLACEHOLDER.findall(row.msgid_plural))
        assert set(PLACEHOLDER.findall(text)) <= asked, (row.msgid, text)
        needed = set(PLACEHOLDER.findall(row.msgid_plural or row.msgid))
        assert needed <= set(PLACEHOLDER.findall(text)), (row.msgid, text)


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [("Save draft", "Lưu bản nháp"), ("Publish", "Đăng"), ("Images", "Ảnh")],
)
def test_the_admin_speaks_vietnamese(english, vietnamese):
    with translation.override("vi"):
        assert translation.gettext(english) == vietnamese
