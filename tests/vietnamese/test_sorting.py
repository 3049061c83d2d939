"""Order: 29 letters, then tones, then case; people by their given name."""

import random
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese import ALPHABET, initial, name_sort_key, sort_key

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=30)
ORDERED = [
    ("letters", list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")),
    ("tones", ["ma", "mà", "mả", "mã", "má", "mạ"]),
    ("tones of a letter with a hat", ["mâ", "mầ", "mẩ", "mẫ", "mấ", "mậ"]),
    ("letters before tones", ["cạ", "că", "cặ", "câ", "cậ", "cb"]),
    ("d before đ", ["da", "dy", "đa", "đi"]),
    ("the tone counts after all letters", ["má", "mai", "mài", "mái", "man"]),
    ("the tone of the first syllable that differs", ["ba bá", "bà ba", "bá ba"]),
    ("words one by one", ["Ba Bể", "Ba Vì", "Bắc", "Bắc Kạn", "Bắcx"]),
    ("small before capital", ["mơ", "Mơ", "MƠ"]),
    ("numbers by value", ["Tổ 1", "Tổ 2", "Tổ 9", "Tổ 10", "Tổ 11", "Tổ 100"]),
    ("numbers before letters", ["3 tháng", "12 tháng", "An", "Ăn"]),
    ("Latin before other scripts", ["Zin", "Ελλάδα", "Привет", "你好"]),
    (
        "startups",
        [
            "Cơ sở Mơ Vàng",
            "Hộ kinh doanh Hồng Nà Bản",
            "Hợp tác xã Nghệ Phương Sơn",
            "Nhóm Ruộng Số",
            "Tổ hợp tác Miến Nước Trong",
        ],
    ),
]
PEOPLE = [
    "Nguyễn Văn An",
    "Trần Văn An",
    "Lê Thị Ân",
    "Phạm Bình",
    "Nguyễn Thị Bình",
    "Hoàng Văn Dũng",
    "Nông Văn Đức",
    "Vi Thị Mai",
    "Bùi Thị Mái",
    "Đỗ Minh Ý",
]


@pytest.mark.parametrize("expected", [row for _, row in ORDERED], ids=[name for name, _ in ORDERED])
def test_words_stand_in_vietnamese_order(expected):
    shuffled = expected[:]
    random.Random(7).shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == expected
    keys = [sort_key(text) for text in expected]
    assert all(a < b for a, b in pairwise(keys))


def test_the_alphabet_has_its_29_letters_in_order():
    assert len(ALPHABET) == 29
    assert sorted(ALPHABET, key=sort_key) == list(ALPHABET)
    assert not set("FJWZ") & set(ALPHABET)


def test_all_vowels_with_all_tones_stand_in_order():
    tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
    rows = [unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in tones]
    assert len(set(rows)) == 72
    assert sorted(reversed(rows), key=sort_key) == rows


def test_signs_and_apostrophes_do_not_count():
    assert sort_key("“Miến dong”!") == sort_key("Miến dong")
    assert sort_key("H'Mông") == sort_key("H’Mông") == sort_key("HMông")
    assert sort_key("Khoa học – công nghệ") == sort_key("Khoa học, công nghệ")


def test_leading_zeros_do_not_change_a_number():
    assert sort_key("Tổ 07") == sort_key("Tổ 7")


def test_foreign_letters_stand_with_their_plain_ones():
    assert sort_key("Łódź") < sort_key("Lý")
    assert sort_key("Straße")[:12] == sort_key("Strasse")[:12]
    assert sort_key("Ðà Nẵng") == sort_key("Đà Nẵng")


@pytest.mark.parametrize("text", ["", "   ", "!!!", "🚀", "\u0301"])
def test_text_without_letters_has_an_empty_key(text):
    assert sort_key(text) == ""


@given(ANY_TEXT)
def test_a_key_has_only_digits_and_fits_its_column(text):
    for key in (sort_key(text * 20), name_sort_key(text * 20)):
        assert set(key) <= set("0123456789")
        assert len(key) <= 255


@given(ANY_TEXT)
def test_both_forms_of_unicode_have_the_same_keys(text):
    parts, whole = unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text)
    assert sort_key(parts) == sort_key(whole)
    assert name_sort_key(parts) == name_sort_key(whole)
    assert initial(parts) == initial(whole)


@given(st.text("aăâbđêơưxyz ", max_size=20), st.text("aăâbđêơưxyz", min_size=1, max_size=5))
def test_a_longer_text_stands_after_its_beginning(text, more):
    start = text.strip()
    assert sort_key(start) < sort_key(start + more)


@given(st.text("aăâàảãáạbcdđeêghmnoôơuưy ", max_size=40), st.text("aáạăâzđ", max_size=30))
def test_two_texts_of_different_letters_never_share_a_key(one, other):
    plain_one, plain_other = " ".join(one.split()), " ".join(other.split())
    assert (sort_key(one) == sort_key(other)) == (plain_one == plain_other)


def test_letters_far_behind_no_longer_count():
    assert sort_key("a" * 90 + "b") == sort_key("a" * 90 + "c")


# --- people -------------------------------------------------------------------------------------
def test_people_stand_by_given_name_then_middle_then_family_name():
    shuffled = PEOPLE[:]
    random.Random(3).shuffle(shuffled)
    assert sorted(shuffled, key=name_sort_key) == PEOPLE


def test_middle_names_count_before_the_family_name():
    assert name_sort_key("Vũ Đình Nam") < name_sort_key("An Văn Nam")


def test_a_given_name_alone_stands_before_the_same_with_a_family_name():
    assert name_sort_key("Mai") < name_sort_key("Nông Mai") < name_sort_key("Nông Thị Mai")


@pytest.mark.parametrize("degree", ["TS.", "ThS.", "PGS. TS.", "BS."])
def test_a_degree_in_front_does_not_count(degree):
    assert name_sort_key(f"{degree} Nguyễn Văn An") == name_sort_key("Nguyễn Văn An")


@pytest.mark.parametrize("remark", ["(mẫu)", "(bút danh mẫu)", "(1990)", "()"])
def test_a_remark_in_brackets_does_not_count(remark):
    assert name_sort_key(f"Nguyễn Văn An {remark}") == name_sort_key("Nguyễn Văn An")


def test_a_name_all_in_brackets_is_still_a_name():
    assert name_sort_key("(An)") == name_sort_key("An") != ""


def test_spaces_between_names_do_not_count():
    assert name_sort_key(" Nguyễn   Văn\u00a0An ") == name_sort_key("Nguyễn Văn An")


def test_no_name_has_an_empty_key():
    assert name_sort_key("  ") == ""


# --- the letter of the A-Z row ------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("ăn", "Ă"),
        ("Ấm trà", "Â"),
        ("Ánh", "A"),
        ("Đồ gỗ", "Đ"),
        ("Ðồ gỗ", "Đ"),
        ("dong riềng", "D"),
        ("Ếch", "Ê"),
        ("Ổi", "Ô"),
        ("Ở quê", "Ơ"),
        ("Ứng dụng", "Ư"),
        ("Ủy ban", "U"),
        ("Ý tưởng", "Y"),
        ("“Quê” nhà", "Q"),
        ("  - Mơ", "M"),
        ("Ñandú", "N"),
        ("FPT", "#"),
        ("3 anh em", "#"),
        ("你好", "#"),
        ("!!!", "#"),
        ("", "#"),
    ],
)
def test_an_entry_is_listed_under_its_vietnamese_letter(text, letter):
    assert initial(text) == letter
    assert initial(unicodedata.normalize("NFD", text)) == letter


@given(ANY_TEXT)
def test_every_text_has_a_place_in_the_row_of_letters(text):
    assert initial(text) in {*ALPHABET, "#"}


@given(st.sampled_from(ALPHABET), st.text("aeiouhng", max_size=5))
def test_the_row_of_letters_follows_the_order_of_the_keys(letter, rest):
    assert initial(letter + rest) == letter
    assert sort_key(letter) <= sort_key(letter + rest)
