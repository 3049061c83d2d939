"""Numbers and addresses startups tell about themselves (CASES S-19, S-20)."""

import pytest
from django.core.exceptions import ValidationError

from events.models import EventSession
from showcase.models import BuyPlace, StartupLink
from showcase.validators import validate_tax_code, validate_web_url

WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def check_digit(first_nine):
    """Appendix of the tax rules: 10 minus the weighted sum modulo 11."""
    total = sum(int(digit) * weight for digit, weight in zip(first_nine, WEIGHTS, strict=True))
    return 10 - total % 11


@pytest.mark.parametrize("start", ["123456789", "000000001", "987654321", "460000003"])
def test_exactly_one_last_digit_is_right(start):
    right = check_digit(start)
    accepted = []
    for digit in range(10):
        try:
            validate_tax_code(f"{start}{digit}")
        except ValidationError:
            continue
        accepted.append(digit)
    assert accepted == ([right] if right < 10 else [])


@pytest.mark.parametrize(
    "typed",
    [
        "１２３４５６７８９３",
        "١٢٣٤٥٦٧٨٩٣",
        "1234567893 ",
        "1234567893\n",
        "1234567893-01",
        "1234567893-000",
        "12345678901",
        "1234567890123",
        "",
        "=1+1",
    ],
)
def test_nothing_but_plain_digits_in_their_places_is_taken(typed):
    with pytest.raises(ValidationError):
        validate_tax_code(typed)


BAD = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//mau.example/",
    "https:///khong-may-chu",
    "http://ten:mat-khau@mau.example/",
    "http://@mau.example/",
    "http://[",
    "https://[::1",
    "ftp://mau.example/",
    "mau.example",
    "",
]


@pytest.mark.parametrize("address", BAD)
def test_only_addresses_of_the_web_are_taken(address):
    with pytest.raises(ValidationError):
        validate_web_url(address)


@pytest.mark.parametrize(
    "address", ["https://mau.example/a?b=c#d", "http://mau.example:8080/", "https://mẫu.example/"]
)
def test_addresses_of_the_web_are_taken(address):
    validate_web_url(address)


@pytest.mark.parametrize("address", [*BAD[:5], BAD[8], "http://" + "a" * 3000 + ".example/"])
@pytest.mark.parametrize(
    ("row", "field"),
    [
        (StartupLink(kind="website"), "url"),
        (BuyPlace(label="Chợ"), "url"),
        (EventSession(), "map_url"),
    ],
)
def test_the_fields_of_the_forms_refuse_them_with_a_message(row, field, address):
    setattr(row, field, address)
    with pytest.raises(ValidationError) as refused:
        row.clean_fields(exclude=[f.name for f in row._meta.fields if f.name != field])
    assert list(refused.value.message_dict) == [field]
