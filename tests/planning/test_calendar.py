"""The calendar: what it shows, to whom, at what cost."""

from datetime import date, time, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.visibility import visibility_scope
from planning.calendar import all_items, own_items
from planning.panels import WeekPanel
from tests.factories.events import EventPageFactory
from tests.factories.home import set_identity
from tests.factories.news import ArticlePageFactory
from tests.factories.planning import PlanEntryFactory
from tests.factories.workflow import browser, pass_on
from workflow.services import submit

TODAY = timezone.localdate
URL = "/admin/lich/"


def titles(user, start=None, end=None):
    start, end = start or TODAY() - timedelta(days=9), end or TODAY() + timedelta(days=9)
    return {item.title for item in own_items(user, start, end)}


def scheduled(house, title="Hẹn giờ"):
    page = house.draft(title=title, go_live_at=timezone.now() + timedelta(days=2))
    submit(page=page, user=house.author)
    pass_on(page, house.editor)
    pass_on(page, house.approver)
    return page


def test_it_shows_what_is_planned_scheduled_and_published(house):
    PlanEntryFactory(title="Dự kiến", writer=house.author)
    PlanEntryFactory(title="Đã bỏ", dropped_at=timezone.now())
    scheduled(house)
    house.live(title="Đã lên", days_ago=2)
    house.draft(title="Bản nháp")
    house.live(title="Năm ngoái", days_ago=400)
    items = own_items(house.editor, TODAY() - timedelta(days=9), TODAY() + timedelta(days=9))
    shown = {item.title: (item.what, item.state, item.kind) for item in items}
    assert shown == {
        "Dự kiến": ("du-kien", "ý tưởng", "tin-tuc"),
        "Hẹn giờ": ("hen-gio", "hẹn giờ", "tin-tuc"),
        "Đã lên": ("da-dang", "đã đăng", "tin-tuc"),
    }


def test_a_page_planned_and_published_on_the_same_day_stands_once(house):
    page = house.live(title="Đúng ngày", days_ago=2)
    PlanEntryFactory(page=page.basepage_ptr, title="Đúng ngày", days=-2)
    start = TODAY() - timedelta(days=9)
    items = own_items(house.editor, start, TODAY())
    assert [(item.title, item.state) for item in items] == [("Đúng ngày", "đã đăng")]


def test_an_editor_does_not_see_what_another_section_has_scheduled(house):
    scheduled(house, "Chưa ai được biết")
    assert "Chưa ai được biết" in titles(house.editor)
    assert "Chưa ai được biết" not in titles(house.editor_b)
    assert titles(house.reporter) == set()


def test_what_is_hidden_is_not_shown_as_published(house):
    page = house.live(title="Đã gỡ", days_ago=2)
    type(page).objects.filter(pk=page.pk).update(withdrawn_at=timezone.now())
    assert titles(house.editor) == set()


def test_other_apps_add_their_days(house):
    EventPageFactory(title="Phiên chợ", starts_in=timedelta(days=3), days_ago=40)
    submit(page=house.draft(title="Đang chờ"), user=house.author)
    for user, wanted in ((house.editor, {"han", "su-kien"}), (house.editor_b, {"su-kien"})):
        request = RequestFactory().get(URL)
        request.user = user
        items = all_items(request, TODAY(), TODAY() + timedelta(days=9))
        assert {item.what for item in items} == wanted


@time_machine.travel("2026-11-24 03:00 +0000", tick=False)
def test_the_month_is_a_table_of_whole_weeks_from_monday(house):
    set_identity(holidays="20/11/2026")
    PlanEntryFactory(
        title="Điểm tin", planned_on=date(2026, 11, 27), planned_time=time(7, 30),
        writer=house.author,
    )  # fmt: skip
    answer = browser(house.editor).get(URL)
    page = BeautifulSoup(answer.content.decode(), "html.parser")
    assert "Tháng 11/2026" in page.text
    assert [th.text for th in page.select(".pl-table th")][::6] == ["Thứ Hai", "Chủ Nhật"]
    assert len(page.select(".pl-table td")) == 42
    times = [time["datetime"] for time in page.select(".pl-table time")]
    assert (times[0], times[-1]) == ("2026-10-26", "2026-12-06")
    assert page.select_one("td.is-today time")["datetime"] == "2026-11-24"
    cell = page.select_one('time[datetime="2026-11-27"]').find_parent("td")
    assert "07:30" in cell.text
    assert "Điểm tin" in cell.text
    assert "nghỉ lễ" in page.select_one('time[datetime="2026-11-20"]').find_parent("td").text
    assert "?ngay=2026-11-27" in cell.select_one(".pl-add")["href"]


@pytest.mark.parametrize(
    "month", ["", "2026-13", "x", "9999-99", "2026-11-24", "0001-01", "9999-12"]
)
def test_a_month_that_is_none_is_this_one(house, month):
    answer = browser(house.editor).get(f"{URL}?thang={month}")
    today = TODAY()
    assert f"Tháng {today.month}/{today.year}" in answer.content.decode()


def test_it_is_filtered_by_kind_and_writer(house):
    PlanEntryFactory(title="Tin của tôi", writer=house.author, days=0)
    PlanEntryFactory(title="Sự kiện của tôi", writer=house.author, kind="su-kien", days=0)
    PlanEntryFactory(title="Tin của bạn", writer=house.writer, days=0)
    client = browser(house.editor)
    text = client.get(f"{URL}?loai=tin-tuc&nguoi={house.author.pk}").content.decode()
    assert [t in text for t in ("Tin của tôi", "Sự kiện của tôi", "Tin của bạn")] == [1, 0, 0]
    text = client.get(f"{URL}?loai=khong-co&nguoi=x").content.decode()
    assert "Tin của bạn" in text, "what is no choice is no filter"


def _fill(house, count):
    for number in range(count):
        page = house.draft(title=f"Bài {number}")
        PlanEntryFactory(page=page.basepage_ptr, writer=house.author, days=0)
        PlanEntryFactory(writer=house.writer, days=0)
        ArticlePageFactory(
            parent=house.column, owner=house.writer, first_published_at=timezone.now()
        )
        EventPageFactory(starts_in=timedelta(minutes=1), days_ago=60)


@pytest.mark.parametrize("who", ["author", "editor"])
def test_the_month_costs_the_same_at_10_and_at_50_items(house, who):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert browser(getattr(house, who)).get(URL).status_code == 200
        return len(queries)

    _fill(house, 3)
    count()
    few = count()
    _fill(house, 12)
    assert count() == few


def test_the_week_on_the_desk_costs_few_queries(house):
    _fill(house, 5)
    request = RequestFactory().get("/admin/")
    request.user = house.editor
    WeekPanel().render_html({"request": request})
    with visibility_scope(), CaptureQueriesContext(connection) as queries:
        html = WeekPanel().render_html({"request": request})
    assert len(queries) <= 3
    page = BeautifulSoup(html, "html.parser")
    assert len(page.select(".pl-week > li")) == 7
    assert page.select_one(".is-today time[aria-current=date]")
    assert "trống" in page.text
    assert page.select_one(f'a[href="{reverse("planning_calendar")}"]')


def test_who_does_not_plan_has_no_week(house):
    request = RequestFactory().get("/admin/")
    request.user = house.reporter
    assert WeekPanel().render_html({"request": request}) == ""
