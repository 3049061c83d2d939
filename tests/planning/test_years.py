"""The same day of another year."""

from datetime import date, datetime

import pytest

from planning.years import in_year, month_of, moved, next_anniversary, retitled, week_of
from vietnamese import TIME_ZONE


def test_the_29th_of_february_becomes_the_28th_where_there_is_none():
    assert in_year(date(2028, 2, 29), 2029) == date(2029, 2, 28)
    assert in_year(date(2028, 2, 29), 2032) == date(2032, 2, 29)


@pytest.mark.parametrize(
    ("day", "today", "wanted"),
    [
        (date(2026, 9, 2), date(2026, 9, 3), date(2027, 9, 2)),
        (date(2023, 9, 2), date(2026, 9, 1), date(2026, 9, 2)),
        (date(2023, 9, 2), date(2026, 9, 3), date(2027, 9, 2)),
        (date(2024, 2, 29), date(2024, 3, 1), date(2025, 2, 28)),
    ],
)
def test_the_next_anniversary_is_the_first_that_has_not_passed(day, today, wanted):
    assert next_anniversary(day, today) == wanted


def test_a_moment_keeps_its_hour():
    moment = datetime(2028, 2, 29, 7, 30, tzinfo=TIME_ZONE)
    assert moved(moment, 1) == datetime(2029, 2, 28, 7, 30, tzinfo=TIME_ZONE)
    assert moved(None, 1) is None


def test_only_the_year_itself_is_replaced_in_a_title():
    assert retitled("Chợ phiên 2026, lô 20261", 2026, 2027) == "Chợ phiên 2027, lô 20261"


def test_months_and_weeks_begin_and_end_where_they_should():
    assert month_of(date(2026, 12, 15)) == (date(2026, 12, 1), date(2026, 12, 31))
    assert month_of(date(2028, 2, 29)) == (date(2028, 2, 1), date(2028, 2, 29))
    assert week_of(date(2026, 11, 29)) == (date(2026, 11, 23), date(2026, 11, 29))
