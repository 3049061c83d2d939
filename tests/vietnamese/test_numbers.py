"""Numbers, in functions and in Django's formats for the locale."""

from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats, translation
from hypothesis import given
from hypothesis import strategies as st

from vietnamese import (
    NBSP,
    format_money,
    format_number,
    format_percent,
    format_size,
    parse_number,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (1250000, "1.250.000"),
        (-1250000, "-1.250.000"),
        (3.5, "3,5"),
        (Decimal("3.50"), "3,5"),
        (Decimal("1234.567"), "1.234,57"),
        (0.125, "0,13"),
        (2.675, "2,68"),
        (-0.001, "0"),
        (0.1 + 0.2, "0,3"),
        (1e15, "1.000.000.000.000.000"),
        (10**30, "1" + ".000" * 10),
    ],
)
def test_a_number_has_a_decimal_comma_and_points_between_thousands(value, text):
    assert format_number(value) == text


@pytest.mark.parametrize(("decimals", "text"), [(0, "3"), (1, "2,7"), (3, "2,719"), (6, "2,71875")])
def test_a_number_has_at_most_so_many_decimals(decimals, text):
    assert format_number(2.71875, decimals) == text


def test_a_half_is_rounded_away_from_zero():
    assert [format_number(n, 0) for n in (0.5, 1.5, 2.5, -0.5)] == ["1", "2", "3", "-1"]


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan"), Decimal("NaN")])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match="finite"):
        format_number(value)


def test_a_number_too_large_to_write_is_refused():
    with pytest.raises(ValueError, match="too large"):
        format_number(1e300)


def test_a_percentage_stands_close_to_its_sign():
    assert format_percent(3.5) == "3,5%"
    assert format_percent(100) == "100%"
    assert format_percent(12.345, 2) == "12,35%"


def test_money_is_in_whole_dong_that_do_not_break_off():
    assert format_money(1250000) == f"1.250.000{NBSP}đồng"
    assert format_money(Decimal("999.5")) == f"1.000{NBSP}đồng"
    assert NBSP == "\u00a0"


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 kB"),
        (180_400, "180 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (1_234_567, "1,2 MB"),
        (999_949_999, "999,9 MB"),
        (999_950_000, "1 GB"),
        (5 * 10**12, "5 TB"),
        (5 * 10**15, "5.000 TB"),
    ],
)
def test_a_file_size_is_told_in_the_unit_that_fits(size, text):
    assert format_size(size) == text.replace(" ", NBSP)


def test_a_negative_size_is_refused():
    with pytest.raises(ValueError, match="negative"):
        format_size(-1)


@given(st.integers(0, 10**18))
def test_a_file_size_is_short(size):
    number, unit = format_size(size).split(NBSP)
    assert unit in {"B", "kB", "MB", "GB", "TB"}
    assert unit == "TB" or parse_number(number) < 1000


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.250.000", "1250000"),
        ("1 250 000", "1250000"),
        ("1\u00a0250\u00a0000", "1250000"),
        ("1250000", "1250000"),
        ("3,5", "3.5"),
        ("3.5", "3.5"),
        ("1.250", "1250"),
        ("1,250", "1.25"),
        ("1.250,75", "1250.75"),
        ("12.50", "12.50"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("-1.250", "-1250"),
        ("+5", "5"),
        ("  42 ", "42"),
        ("007", "7"),
    ],
)
def test_a_number_may_be_typed_in_any_usual_way(typed, value):
    assert parse_number(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "một",
        "1.25.000",
        "1,250,000",
        "1.2500.000",
        "5%",
        "1e5",
        "--1",
        "3,",
        ",5",
        "٣",
        "²",
    ],
)
def test_what_is_typed_unclearly_is_refused(typed):
    with pytest.raises(ValueError, match="not a number"):
        parse_number(typed)


@given(st.integers(-(10**15), 10**15))
def test_a_written_whole_number_reads_back_as_itself(value):
    assert parse_number(format_number(value)) == value


@given(st.decimals(-(10**12), 10**12, places=2, allow_nan=False))
def test_a_written_decimal_reads_back_as_itself(value):
    assert parse_number(format_number(value)) == value


@given(st.floats(-1e12, 1e12), st.integers(0, 6))
def test_a_written_number_is_near_the_number(value, decimals):
    written = parse_number(format_number(value, decimals))
    assert abs(written - Decimal(str(value))) <= Decimal(5).scaleb(-decimals - 1)


# --- Django's formats ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("value", "text"),
    [(1250000, "1.250.000"), (3.5, "3,5"), (Decimal("1234.50"), "1.234,50"), (-1000, "-1.000")],
)
def test_templates_write_numbers_as_the_country_does(value, text):
    with translation.override("vi"):
        assert Template("{{ value }}").render(Context({"value": value})) == text


def test_the_separators_are_those_of_the_functions():
    with translation.override("vi"):
        assert formats.get_format("DECIMAL_SEPARATOR") == ","
        assert formats.get_format("THOUSAND_SEPARATOR") == "."
        assert formats.get_format("NUMBER_GROUPING") == 3


@given(st.integers(-(10**15), 10**15))
def test_functions_and_templates_write_the_same_number(value):
    with translation.override("vi"):
        assert formats.number_format(value) == format_number(value)


@pytest.mark.parametrize(
    ("typed", "value"), [("1.250.000,5", "1250000.5"), ("3,5", "3.5"), ("12", "12")]
)
def test_a_localised_field_reads_a_decimal_comma(typed, value):
    with translation.override("vi"):
        assert forms.DecimalField(localize=True).clean(typed) == Decimal(value)
