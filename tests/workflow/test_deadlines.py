"""Due in working time; in hours where urgent."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.factories.home import set_identity
from tests.factories.workflow import browser, pass_on, state_of
from workflow.deadlines import workdays_later
from workflow.models import EditorialSettings
from workflow.services import submit
from workflow.templatetags.workflow_tags import due_words


def local(text):
    return datetime.datetime.strptime(text, "%d/%m/%Y %H:%M").replace(
        tzinfo=timezone.get_default_timezone()
    )


CASES = [
    ("23/11/2026 09:00", 1, "24/11/2026 09:00"),
    ("23/11/2026 09:00", 0, "23/11/2026 09:00"),
    ("23/11/2026 09:00", 5, "30/11/2026 09:00"),
    ("27/11/2026 16:30", 1, "30/11/2026 16:30"),
    ("27/11/2026 22:00", 1, "30/11/2026 17:00"),
    ("24/11/2026 05:00", 1, "25/11/2026 08:00"),
    ("28/11/2026 10:00", 1, "01/12/2026 08:00"),
    ("29/11/2026 23:59", 0, "30/11/2026 08:00"),
]


@pytest.mark.parametrize(("start", "days", "due"), CASES)
def test_the_same_hour_so_many_working_days_later(house, start, days, due):
    assert workdays_later(local(start), days) == local(due)


def test_holidays_do_not_count(house):
    set_identity(holidays="24/11/2026\n25/11/2026")
    assert workdays_later(local("23/11/2026 09:00"), 1) == local("26/11/2026 09:00")
    assert workdays_later(local("24/11/2026 09:00"), 1) == local("27/11/2026 08:00")


def test_each_step_has_the_days_of_the_settings(house, monday):
    settings = EditorialSettings.load()
    settings.section_days, settings.approval_days = 2, 3
    settings.save()
    page = house.draft()
    submit(page=page, user=house.author)
    assert state_of(page).due_at == local("25/11/2026 09:00")
    pass_on(page, house.editor)
    assert state_of(page).due_at == local("26/11/2026 09:00")


def test_urgent_is_in_hours_at_each_step_also_at_night_and_on_sunday(house, monday):
    with time_machine.travel(local("29/11/2026 22:00"), tick=False):
        page = house.draft(urgent=True)
        submit(page=page, user=house.author)
        assert state_of(page).due_at == local("30/11/2026 00:00")
        assert state_of(page).priority == "gap"
        pass_on(page, house.editor)
        assert state_of(page).priority == "gap"
        assert state_of(page).due_at == local("30/11/2026 00:00")


def test_a_priority_given_on_the_way_holds_for_the_next_step(house, monday):
    page = house.draft()
    submit(page=page, user=house.author)
    url = reverse("workflow_deadline", args=[state_of(page).pk])
    data = {"han-due_at": "2026-11-25 10:00", "han-priority": "gap"}
    browser(house.editor).post(url, data)
    assert state_of(page).due_at == local("25/11/2026 10:00")
    pass_on(page, house.editor)
    assert state_of(page).priority == "gap"
    assert state_of(page).due_at == local("23/11/2026 11:00")


@pytest.mark.parametrize("name", ["writer", "editor_b", "reporter"])
def test_others_set_no_deadline(house, monday, name):
    page = house.waiting()
    before = state_of(page).due_at
    url = reverse("workflow_deadline", args=[state_of(page).pk])
    data = {"han-due_at": "2027-11-25 10:00", "han-priority": "thuong"}
    browser(house.people[name]).post(url, data)
    assert state_of(page).due_at == before


def test_words_for_it(house, monday):
    page = house.waiting()
    state = state_of(page)
    assert due_words(state) == "hạn 09:00, 24/11/2026, còn 24 giờ"
    assert not state.is_late
    monday.shift(datetime.timedelta(hours=30))
    assert state.is_late
    assert due_words(state).endswith("quá hạn 6 giờ")
    state.due_at = None
    assert due_words(state) == "không có hạn"
    assert not state.is_late
