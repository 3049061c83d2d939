"""Reports and panels: figures, who reads them, sheets without formulas, the number of queries."""

import csv
import datetime
import io

import openpyxl
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Leave
from tests.factories.workflow import (
    browser,
    fresh,
    pass_on,
    person,
    role_group,
    section_group,
    send_back,
    state_of,
)
from workflow.models import ReviewTaskState
from workflow.services import publish_urgently, submit
from workflow.waiting import waiting_on

REPORTS = ["workflow_waiting", "workflow_times", "workflow_publications"]
DANGER = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")']


def sheet(user, name, **query):
    """Rows of the exported csv."""
    answer = browser(user).get(reverse(name), {"export": "csv", **query})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def book(user, name, **query):
    """Rows of the exported workbook."""
    answer = browser(user).get(reverse(name), {"export": "xlsx", **query})
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    rows = openpyxl.load_workbook(io.BytesIO(content)).active
    return [list(row) for row in rows.iter_rows()]


@pytest.mark.parametrize("name", REPORTS)
def test_those_read_figures_who_may(house, name):
    for who in ("editor", "approver", "admin", "reporter", "operator"):
        assert browser(house.people[who]).get(reverse(name)).status_code == 200, who
    for user in (house.author, None):
        for query in ({}, {"export": "csv"}, {"export": "xlsx"}):
            for url in (reverse(name), reverse(f"{name}_results")):
                assert browser(user).get(url, query).status_code in (302, 403)


def test_times_per_step_and_person(house, monday):
    for hours, act in ((1, pass_on), (3, send_back)):
        page = house.draft(title=f"Bài {hours}")
        submit(page=page, user=house.author)
        pass_on(page, house.editor)
        monday.shift(datetime.timedelta(hours=hours))
        act(page, house.approver)
    page = house.waiting(title="Quá hạn")
    monday.shift(datetime.timedelta(days=2))
    pass_on(page, house.second)
    house.waiting(title="Chưa quyết")
    rows = sheet(house.reporter, "workflow_times")[1:]
    final = {row[1]: row[2:] for row in rows if row[0] == "Duyệt đăng"}
    assert final["Phạm Minh Đức"] == ["2", "1", "0", "2.0", "3.0"]
    assert final["Vũ Thị Lan"] == ["1", "0", "1", "48.0", "48.0"]
    editing = {row[1]: row[2:] for row in rows if row[0] == "Biên tập"}
    assert editing["Trần Thu Hà"][0] == "4"
    assert len(rows) == 3


def test_times_of_a_span_of_days(house, monday):
    pass_on(house.waiting(), house.approver)
    monday.shift(datetime.timedelta(days=10))
    pass_on(house.waiting(), house.second)
    rows = sheet(
        house.reporter,
        "workflow_times",
        finished_at_from="2026-12-01",
        finished_at_to="2026-12-31",
    )[1:]
    assert {row[1] for row in rows} == {"Vũ Thị Lan", "Trần Thu Hà"}


def test_what_waits_on_whom_since_when(house, monday):
    house.waiting(title="Bài chờ duyệt")
    submit(page=house.draft(title="Bài chờ biên tập"), user=house.author)
    rows = {row[0]: row for row in sheet(house.reporter, "workflow_waiting")[1:]}
    assert rows["Bài chờ duyệt"][1] == "Duyệt đăng"
    assert set(rows["Bài chờ duyệt"][2].split(", ")) == {"Phạm Minh Đức", "Vũ Thị Lan"}
    assert rows["Bài chờ biên tập"][2] == "Trần Thu Hà"
    assert "23/11/2026" in rows["Bài chờ duyệt"][3]
    assert "24/11/2026" in rows["Bài chờ duyệt"][4]


def test_each_publication_and_its_way(house):
    pass_on(house.waiting(title="Thường"), house.approver)
    publish_urgently(page=house.draft(title="Khẩn"), user=house.second, reason="Bão.")
    house.live(title="Máy nạp")
    rows = sheet(house.reporter, "workflow_publications")
    named = {row[0]: row for row in rows[1:]}
    assert set(named) == {"Thường", "Khẩn"}, "machines only where asked for"
    assert "Bão." in named["Khẩn"]
    assert "Vũ Thị Lan" in named["Khẩn"]
    urgent = sheet(house.reporter, "workflow_publications", way="khan")[1:]
    assert [row[0] for row in urgent] == ["Khẩn"]
    machine = sheet(house.reporter, "workflow_publications", way="he-thong")[1:]
    assert [row[0] for row in machine] == ["Máy nạp"]


def test_no_cell_is_a_formula(house):
    type(house.approver).objects.filter(pk=house.approver.pk).update(
        last_name="=1+1", first_name=""
    )
    approver = fresh(house.approver)
    for danger in DANGER:
        publish_urgently(page=house.draft(title=f"{danger} bài"), user=approver, reason=danger)
        house.waiting(title=f"{danger} ba")
    pass_on(house.waiting(title="Bài được duyệt"), approver)
    starts = ("=", "+", "-", "@", "\t", "\r")
    found = 0
    for name in REPORTS:
        for row in sheet(house.reporter, name)[1:]:
            assert not [cell for cell in row if cell.startswith(starts)], name
            found += sum(cell.startswith("'") for cell in row)
        for row in book(house.reporter, name)[1:]:
            assert not [cell for cell in row if cell.data_type == "f"]
            assert not [cell for cell in row if str(cell.value or "").startswith(starts)]
    assert found >= 3 * len(DANGER)


def test_titles_stand_literally_in_the_panels(house):
    page = house.waiting(title="<script>alert(1)</script>")
    for name in ("workflow_waiting", "wagtailadmin_home"):
        text = browser(house.approver).get(reverse(name)).content.decode()
        assert "<script>alert(1)</script>" not in text
        assert "&lt;script&gt;alert(1)" in text
    assert state_of(page)


# --- the panel --------------------------------------------------------------------------------
def test_the_panel_shows_each_person_what_the_steps_count_him_for(house, monday):
    deputy = person("deputy")
    Leave.objects.create(
        user=house.editor_b, substitute=deputy, starts_on="2026-11-23", ends_on="2026-11-23"
    )
    house.people["both"] = person("both", role_group("approver"), section_group(house.column))
    house.people["deputy"] = deputy
    house.waiting(title="Một")
    page = house.draft(title="Hai", author=house.approver)
    submit(page=page, user=house.approver)
    submit(page=house.draft(title="Ba"), user=house.author)
    there, house.column = house.column, house.column_b
    submit(page=house.draft(title="Bốn"), user=house.author)
    house.column = there
    published = house.live(title="Năm")
    from tests.factories.workflow import edit

    edit(published, house.second, sapo="Sửa.")
    submit(page=fresh(published), user=house.author)
    pass_on(published, house.editor)
    states = ReviewTaskState.objects.filter(status="in_progress")
    assert states.count() == 5
    for name, user in house.people.items():
        if name == "editor_b":
            continue  # away
        mine = {
            state.revision.object_str
            for state in states
            if user in state.task.specific.holders(state.workflow_state.content_object)
        }
        assert {state.revision.object_str for state in waiting_on(user)} == mine, name


def test_late_things_stand_first_and_are_marked(house, monday):
    house.waiting(title="Cũ")
    monday.shift(datetime.timedelta(days=3))
    house.waiting(title="Mới")
    assert [s.revision.object_str for s in waiting_on(house.approver)] == ["Cũ", "Mới"]
    text = browser(house.approver).get(reverse("wagtailadmin_home")).content.decode()
    assert "wf-late" in text


def queries(user, url):
    client = browser(user)
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.fixture(scope="module")
def counts(_stage, django_db_blocker):
    """Of each screen: the number of queries with 3 and with 12 items of each sort."""
    house, found = _stage, {}
    with django_db_blocker.unblock(), transaction.atomic():
        made = 0
        for upto in (3, 12):
            while made < upto:
                made += 1
                house.waiting(title=f"Bài {made}")
                page = house.draft(title=f"Khẩn {made}")
                publish_urgently(page=page, user=house.second, reason="Bão.")
            for name in ("wagtailadmin_home", *REPORTS):
                found.setdefault(name, []).append(queries(house.approver, reverse(name)))
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("name", ["wagtailadmin_home", *REPORTS])
def test_the_number_of_queries_does_not_grow(counts, name):
    few, many = counts[name]
    assert many <= few, (few, many)
