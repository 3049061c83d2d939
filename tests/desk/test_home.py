"""Bàn biên tập: what each person sees first."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from feedback.models import PageDay
from tests.factories.workflow import browser, edit, fresh, pass_on, send_back, state_of
from workflow.models import EditorialSettings, ReviewTaskState
from workflow.services import submit


def desk(user):
    answer = browser(user).get(reverse("wagtailadmin_home"))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def mine(user):
    rows = desk(user).select("#desk-mine-section li")
    return {row.a.get_text(): row.span.get_text() for row in rows}


def line(soup):
    return soup.select_one(".dk-head p").get_text()


# --- what waits -------------------------------------------------------------------------------
def test_the_head_says_the_day_and_how_much_waits_and_is_late(house, monday):
    assert line(desk(house.approver)) == "Thứ Hai, 23/11/2026 · không có việc nào chờ bạn"
    page = house.waiting(title="Chợ sớm")
    house.waiting(title="Chợ chiều")
    late = ReviewTaskState.objects.filter(pk=state_of(page).pk)
    late.update(due_at=timezone.now() - timedelta(hours=30))
    soup = desk(house.approver)
    assert line(soup) == "Thứ Hai, 23/11/2026 · 2 việc chờ bạn, 1 việc quá hạn"
    rows = soup.select("#workflow-waiting-section tbody tr")
    assert [row.select_one(".title a").get_text() for row in rows] == ["Chợ sớm", "Chợ chiều"]
    assert "quá hạn 30 giờ" in rows[0].get_text()
    assert rows[0].select_one(".dk-acts a")["href"] == reverse(
        "workflow_review", args=[state_of(page).pk]
    )


def test_who_never_decides_has_no_list_of_what_to_decide(house):
    assert desk(house.author).select_one("#workflow-waiting-section") is None
    assert desk(house.editor).select_one("#workflow-waiting-section")


def test_what_is_late_with_others_can_be_reminded_of_and_each_sees_his_own(house, monday):
    page = house.draft(title="Bài trễ")
    submit(page=page, user=house.author)
    ReviewTaskState.objects.update(due_at=timezone.now() - timedelta(days=3))
    for name, seen in {"approver": True, "author": True, "writer": False, "editor": False}.items():
        panel = desk(house.people[name]).select_one("#workflow-overdue-section")
        assert bool(panel) is seen, name
    assert (
        str(house.editor) in desk(house.approver).select_one("#workflow-overdue-section").get_text()
    )
    url = desk(house.author).select_one("#workflow-overdue-section form")["action"]
    assert url == reverse("workflow_remind", args=[state_of(page).pk])


# --- mine -------------------------------------------------------------------------------------
def test_mine_says_where_each_stands(house, monday):
    monday.shift(timedelta(hours=1))
    house.draft(title="Nháp thôi")
    sent = house.draft(title="Đã gửi")
    submit(page=sent, user=house.author)
    returned = house.draft(title="Bị trả")
    submit(page=returned, user=house.author)
    send_back(returned, house.editor)
    live = house.live(title="Đã lên")
    PageDay.objects.create(page=live, day=timezone.localdate(), views=412)
    PageDay.objects.create(page=live, day=timezone.localdate() - timedelta(days=1), views=8)
    edit(house.live(title="Sửa dở"), house.author, sapo="Chữ mới.")
    planned = house.draft(title="Hẹn giờ")
    edit(planned, house.author, go_live_at=timezone.now() + timedelta(days=2))
    submit(page=fresh(planned), user=house.author)
    pass_on(planned, house.editor)
    pass_on(planned, house.approver)
    assert mine(house.author) == {
        "Nháp thôi": "Nháp, sửa vừa xong",
        "Đã gửi": f"Chờ {house.editor}: Biên tập",
        "Bị trả": "Được trả lại, cần sửa",
        "Đã lên": "Đã đăng 22/11/2026, 420 lượt đọc",
        "Sửa dở": "Đã đăng, có bản sửa chưa gửi",
        "Hẹn giờ": "Hẹn đăng 10:00, 25/11/2026",
    }


def test_mine_holds_what_i_sent_for_another_and_nothing_of_others(house):
    page = house.draft(title="Của Thắm")
    submit(page=page, user=house.editor)
    assert "Của Thắm" in mine(house.editor)
    assert mine(house.writer) == {}
    assert "Bạn chưa viết bài nào." in desk(house.writer).get_text()


# --- figures ----------------------------------------------------------------------------------
def figures(user):
    items = desk(user).select(".dk-sum li")
    return {item.span.get_text(): item.b.get_text() for item in items}


def test_the_strip_counts_and_those_who_answer_for_it_see_the_day_of_the_report(house, monday):
    before = figures(house.approver)
    house.draft()
    house.live()
    after = figures(house.approver)
    for words in ("Bản nháp", "Trang đang đăng"):
        assert int(after[words]) == int(before[words]) + 1
    assert after["đến hạn báo cáo năm, 05/12"] == "12 ngày"
    assert "đến hạn báo cáo năm, 05/12" in figures(house.reporter)
    assert "đến hạn báo cáo năm, 05/12" not in figures(house.author)


@pytest.mark.parametrize(
    ("day", "month", "words", "value"),
    [(23, 11, "23/11", "Hôm nay"), (22, 11, "22/11", "364 ngày"), (31, 2, "28/02", "97 ngày")],
)
def test_the_day_of_the_report_is_a_setting_and_goes_on_to_the_next_year(
    house, monday, day, month, words, value
):
    EditorialSettings.objects.update_or_create(defaults={"report_day": day, "report_month": month})
    assert figures(house.approver)[f"đến hạn báo cáo năm, {words}"] == value


# --- cost -------------------------------------------------------------------------------------
def cost(user):
    client = browser(user)
    client.get(reverse("wagtailadmin_home"))
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("wagtailadmin_home"))
    return len(captured)


@pytest.mark.parametrize("name", ["author", "editor", "approver"])
def test_the_desk_costs_the_same_queries_with_few_items_and_with_many(house, name):
    def add(number):
        for index in range(number):
            house.draft(title=f"Nháp {index}")
            house.waiting(title=f"Chờ {index}")
            submit(page=house.draft(title=f"Gửi {index}"), user=house.author)
            PageDay.objects.create(page=house.live(title=f"Lên {index}"), views=1)
        ReviewTaskState.objects.update(due_at=timezone.now() - timedelta(days=1))

    add(2)
    few = cost(house.people[name])
    add(8)
    assert cost(house.people[name]) == few
