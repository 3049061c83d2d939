"""Telephone numbers of Vietnam. Only made-up numbers stand here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vietnamese import format_phone, is_phone, parse_phone

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=20)
MOBILE = st.from_regex(r"[35789][0-9]{8}", fullmatch=True).filter(str.isascii)
FIXED = st.from_regex(r"2[0-9]{9}", fullmatch=True).filter(str.isascii)


@pytest.mark.parametrize(
    "typed",
    [
        "0900000001",
        "0900 000 001",
        "0900.000.001",
        "0900-000-001",
        "0900–000–001",
        "(0900) 000 001",
        "+84 900 000 001",
        "+84 (0) 900 000 001",
        "84900000001",
        "0084 900 000 001",
        "０９００ ０００ ００１",
        "\u202a0900 000 001\u202c",
        "\u200e+84 900\u00a0000\u00a0001\ufeff",
        "  0900 000 001\n",
    ],
)
def test_every_way_to_write_a_mobile_number_is_stored_alike(typed):
    assert parse_phone(typed) == "+84900000001"
    assert is_phone(typed)


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("0209 000 0001", "+842090000001", "0209 0000 001"),
        ("024 0000 0001", "+842400000001", "024 0000 0001"),
        ("(028) 0000.0001", "+842800000001", "028 0000 0001"),
        ("+84 208 0000 001", "+842080000001", "0208 0000 001"),
        ("1900 0001", "19000001", "1900 0001"),
        ("1800.0001", "18000001", "1800 0001"),
        ("1800 000 001", "1800000001", "1800 000 001"),
        ("0900000001", "+84900000001", "0900 000 001"),
    ],
)
def test_a_number_is_stored_in_one_form_and_shown_in_groups(typed, stored, shown):
    assert parse_phone(typed) == stored
    assert format_phone(typed) == format_phone(stored) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "gọi cho tôi",
        "900000001",
        "090000000",
        "09000000011",
        "0100000001",
        "0400000001",
        "0600000001",
        "+1 900 000 0001",
        "0091 900 000 001",
        "00900000001",
        "+84",
        "+84 +84 900000001",
        "1900",
        "1900 00",
        "0900 000 001 hoặc 0900 000 002",
        "٠٩٠٠٠٠٠٠٠١",
        "0" * 1000,
    ],
)
def test_what_is_no_vietnamese_number_is_refused(typed):
    assert not is_phone(typed)
    with pytest.raises(ValueError, match="Vietnamese"):
        parse_phone(typed)
    with pytest.raises(ValueError, match="Vietnamese"):
        format_phone(typed)


@given(MOBILE | FIXED)
def test_home_and_foreign_prefixes_mean_the_same_number(national):
    forms = {parse_phone(prefix + national) for prefix in ("0", "+84", "84", "0084", "+840")}
    assert forms == {f"+84{national}"}


@given(MOBILE | FIXED)
def test_a_shown_number_reads_back_as_the_stored_one(national):
    stored = f"+84{national}"
    assert parse_phone(format_phone(stored)) == stored
    assert parse_phone(stored) == stored


@given(ANY_TEXT | st.text("0123456789+ .", max_size=16))
def test_nothing_typed_can_do_harm(text):
    if is_phone(text):
        stored = parse_phone(text)
        assert stored.removeprefix("+").isdigit()
        assert stored.isascii()
        assert 8 <= len(stored) <= 13
