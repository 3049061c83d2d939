"""Clean text to store, folded text to compare."""

import itertools
import subprocess
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import vietnamese
from vietnamese import clean, fold
from vietnamese.text import INVISIBLE, LETTERS, strip_marks

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=40)
VOWELS = {
    "a": "aàáảãạăằắẳẵặâầấẩẫậ",
    "e": "eèéẻẽẹêềếểễệ",
    "i": "iìíỉĩị",
    "o": "oòóỏõọôồốổỗộơờớởỡợ",
    "u": "uùúủũụưừứửữự",
    "y": "yỳýỷỹỵ",
}


def test_the_package_works_without_django():
    source = Path(vietnamese.__file__).parents[1]
    code = "import sys, vietnamese; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=source, check=False).returncode == 0


# --- clean --------------------------------------------------------------------------------------
@pytest.mark.parametrize("typed", ["Phường Bắc Kạn", "Ủy ban", "Nguyễn Thị Mỹ Hằng"])
def test_letters_typed_in_parts_are_stored_as_one(typed):
    assert clean(unicodedata.normalize("NFD", typed)) == typed


def test_marks_typed_in_another_order_are_stored_alike():
    assert clean("a\u0302\u0323") == clean("a\u0323\u0302") == "ậ"


@pytest.mark.parametrize(
    "hidden",
    [
        "\u0000",
        "\u0007",
        "\u001b",
        "\u007f",
        "\u0090",
        "\u00ad",
        "\u200b",
        "\u200d",
        "\u200e",
        "\u202e",
        "\u2060",
        "\u2066",
        "\u3164",
        "\ufeff",
        "\ufff9",
        "\U000e0041",
    ],
)
def test_a_hidden_character_goes_without_a_trace(hidden):
    assert clean(f"Bắc{hidden} Kạn") == "Bắc Kạn"
    assert clean(f"Bắc{hidden} Kạn", multiline=True) == "Bắc Kạn"


@pytest.mark.parametrize("code", [0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFDD0, 0xFDEF])
def test_lone_surrogates_and_non_characters_go(code):
    assert clean(f"Miến{chr(code)} dong") == "Miến dong"


@pytest.mark.parametrize("plane", range(17))
def test_the_last_two_places_of_each_plane_go(plane):
    """U+FFFE and U+FFFF break XML; their likes in other planes are no characters either."""
    assert clean(f"a{chr(plane << 16 | 0xFFFE)}b{chr(plane << 16 | 0xFFFF)}c") == "abc"


def test_ends_are_stripped_and_inner_spaces_kept():
    assert clean("  Hợp tác xã   Nghệ \u00a0") == "Hợp tác xã   Nghệ"
    assert clean("1.250.000\u00a0đồng") == "1.250.000\u00a0đồng"


@pytest.mark.parametrize("line_break", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_a_line_break_becomes_one_space_or_one_newline(line_break):
    assert clean(f"một{line_break}hai") == "một hai"
    assert clean(f"một{line_break}hai", multiline=True) == "một\nhai"


def test_tabs_stay_only_in_text_of_several_lines():
    assert clean("tên\tgiá") == "tên giá"
    assert clean("tên\tgiá", multiline=True) == "tên\tgiá"


def test_paragraphs_are_kept_apart():
    assert clean("một\r\n\r\nhai\n", multiline=True) == "một\n\nhai"


def test_signs_and_pictures_that_can_be_seen_are_kept():
    assert clean("“Khởi nghiệp” – 🚀 5★ ½") == "“Khởi nghiệp” – 🚀 5★ ½"


@given(ANY_TEXT, st.booleans())
@example(" \u0301a", False)
def test_cleaning_twice_is_cleaning_once(text, multiline):
    once = clean(text, multiline=multiline)
    assert clean(once, multiline=multiline) == once


@given(ANY_TEXT, st.booleans())
def test_clean_text_has_no_control_characters_and_is_composed(text, multiline):
    result = clean(text, multiline=multiline)
    allowed = {"\n", "\t"} if multiline else set()
    assert not {c for c in result if unicodedata.category(c) in ("Cc", "Cs")} - allowed
    assert unicodedata.is_normalized("NFC", result)
    assert result == result.strip()


@given(ANY_TEXT, st.booleans())
def test_clean_text_fits_into_xml_and_utf_8(text, multiline):
    element = ElementTree.Element("t")
    element.text = clean(text, multiline=multiline)
    assert (ElementTree.fromstring(ElementTree.tostring(element, "utf-8")).text or "") == (
        element.text
    )


@given(ANY_TEXT, st.booleans())
def test_both_forms_of_unicode_clean_to_the_same(text, multiline):
    assert clean(unicodedata.normalize("NFD", text), multiline=multiline) == clean(
        unicodedata.normalize("NFC", text), multiline=multiline
    )


# --- fold ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(("base", "letters"), VOWELS.items())
def test_a_stacked_letter_folds_to_its_base(base, letters):
    for letter in letters:
        assert fold(letter) == fold(letter.upper()) == base
        assert fold(unicodedata.normalize("NFD", letter)) == base


@pytest.mark.parametrize("typed", ["Đổi mới", "đổi mới", "Ðổi mới", "Ɖổi mới", "ĐỔI MỚI"])
def test_every_d_with_a_bar_folds_to_d(typed):
    assert fold(typed) == "doi moi"


def test_old_and_new_places_of_the_tone_fold_alike():
    assert fold("hòa thủy") == fold("hoà thuỷ") == "hoa thuy"


def test_spaces_and_line_breaks_fold_to_single_spaces():
    assert fold("  Phường\tBắc\r\n\u00a0Kạn\u3000") == "phuong bac kan"


def test_full_width_and_styled_letters_fold_to_plain_ones():
    assert fold("Ｂắｃ 𝐊ạ𝐧 ﬁn") == "bac kan fin"


def test_folding_keeps_signs_and_other_scripts():
    assert fold("Miến dong, 5% (OCOP) Привет") == "mien dong, 5% (ocop) привет"


def test_a_foreign_letter_folds_to_its_latin_likeness():
    assert fold("Straße, Œuvre, Łódź, İstanbul") == "strasse, oeuvre, lodz, istanbul"


@pytest.mark.parametrize("letter", sorted(LETTERS))
def test_a_letter_in_the_table_is_one_that_unicode_does_not_divide(letter):
    assert unicodedata.normalize("NFKD", letter) == letter
    assert LETTERS[letter].isascii()


def test_no_vietnamese_letter_is_left_out_of_the_plain_alphabet():
    letters = "".join(itertools.chain(*VOWELS.values())) + "bcdđghklmnpqrstvx"
    assert strip_marks(letters + letters.upper()).isascii()


@given(ANY_TEXT)
@example("ΑΣ ß İ ǅ")
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_every_form_of_unicode_folds_to_the_same(text):
    assert len({fold(unicodedata.normalize(f, text)) for f in ("NFC", "NFD", "NFKC", "NFKD")}) == 1


@given(ANY_TEXT)
def test_folded_text_has_single_spaces_and_no_marks(text):
    result = fold(text)
    assert result == " ".join(result.split(" ")).strip()
    assert not [c for c in strip_marks(result) if unicodedata.category(c) in ("Mn", "Me", "Cc")]
    assert fold(clean(text)) == fold(clean(text, multiline=True)) == result


def test_the_class_of_invisible_characters_is_written_without_python_only_escapes():
    """The same text stands in a regular expression of the admin's JavaScript."""
    assert not set("\\") & set(INVISIBLE.replace(r"\u", ""))
