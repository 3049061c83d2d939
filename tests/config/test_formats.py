"""Dates, times and numbers as the country writes them, also where libraries write them."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import timezone, translation
from django.utils.timesince import timesince
from wagtail.admin.datetimepicker import to_datetimepicker_format
from wagtail.admin.localization import get_js_translation_strings
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

MOMENT = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


def drawn(source, value):
    libraries = "{% load humanize l10n wagtailadmin_tags %}"
    return Template(libraries + source).render(Context({"value": value}))


@pytest.mark.parametrize(
    ("source", "value", "expected"),
    [
        ("{{ value|date }}", MOMENT, "23/11/2026"),
        ("{{ value|date:'DATETIME_FORMAT' }}", MOMENT, "17:30, 23/11/2026"),
        ("{{ value|date:'SHORT_DATE_FORMAT' }}", MOMENT, "23/11/2026"),
        ("{{ value|time }}", MOMENT, "17:30"),
        ("{{ value }}", 1250000, "1.250.000"),
        ("{{ value|intcomma }}", 1250000, "1.250.000"),
        ("{{ value|floatformat:1 }}", Decimal("3.5"), "3,5"),
        ("{{ value|filesizeformat }}", 1_572_864, "1,5 MB"),
    ],
)
def test_dates_and_numbers(source, value, expected):
    assert drawn(source, value).replace("\xa0", " ") == expected


def test_the_moments_of_lists_are_said_as_one_says_them():
    now = timezone.now()
    three_days = drawn("{{ value|timesince_simple }}", now - timedelta(days=3))
    with_hours = timesince(now - timedelta(days=3, hours=2), now)
    assert three_days.replace("\xa0", " ") == "3 ngày trước"
    assert with_hours.replace("\xa0", " ") == "3 ngày, 2 giờ"


@pytest.mark.parametrize("widget", [AdminDateInput, AdminDateTimeInput])
def test_pickers_begin_the_week_on_monday_and_write_the_day_first(widget):
    config = widget().get_config()
    assert config["dayOfWeekStart"] == 1
    assert config["format"].startswith(to_datetimepicker_format("%d/%m/%Y"))


def test_months_and_weekdays_of_the_scripts_are_vietnamese():
    words = get_js_translation_strings()
    assert words["MONTHS"][0] == "Tháng 1"
    assert words["MONTHS"][11] == "Tháng 12"
    assert words["WEEKDAYS_SHORT"] == ["CN", "T2", "T3", "T4", "T5", "T6", "T7"]
