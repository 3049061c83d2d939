"""Two at once, in real threads on a database of their own (W-04); SQLite and PostgreSQL alike."""

import pytest
from wagtail.models import PageLogEntry, WorkflowState

from tests.concurrency import _django_db_helper, at_once, refusals  # noqa: F401
from tests.factories.home import make_site
from tests.factories.workflow import fresh, letters, make_house, state_of
from workflow.models import ApprovalLink, Publication, ReviewTaskState
from workflow.services import (
    AlreadyDecided,
    DecisionError,
    decide,
    decisions,
    publish_due,
    publish_urgently,
    publishing,
    review_urgent,
    submit,
    take_back,
)
from workflow.services.links import decide_by_link

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db]


@pytest.fixture(scope="module")
def house(apart):
    make_site()
    return make_house()


def decisions_on(page):
    actions = ["wagtail.workflow.approve", "wagtail.workflow.reject"]
    rows = PageLogEntry.objects.filter(page=page.pk, action__in=actions)
    return rows.exclude(user__username="editor")


def outcome_letters(page):
    """Keys of the letters that tell what became of it, without their addressee."""
    state = ReviewTaskState.objects.filter(workflow_state__object_id=page.pk).last()
    flow = state.workflow_state
    heads = (f"approved:{flow.pk}:", *(f"returned:{s.pk}:" for s in flow.task_states.all()))
    return [mail for head in heads for mail in letters(head)]


@pytest.mark.parametrize("second_approves", [True, False])
@pytest.mark.parametrize("first_approves", [True, False])
def test_of_two_decisions_at_once_one_counts(house, slow, first_approves, second_approves):
    slow(decisions, "_check", after=True)
    page = house.waiting(title=f"Hai người {first_approves} {second_approves}")
    key = state_of(page).pk
    outcomes = at_once(
        lambda: decide(
            state_id=key, user=house.approver, approve=first_approves, comment="Của Đức."
        ),
        lambda: decide(
            state_id=key, user=house.second, approve=second_approves, comment="Của Lan."
        ),
    )
    [refusal] = refusals(outcomes)
    assert isinstance(refusal, AlreadyDecided)
    state = ReviewTaskState.objects.get(pk=key)
    assert state.finished_by.get_full_name() in str(refusal)
    assert decisions_on(page).count() == 1
    approved = state.status == "approved"
    assert fresh(page).live is approved
    assert Publication.objects.filter(page=page.pk).count() == int(approved)
    told = [mail.to_user_id for mail in outcome_letters(page)]
    assert sorted(told) == sorted({house.author.pk, house.editor.pk})


def test_a_link_pressed_twice_at_once_counts_once(house, slow):
    slow(decisions, "_check", after=True)
    page = house.waiting(title="Bấm hai lần")
    link = ApprovalLink.objects.get(task_state=state_of(page), approver=house.approver)
    press = [lambda: decide_by_link(link=link, approve=True, comment="")] * 2
    [refusal] = refusals(at_once(*press))
    assert isinstance(refusal, AlreadyDecided)
    assert Publication.objects.filter(page=page.pk).count() == 1
    link.refresh_from_db()
    assert link.outcome == link.Outcome.APPROVED


def test_a_link_and_an_account_at_once(house, slow):
    slow(decisions, "_check", after=True)
    page = house.waiting(title="Đường dẫn và tài khoản")
    state = state_of(page)
    link = ApprovalLink.objects.get(task_state=state, approver=house.approver)
    outcomes = at_once(
        lambda: decide_by_link(link=link, approve=True, comment=""),
        lambda: decide(state_id=state.pk, user=house.second, approve=False, comment="Trả."),
    )
    [refusal] = refusals(outcomes)
    assert isinstance(refusal, AlreadyDecided)
    assert decisions_on(page).count() == 1


def consistent(page):
    """Either published and approved, or cancelled and a draft; never both."""
    flow = WorkflowState.objects.get(object_id=page.pk)
    approved = flow.status == WorkflowState.STATUS_APPROVED
    assert approved or flow.status == WorkflowState.STATUS_CANCELLED
    assert fresh(page).live is approved
    assert Publication.objects.filter(page=page.pk).count() == int(approved)
    return True


def test_taking_back_while_another_approves(house, slow):
    slow(decisions, "may_take_back", after=True)
    page = house.waiting(title="Lấy lại và duyệt")
    key = state_of(page).pk
    outcomes = at_once(
        lambda: take_back(page=fresh(page), user=house.author),
        lambda: decide(state_id=key, user=house.approver, approve=True),
    )
    [refusal] = refusals(outcomes)
    assert isinstance(refusal, DecisionError)
    assert consistent(page)


def test_approving_while_another_takes_back(house, slow):
    slow(decisions, "_check", after=True)
    page = house.waiting(title="Duyệt và lấy lại")
    key = state_of(page).pk
    outcomes = at_once(
        lambda: decide(state_id=key, user=house.approver, approve=True),
        lambda: take_back(page=fresh(page), user=house.author),
    )
    [refusal] = refusals(outcomes)
    assert isinstance(refusal, DecisionError)
    assert consistent(page)


def test_sent_twice_at_once_it_is_under_way_once(house, monkeypatch):
    page = house.draft(title="Gửi hai lần")
    both = [lambda: submit(page=fresh(page), user=house.author)] * 2
    outcomes = at_once(*both, apart_by=0)
    assert WorkflowState.objects.filter(object_id=page.pk).count() == 1
    assert all(isinstance(error, DecisionError) for error in refusals(outcomes))
    assert len(refusals(outcomes)) == 1


def test_an_urgent_publication_and_an_approval_at_once(house, slow):
    slow(decisions, "_check", after=True)
    page = house.waiting(title="Khẩn và duyệt")
    key = state_of(page).pk
    outcomes = at_once(
        lambda: decide(state_id=key, user=house.approver, approve=True),
        lambda: publish_urgently(page=fresh(page), user=house.second, reason="Bão."),
    )
    assert all(isinstance(error, DecisionError) for error in refusals(outcomes))
    assert Publication.objects.filter(page=page.pk).count() == 1
    assert fresh(page).live


def test_two_second_looks_at_once(house, slow):
    slow(publishing, "is_approver", after=True)
    page = house.draft(title="Xem lại hai lần", author=house.author)
    record = publish_urgently(page=page, user=house.admin, reason="Lũ về.")
    outcomes = at_once(
        lambda: review_urgent(record_id=record.pk, user=house.approver, note="Đúng."),
        lambda: review_urgent(record_id=record.pk, user=house.second, note="Cũng đúng."),
    )
    [refusal] = refusals(outcomes)
    assert isinstance(refusal, AlreadyDecided)


def test_two_clocks_at_once_publish_once(house, slow):
    import datetime

    import time_machine
    from django.utils import timezone

    soon = timezone.now() + datetime.timedelta(hours=1)
    page = house.waiting(title="Hai đồng hồ", go_live_at=soon)
    decide(state_id=state_of(page).pk, user=house.approver, approve=True)
    slow(publishing, "hash_of", after=True)
    with time_machine.travel(soon + datetime.timedelta(minutes=1)):
        assert not refusals(at_once(publish_due, publish_due))
    assert fresh(page).live
    scheduled = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish.scheduled")
    assert scheduled.count() == 1
