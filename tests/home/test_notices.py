"""Lines under the masthead: the gravest first; a planned stop is told seven working days ahead."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from home.models import Notice
from tests.factories.home import NoticeFactory, set_identity
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from tests.soup import read, texts
from vietnamese import add_workdays, workdays_between

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day, hour=8, month=12):
    return datetime(2026, month, day, hour, tzinfo=VIETNAM)


def test_the_gravest_stands_first_and_no_more_than_two_are_shown(client, home):
    NoticeFactory(text="Phiên chợ")
    NoticeFactory(text="Lũ quét", kind=Notice.Kind.URGENT)
    NoticeFactory(text="", kind=Notice.Kind.STOP, stop_from=at(10), stop_until=at(10, 12))
    shown = texts(read(client, "/"), "aside.notice")
    assert shown == [
        "Tin khẩn: Lũ quét",
        "Trang sắp tạm ngừng: từ 08:00, 10/12/2026, dự kiến chạy lại lúc 12:00, 10/12/2026.",
    ]


def test_an_announcement_does_not_stand_over_what_is_read_but_a_warning_does(client, home):
    column = ColumnPageFactory()
    article = ArticlePageFactory(parent=column)
    NoticeFactory(text="Phiên chợ")
    assert texts(read(client, column.url), "aside.notice") == ["Phiên chợ"]
    assert texts(read(client, article.url), "aside.notice") == []
    NoticeFactory(text="Lũ quét", kind=Notice.Kind.URGENT)
    assert texts(read(client, article.url), "aside.notice") == ["Tin khẩn: Lũ quét"]


def test_a_notice_is_shown_within_its_time_alone(client, home):
    now = timezone.now()
    NoticeFactory(text="Mai", show_from=now + timedelta(hours=1))
    NoticeFactory(text="Qua", show_until=now - timedelta(seconds=1))
    assert texts(read(client, "/"), "aside.notice") == []


def stop(day, **values):
    notice = Notice(kind="stop", show_from=at(24, month=11), stop_from=at(day), **values)
    notice.stop_until = values.get("stop_until", at(day, 12))
    notice.clean()
    return notice


def test_seven_working_days_are_counted_without_weekends_and_holidays(home):
    with time_machine.travel(at(24, month=11), tick=False):
        stop(3)  # Thursday, the seventh working day
        with pytest.raises(ValidationError, match=r"sớm nhất là 03/12/2026"):
            stop(2)
        stop(2, late_reason="Vá lỗ hổng bảo mật")
        set_identity(holidays="26/11/2026\n01/12/2026")
        with pytest.raises(ValidationError, match=r"sớm nhất là 07/12/2026"):
            stop(4)
        stop(7)


def test_a_stop_needs_its_hours_and_they_follow_each_other(home):
    with pytest.raises(ValidationError) as refused:
        Notice(kind="stop").clean()
    assert set(refused.value.message_dict) == {"stop_from", "stop_until"}
    with pytest.raises(ValidationError, match="Giờ chạy lại"):
        stop(20, stop_until=at(20, 7))
    with pytest.raises(ValidationError) as refused:
        Notice(text=" ").clean()
    assert set(refused.value.message_dict) == {"text"}


def test_a_stop_ends_its_own_notice(home):
    notice = NoticeFactory(kind="stop", text="", stop_from=at(10), stop_until=at(10, 12))
    assert notice.show_until == at(10, 12)


def test_holidays_are_dates_one_a_line(home):
    identity = set_identity(holidays="02/09/2026\n\n 01/01/2027 ")
    assert identity.holiday_dates == {date(2026, 9, 2), date(2027, 1, 1)}
    identity.holidays = "02/09/2026\nTết"
    with pytest.raises(ValidationError, match="“Tết” không phải ngày"):
        identity.clean()


def test_working_days_add_up():
    friday = date(2026, 11, 27)
    assert add_workdays(friday, 1) == date(2026, 11, 30)
    assert add_workdays(friday, 0) == friday
    assert workdays_between(friday, add_workdays(friday, 7)) == 7
    assert workdays_between(friday, friday) == 0
    with pytest.raises(ValueError, match="negative"):
        add_workdays(friday, -1)
