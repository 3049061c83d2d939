"""Entries of the calendar: whose they are and how far they have come."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from planning.models import PieceTemplate, PlanEntry, PlanState
from tests.factories.planning import PieceTemplateFactory, PlanEntryFactory
from tests.factories.workflow import fresh, pass_on
from workflow.services import submit


def state_of(entry):
    """As the database has it, asked both ways."""
    known = PlanEntry.objects.with_states().get(pk=entry.pk).state
    assert PlanEntry.objects.get(pk=entry.pk).state == known
    return known


def test_the_state_follows_the_page(house):
    entry = PlanEntryFactory(writer=house.author)
    assert state_of(entry) == PlanState.IDEA
    page = house.draft()
    entry.page = page.basepage_ptr
    entry.save()
    assert state_of(entry) == PlanState.WRITING
    submit(page=page, user=house.author)
    assert state_of(entry) == PlanState.REVIEW
    pass_on(page, house.editor)
    pass_on(page, house.approver)
    assert state_of(entry) == PlanState.PUBLISHED
    entry.dropped_at = timezone.now()
    entry.save()
    assert state_of(entry) == PlanState.DROPPED


def test_a_page_approved_for_later_is_scheduled(house):
    page = house.draft(go_live_at=timezone.now() + timezone.timedelta(days=2))
    entry = PlanEntryFactory(page=page.basepage_ptr)
    submit(page=page, user=house.author)
    pass_on(page, house.editor)
    pass_on(page, house.approver)
    assert state_of(entry) == PlanState.SCHEDULED


def test_an_entry_is_late_once_its_day_is_over_and_nothing_has_appeared(house):
    assert PlanEntryFactory(days=-1).is_late
    assert not PlanEntryFactory(days=0).is_late
    assert not PlanEntryFactory(days=-1, page=house.live().basepage_ptr).is_late


def test_a_page_has_one_open_entry(house):
    page = house.draft().basepage_ptr
    PlanEntryFactory(page=page, dropped_at=timezone.now())
    PlanEntryFactory(page=page)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanEntryFactory(page=page)


def test_a_deleted_page_leaves_the_idea(house):
    page = house.draft()
    entry = PlanEntryFactory(page=page.basepage_ptr)
    fresh(page).delete()
    entry.refresh_from_db()
    assert entry.state == PlanState.IDEA


def test_editors_see_all_entries_contributors_their_own_others_none(house):
    mine = PlanEntryFactory(writer=house.author)
    given = PlanEntryFactory(writer=house.writer, created_by=house.author)
    other = PlanEntryFactory(writer=house.writer)
    seen = lambda user: set(PlanEntry.objects.for_user(user))  # noqa: E731
    assert seen(house.author) == {mine, given}
    for name in ("editor", "approver", "admin", "operator"):
        assert seen(getattr(house, name)) == {mine, given, other}
    assert seen(house.reporter) == set()


def test_a_column_takes_no_event(house):
    entry = PlanEntryFactory.build(kind="su-kien", parent=house.column)
    with pytest.raises(ValidationError):
        entry.clean()


def test_a_template_staff_made_gets_a_key_of_its_own(db):
    first, second = (PieceTemplateFactory(name="Tin vắn") for _ in range(2))
    assert [first.key, second.key] == ["tin-van", "tin-van-2"]
    assert PieceTemplate.objects.get(key="tin-van-2") == second
