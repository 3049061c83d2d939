"""Which way each kind of page goes, and what happens when the way itself is changed (W-05)."""

import pytest
from wagtail.models import Task, TaskState, Workflow, WorkflowState, WorkflowTask

from tests.factories.everything import TYPES, make_page
from tests.factories.workflow import addressees, edit, fresh, pass_on, state_of
from workflow.models import ApprovalTask, Publication, Route, SectionTask
from workflow.services import NotAllowed, setup_routes, submit

TWO_STEPS = {
    "article": ["Biên tập", "Duyệt đăng"],
    "story": ["Biên tập", "Duyệt đăng"],
    "startup": ["Thẩm định", "Duyệt đăng"],
    "product": ["Thẩm định", "Duyệt đăng"],
}


def steps(workflow):
    rows = WorkflowTask.objects.filter(workflow=workflow).order_by("sort_order")
    return [row.task.name for row in rows]


@pytest.mark.parametrize("kind", TYPES)
def test_each_kind_of_page_takes_its_route_and_none_ends_without_approval(house, kind):
    page = make_page(kind, live=False)
    names = steps(page.get_workflow())
    assert names == TWO_STEPS.get(kind, ["Duyệt đăng"])
    page.save_revision(user=house.author)
    submit(page=fresh(page), user=house.author)
    assert state_of(page).task.name == names[0]
    assert not fresh(page).live


@pytest.mark.parametrize("kind", sorted(TWO_STEPS))
def test_an_editors_own_text_skips_the_first_step(house, kind):
    page = make_page(kind, live=False, **({"parent": house.column} if kind == "article" else {}))
    sender = house.editor if kind == "article" else house.approver
    page.save_revision(user=sender)
    submit(page=fresh(page), user=sender)
    assert state_of(page).task.name == "Duyệt đăng"
    skipped = TaskState.objects.get(status=TaskState.STATUS_SKIPPED)
    assert skipped.finished_by == sender
    assert skipped.task.name == TWO_STEPS[kind][0]


def test_an_editor_of_another_section_skips_nothing(house):
    page = house.draft()
    submit(page=page, user=house.editor_b)
    assert state_of(page).task.name == "Biên tập"
    assert addressees("step:") == {"editor"}


def test_a_section_without_editors_is_edited_by_the_approvers(house):
    house.editor.groups.clear()
    page = house.draft()
    submit(page=page, user=house.author)
    assert addressees("step:") == {"approver", "second"}
    pass_on(page, house.second)
    assert state_of(page).task.name == "Duyệt đăng"


def test_what_is_under_way_is_not_sent_twice(house):
    page = house.draft()
    submit(page=page, user=house.author)
    with pytest.raises(NotAllowed):
        submit(page=fresh(page), user=house.author)
    assert WorkflowState.objects.count() == 1


def test_without_any_route_nothing_is_sent(house):
    for workflow in Workflow.objects.all():
        workflow.deactivate()
    page = house.draft()
    with pytest.raises(NotAllowed):
        submit(page=page, user=house.author)


def test_what_the_editor_mended_is_what_the_approver_reads(house):
    page = house.draft()
    submit(page=page, user=house.author)
    mended = edit(page, house.editor, sapo="Đã biên tập.")
    pass_on(page, house.editor)
    state = state_of(page)
    assert state.revision_id == mended.pk
    pass_on(page, house.approver)
    assert fresh(page).sapo == "Đã biên tập."


def test_setting_up_puts_back_a_step_that_was_taken_out_or_switched_off(house):
    route = Route.objects.get(code=Route.Code.EDITING).workflow
    WorkflowTask.objects.filter(workflow=route).delete()
    ApprovalTask.objects.get().deactivate()
    route.deactivate()
    setup_routes()
    setup_routes()
    route.refresh_from_db()
    assert route.active
    assert steps(route) == ["Biên tập", "Duyệt đăng"]
    assert ApprovalTask.objects.get().active


# --- the way is changed while something is on it ----------------------------------------------
def ended_unpublished(page):
    """The one passage is cancelled, nothing is left at a step, nothing went out."""
    page = fresh(page)
    assert not page.live
    assert page.current_workflow_state is None
    assert not Publication.objects.filter(way=Publication.Way.WORKFLOW).exists()
    assert not TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).exists()
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_CANCELLED
    return True


def test_without_its_last_step_a_workflow_publishes_nothing(house):
    page = house.draft()
    submit(page=page, user=house.author)
    WorkflowTask.objects.filter(task=ApprovalTask.objects.get()).delete()
    pass_on(page, house.editor)
    assert ended_unpublished(page)


def test_with_its_last_step_switched_off_a_workflow_publishes_nothing(house):
    page = house.waiting()
    Task.objects.get(pk=ApprovalTask.objects.get().pk).deactivate(user=house.operator)
    assert ended_unpublished(page)


def test_a_last_step_switched_off_before_it_was_reached(house):
    page = house.draft()
    submit(page=page, user=house.author)
    ApprovalTask.objects.get().deactivate(user=house.operator)
    pass_on(page, house.editor)
    assert ended_unpublished(page)


def test_a_workflow_switched_off_in_flight(house):
    page = house.waiting()
    page.get_workflow().deactivate(user=house.operator)
    assert ended_unpublished(page)
    submit(page=fresh(page), user=house.author)
    assert state_of(page).task.name == "Duyệt đăng", "the tree's own route stands in"


def test_a_workflow_without_steps_publishes_nothing_when_something_is_sent(house):
    page = house.draft()
    WorkflowTask.objects.all().delete()
    submit(page=page, user=house.author)
    assert ended_unpublished(page)


def test_a_workflow_of_the_section_step_alone_publishes_nothing_even_for_an_approver(house):
    page = house.draft(author=house.approver)
    WorkflowTask.objects.exclude(task__in=SectionTask.objects.values("pk")).delete()
    submit(page=page, user=house.approver)
    assert ended_unpublished(page)


def test_a_last_step_taken_out_while_an_approver_reads_still_counts_his_word(house):
    page = house.waiting()
    WorkflowTask.objects.filter(task=ApprovalTask.objects.get()).delete()
    pass_on(page, house.approver)
    assert fresh(page).live
    assert Publication.objects.get(way=Publication.Way.WORKFLOW).decided_by == house.approver


def test_steps_in_the_wrong_order_publish_what_was_approved_and_no_more(house):
    workflow = Route.objects.get(code=Route.Code.EDITING).workflow
    WorkflowTask.objects.filter(workflow=workflow, task__name="Duyệt đăng").update(sort_order=-1)
    page = house.draft()
    submit(page=page, user=house.author)
    approved = state_of(page)
    assert approved.task.name == "Duyệt đăng"
    pass_on(page, house.approver)
    assert fresh(page).live_revision_id == approved.revision_id
