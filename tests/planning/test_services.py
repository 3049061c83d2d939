"""Planning: verbs."""

from datetime import date, time, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import Section
from planning import services
from planning.models import PlanEntry
from planning.services import PlanningError
from tests.factories.events import EventPageFactory
from tests.factories.planning import PlanEntryFactory
from tests.factories.workflow import person
from workflow import clock


# --- a page's day -------------------------------------------------------------------------------
def test_a_page_gets_its_day_moves_and_leaves_the_calendar(house):
    page, day = house.draft(), date(2026, 12, 1)
    entry = services.plan_page(page=page, user=house.editor, on=day, at=None)
    assert (entry.writer, entry.kind, entry.title) == (house.author, "tin-tuc", page.title)
    services.plan_page(page=page, user=house.editor, on=day, at=time(7, 30))
    assert PlanEntry.objects.get().planned_time == time(7, 30)
    services.plan_page(page=page, user=house.editor, on=None, at=None)
    assert PlanEntry.objects.get().dropped_at
    services.plan_page(page=page, user=house.editor, on=day, at=None)
    assert PlanEntry.objects.open().get() != entry


def test_an_entry_takes_one_page_of_its_kind(house):
    entry = PlanEntryFactory(kind="su-kien")
    page = house.draft()
    assert not services.tie(entry=entry, page=page, user=house.author)
    entry = PlanEntryFactory()
    assert services.tie(entry=entry, page=page, user=house.author)
    assert not services.tie(entry=entry, page=house.draft(title="Khác"), user=house.author)
    assert not services.tie(entry=PlanEntryFactory(), page=page, user=house.author)
    entry.refresh_from_db()
    assert (entry.page_id, entry.writer) == (page.pk, house.author)


def test_an_entry_given_up_comes_back_unless_its_page_has_another(house):
    page = house.draft()
    entry = PlanEntryFactory(page=page.basepage_ptr)
    services.drop(entry=entry)
    services.restore(entry=entry)
    assert PlanEntry.objects.open().get() == entry
    services.drop(entry=entry)
    PlanEntryFactory(page=page.basepage_ptr)
    with pytest.raises(PlanningError):
        services.restore(entry=entry)


# --- every year ---------------------------------------------------------------------------------
def test_a_yearly_entry_has_its_successor_once_its_day_has_passed(house):
    entry = PlanEntryFactory(
        planned_on=date(2026, 9, 2), repeats_yearly=True, writer=house.author,
        parent=house.column, title="Tết Độc lập 2026", note="Ảnh ở ngăn chung", summary="Cũ",
    )  # fmt: skip
    PlanEntryFactory(planned_on=date(2026, 9, 1))
    assert services.repeat_yearly(today=date(2026, 9, 2)) == 0
    assert services.repeat_yearly(today=date(2026, 9, 3)) == 1
    assert services.repeat_yearly(today=date(2026, 9, 3)) == 0
    following = entry.next_year
    assert (following.title, following.planned_on) == ("Tết Độc lập 2027", date(2027, 9, 2))
    assert (following.writer, following.parent_id) == (house.author, house.column.pk)
    assert (following.note, following.summary) == ("Ảnh ở ngăn chung", "")
    assert following.repeats_yearly


def test_years_nobody_ran_the_clock_are_left_out(db):
    PlanEntryFactory(planned_on=date(2023, 9, 2), repeats_yearly=True)
    assert services.repeat_yearly(today=date(2026, 11, 1)) == 1
    assert PlanEntry.objects.get(repeats_from__isnull=False).planned_on == date(2027, 9, 2)


def test_who_has_left_is_not_given_next_years_piece(house):
    house.author.is_active = False
    house.author.save()
    PlanEntryFactory(planned_on=date(2026, 9, 2), repeats_yearly=True, writer=house.author)
    services.repeat_yearly(today=date(2026, 9, 3))
    assert PlanEntry.objects.get(repeats_from__isnull=False).writer is None


def test_the_clock_does_it(db):
    PlanEntryFactory(days=-1, repeats_yearly=True)
    assert clock.run_due()["yearly-plan"] == "ran"
    assert PlanEntry.objects.count() == 2


# --- last year's page -----------------------------------------------------------------------------
@pytest.fixture
def fair(house):
    """A fair held in 2027, and the entry of 2028 that repeats its entry; the fair's editor."""
    with time_machine.travel("2027-03-20 03:00 +0000"):
        page = EventPageFactory(
            title="Chợ phiên 2027", sapo="Chợ phiên 2027 mở ba ngày.", days_ago=30,
            starts_in=timedelta(days=-10), status="moved", status_note="Dời vì mưa",
            outcome=[("paragraph", "<p>Bốn mươi gian.</p>")],
            registration_deadline=timezone.now() - timedelta(days=20),
            expire_at=timezone.now() + timedelta(days=3000),
        )  # fmt: skip
        page.figures.create(value="40", label="gian")
        page.save()
    entry = PlanEntryFactory(
        title="Chợ phiên 2027", kind="su-kien", page=page.basepage_ptr, repeats_yearly=True,
        planned_on=date(2027, 2, 1),
    )  # fmt: skip
    services.repeat_yearly(today=date(2027, 3, 20))
    group = Section.objects.get(page=page.get_parent()).group
    return page, entry.next_year, person("event_editor", group)


def test_last_years_page_becomes_a_draft_without_its_dates_results_and_identity(house, fair):
    page, entry, editor = fair
    copy = services.rewrite(entry=entry, user=editor)
    copy = type(page).objects.get(pk=copy.pk)
    assert not copy.live
    assert copy.title == copy.draft_title == "Chợ phiên 2028"
    assert copy.sapo == "Chợ phiên 2028 mở ba ngày."
    assert copy.get_parent().pk == page.get_parent().pk
    assert copy.slug == "cho-phien-2028"
    assert copy.uuid != page.uuid
    assert copy.owner == editor
    assert (copy.first_published_at, copy.expire_at, copy.go_live_at) == (None, None, None)
    assert (copy.status, copy.status_note, len(copy.outcome)) == ("scheduled", "", 0)
    assert copy.figures.count() == 0
    old, new = (timezone.localtime(p.sessions.get().starts_at) for p in (page, copy))
    assert (new.year, new.month, new.day, new.hour) == (2028, old.month, old.day, old.hour)
    assert timezone.localtime(copy.registration_deadline).year == 2028
    newest = copy.get_latest_revision()
    assert newest.user == editor
    assert newest.as_object().title == "Chợ phiên 2028"
    entry.refresh_from_db()
    assert entry.page_id == copy.pk


def test_a_second_time_there_is_nothing_to_write_anew(house, fair):
    _page, entry, editor = fair
    services.rewrite(entry=entry, user=editor)
    entry = PlanEntry.objects.get(pk=entry.pk)
    with pytest.raises(PlanningError):
        services.rewrite(entry=entry, user=editor)


def test_nobody_writes_anew_where_he_may_not_write(house, fair):
    page, entry, _editor = fair
    with pytest.raises(PermissionDenied):
        services.rewrite(entry=entry, user=house.editor)
    assert type(page).objects.count() == 1


def test_what_its_person_took_back_is_not_brought_back(house, fair):
    page, entry, editor = fair
    type(page).objects.filter(pk=page.pk).update(
        withdrawn_at=timezone.now(), withdrawn_why="rut-dong-y"
    )
    entry = PlanEntry.objects.get(pk=entry.pk)
    with pytest.raises(PermissionDenied):
        services.rewrite(entry=entry, user=editor)


def test_an_article_written_anew_is_no_urgent_news(house):
    page = house.live(urgent=True, urgent_until=timezone.now(), byline="Hoàng Pao")
    before = PlanEntryFactory(page=page.basepage_ptr, days=-365)
    entry = PlanEntryFactory(repeats_from=before, title="Chợ phiên lại mở", writer=house.author)
    copy = services.rewrite(entry=entry, user=house.author)
    assert (copy.urgent, copy.urgent_until, copy.byline) == (False, None, "Hoàng Pao")
