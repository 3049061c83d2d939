"""Dates and times, in functions and in Django's formats for the locale."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats, translation
from hypothesis import given
from hypothesis import strategies as st

from config.formats.vi import formats as vi
from vietnamese import (
    TIME_ZONE,
    document_date,
    format_date,
    format_date_long,
    format_date_range,
    format_hours,
    format_time,
    relative,
    to_vietnam,
    weekday,
)

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=TIME_ZONE)
DAYS = st.dates(min_value=date(1900, 1, 1))
MOMENTS = st.datetimes(
    min_value=datetime(1980, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC)
)


@pytest.fixture
def in_vietnamese():
    with translation.override("vi"):
        yield


def show(template: str, value: object) -> str:
    return Template(template).render(Context({"value": value}))


# --- moments ------------------------------------------------------------------------------------
def test_a_moment_is_told_in_vietnam_time():
    assert to_vietnam(datetime(2026, 11, 23, 17, 30, tzinfo=UTC)).hour == 0
    assert format_date(datetime(2026, 11, 23, 17, 30, tzinfo=UTC)) == "24/11/2026"
    assert format_time(datetime(2026, 11, 23, 17, 30, tzinfo=UTC)) == "00:30"
    assert weekday(datetime(2026, 11, 22, 17, 0, tzinfo=UTC)) == "Thứ Hai"


@pytest.mark.parametrize("function", [to_vietnam, format_date, format_time, weekday, document_date])
def test_a_naive_moment_is_refused(function):
    with pytest.raises(ValueError, match="aware"):
        function(datetime(2026, 11, 23, 9, 30))


def test_vietnam_has_no_summer_time():
    offsets = {to_vietnam(datetime(2026, m, 1, tzinfo=UTC)).utcoffset() for m in range(1, 13)}
    assert offsets == {timedelta(hours=7)}


def test_a_plain_time_is_taken_as_it_is():
    assert format_time(time(7, 5)) == "07:05"


# --- days ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("day", "name"),
    [
        (23, "Thứ Hai"),
        (24, "Thứ Ba"),
        (25, "Thứ Tư"),
        (26, "Thứ Năm"),
        (27, "Thứ Sáu"),
        (28, "Thứ Bảy"),
        (29, "Chủ Nhật"),
    ],
)
def test_the_week_begins_on_monday(day, name):
    assert weekday(date(2026, 11, day)) == name


def test_a_date_has_two_digits_for_day_and_month():
    assert format_date(date(2026, 1, 5)) == "05/01/2026"
    assert format_date_long(date(2026, 11, 23)) == "Thứ Hai, ngày 23/11/2026"


@given(DAYS)
def test_a_written_date_reads_back_as_the_same_day(day):
    assert datetime.strptime(format_date(day), "%d/%m/%Y").date() == day
    assert format_date_long(day).endswith(format_date(day))


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), "23/11/2026"),
        (date(2026, 11, 5), date(2026, 11, 7), "05 – 07/11/2026"),
        (date(2026, 11, 28), date(2026, 12, 2), "28/11 – 02/12/2026"),
        (date(2026, 12, 30), date(2027, 1, 2), "30/12/2026 – 02/01/2027"),
        (date(2025, 11, 5), date(2026, 11, 5), "05/11/2025 – 05/11/2026"),
    ],
)
def test_a_range_of_days_says_once_what_both_share(start, end, text):
    assert format_date_range(start, end) == text
    assert format_date_range(end, start) == text


def test_a_range_within_one_day_of_vietnam_is_that_day():
    start = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
    assert format_date_range(start, start + timedelta(hours=23)) == "23/11/2026"


@given(DAYS, DAYS)
def test_a_range_ends_with_its_last_day(one, other):
    text = format_date_range(one, other)
    assert text.endswith(format_date(max(one, other)))
    assert text.startswith(f"{min(one, other).day:02d}")


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 9, 2), "ngày 02 tháng 9 năm 2026"),
        (date(2026, 10, 10), "ngày 10 tháng 10 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_a_document_writes_a_zero_before_small_days_and_the_first_two_months(day, text):
    assert document_date(day) == text


# --- how long ago -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (timedelta(0), "vừa xong"),
        (timedelta(seconds=59), "vừa xong"),
        (timedelta(seconds=-30), "vừa xong"),
        (timedelta(minutes=1), "1 phút trước"),
        (timedelta(minutes=59, seconds=59), "59 phút trước"),
        (timedelta(hours=1), "1 giờ trước"),
        (timedelta(hours=9, minutes=30), "9 giờ trước"),
        (timedelta(hours=9, minutes=31), "hôm qua"),
        (timedelta(hours=33, minutes=30), "hôm qua"),
        (timedelta(hours=33, minutes=31), "21/11/2026"),
        (timedelta(days=400), "19/10/2025"),
        (timedelta(hours=-2), "23/11/2026"),
        (timedelta(days=-2), "25/11/2026"),
    ],
)
def test_how_long_ago_is_told_in_the_words_of_a_newspaper(ago, text):
    assert relative(NOW - ago, NOW) == text


def test_shortly_after_midnight_the_evening_before_is_hours_ago_and_not_yesterday():
    midnight = datetime(2026, 11, 23, 0, 30, tzinfo=TIME_ZONE)
    assert relative(midnight - timedelta(hours=2), midnight) == "2 giờ trước"
    assert relative(midnight - timedelta(hours=5, minutes=59), midnight) == "5 giờ trước"
    assert relative(midnight - timedelta(hours=6), midnight) == "hôm qua"


def test_how_long_ago_does_not_depend_on_the_zone_it_is_asked_in():
    before = NOW - timedelta(hours=3)
    elsewhere = ZoneInfo("America/New_York")
    assert relative(before.astimezone(elsewhere), NOW.astimezone(UTC)) == "3 giờ trước"


@given(MOMENTS, MOMENTS)
def test_how_long_ago_always_has_an_answer_and_never_zero_or_less(moment, now):
    text = relative(moment, now)
    assert text
    if text.endswith("trước"):
        assert int(text.split()[0]) >= 1


# --- Django's formats ---------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ value }}", "17:05, 03/02/2026"),
        ("{{ value|date }}", "03/02/2026"),
        ("{{ value|time }}", "17:05"),
        ('{{ value|date:"SHORT_DATE_FORMAT" }}', "03/02/2026"),
        ('{{ value|date:"SHORT_DATETIME_FORMAT" }}', "17:05 03/02/2026"),
        ('{{ value|date:"YEAR_MONTH_FORMAT" }}', "tháng 02/2026"),
        ('{{ value|date:"MONTH_DAY_FORMAT" }}', "03/02"),
    ],
)
@pytest.mark.usefixtures("in_vietnamese")
def test_templates_write_moments_as_the_country_does(template, text):
    assert show(template, datetime(2026, 2, 3, 10, 5, tzinfo=UTC)) == text


@pytest.mark.usefixtures("in_vietnamese")
def test_the_week_of_a_calendar_begins_on_monday():
    assert formats.get_format("FIRST_DAY_OF_WEEK") == 1


@pytest.mark.parametrize(
    "typed", ["03/02/2026", "3/2/2026", "03-02-2026", "3.2.2026", "3/2/26", "2026-02-03"]
)
@pytest.mark.usefixtures("in_vietnamese")
def test_a_day_may_be_typed_in_any_usual_way_and_the_day_comes_first(typed):
    assert forms.DateField().clean(typed) == date(2026, 2, 3)


@pytest.mark.parametrize("typed", ["7:30", "07:30", "07:30:00", "7h30", "07h30"])
@pytest.mark.usefixtures("in_vietnamese")
def test_a_time_may_be_typed_with_a_colon_or_an_h(typed):
    assert forms.TimeField().clean(typed) == time(7, 30)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ((6, 7, 30), (6, 11, 0), "07:30 – 11:00"),
        ((6, 19, 0), (7, 0, 0), "19:00 – 24:00"),
        ((6, 7, 30), (7, 11, 0), "07:30, đến 11:00 ngày 07/12"),
        ((6, 22, 0), (8, 0, 0), "22:00, đến 24:00 ngày 07/12"),
        ((6, 0, 0), (7, 0, 0), "cả ngày"),
        ((6, 0, 0), (14, 0, 0), "cả ngày, đến hết 13/12"),
        ((6, 8, 0), (6, 8, 0), "08:00 – 08:00"),
    ],
)
def test_hours_name_another_day_only_where_there_is_one(start, end, text):
    first, last = (datetime(2026, 12, *when, tzinfo=TIME_ZONE) for when in (start, end))
    assert format_hours(first, last) == text
    dated = format_hours(first, last, with_year=True)
    assert dated == (f"{text}/2026" if "/12" in text else text)


@pytest.mark.parametrize(
    "typed",
    [
        "03/02/2026 07:30",
        "3/2/2026 7:30",
        "07:30 03/02/2026",
        "07:30, 03/02/2026",
        "03-02-2026 07:30",
        "2026-02-03 07:30",
        "2026-02-03T07:30",
        "2026-02-03T07:30:00",
    ],
)
@pytest.mark.usefixtures("in_vietnamese")
def test_a_moment_may_be_typed_in_any_usual_way_and_is_vietnam_time(typed):
    assert forms.DateTimeField().clean(typed) == datetime(2026, 2, 3, 7, 30, tzinfo=TIME_ZONE)


@pytest.mark.parametrize("typed", ["31/02/2026", "13/13/2026", "2026", "hôm nay", "02/31/2026"])
@pytest.mark.usefixtures("in_vietnamese")
def test_a_day_that_does_not_exist_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        forms.DateField().clean(typed)


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2068, 12, 31)))
def test_what_a_form_shows_it_also_reads_back(moment):
    moment = moment.replace(second=0, microsecond=0)
    for field, pattern, value in (
        (forms.DateField(), vi.DATE_INPUT_FORMATS[0], moment.date()),
        (forms.TimeField(), vi.TIME_INPUT_FORMATS[0], moment.time()),
        (forms.DateTimeField(), vi.DATETIME_INPUT_FORMATS[0], moment.replace(tzinfo=TIME_ZONE)),
    ):
        with translation.override("vi"):
            assert field.clean(value.strftime(pattern)) == value


@pytest.mark.usefixtures("in_vietnamese")
def test_functions_and_templates_write_the_same_date():
    day = date(2026, 2, 3)
    assert show("{{ value }}", day) == format_date(day)
    assert show("{{ value|time }}", NOW) == format_time(NOW)
