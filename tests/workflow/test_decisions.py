"""Approving, returning, taking back; by the service and by every screen there is."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry, Revision, TaskState, WorkflowState

from tests.factories.workflow import (
    browser,
    edit,
    fresh,
    letters,
    pass_on,
    post_edit,
    send_back,
    state_of,
)
from workflow.models import Publication, ReviewTaskState
from workflow.services import (
    AlreadyDecided,
    ContentChanged,
    NotAllowed,
    decide,
    submit,
    take_back,
)


def undecided(page):
    """Nothing has happened to what waits."""
    return state_of(page) is not None and not fresh(page).live


def review_url(page):
    return reverse("workflow_review", args=[state_of(page).pk])


# --- the service ------------------------------------------------------------------------------
def test_from_a_contributors_draft_to_the_public(house):
    page = house.draft()
    submit(page=page, user=house.author)
    pass_on(page, house.editor)
    assert undecided(page)
    state = pass_on(page, house.approver, comment="  Tốt.  ")
    page = fresh(page)
    assert page.live
    assert page.live_revision_id == state.revision_id
    assert state.comment == "Tốt."
    assert page.current_workflow_state is None
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


@pytest.mark.parametrize("name", ["author", "editor_b", "reporter", "admin", "operator"])
def test_the_first_step_is_not_everybodys(house, name):
    page = house.draft()
    submit(page=page, user=house.author)
    for approve in (True, False):
        with pytest.raises(NotAllowed):
            decide(
                state_id=state_of(page).pk,
                user=house.people[name],
                approve=approve,
                comment="Trả",
            )
    assert undecided(page)


@pytest.mark.parametrize("name", ["author", "editor", "editor_b", "reporter", "admin", "operator"])
def test_the_last_step_is_the_approvers_alone_administrators_and_superusers_included(house, name):
    page = house.waiting()
    for approve in (True, False):
        with pytest.raises(NotAllowed):
            decide(
                state_id=state_of(page).pk,
                user=house.people[name],
                approve=approve,
                comment="Trả",
            )
    assert undecided(page)


@pytest.mark.parametrize("comment", ["", "   ", "\n"])
def test_whoever_returns_says_why(house, comment):
    page = house.waiting()
    with pytest.raises(NotAllowed):
        send_back(page, house.approver, comment)
    assert undecided(page)


def test_a_return_opens_the_text_for_writing_and_keeps_the_words(house):
    page = house.waiting()
    state = send_back(page, house.approver, "Thiếu nguồn số liệu.")
    assert state.comment == "Thiếu nguồn số liệu."
    assert fresh(page).current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    edit(page, house.author, sapo="Đã ghi nguồn.")
    submit(page=fresh(page), user=house.author)
    assert state_of(page).task.name == "Biên tập"


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("then", [True, False])
def test_what_is_decided_is_decided(house, first, then):
    page = house.waiting()
    key = state_of(page).pk
    decide(state_id=key, user=house.approver, approve=first, comment="Lời đầu.")
    with pytest.raises(AlreadyDecided) as refusal:
        decide(state_id=key, user=house.second, approve=then, comment="Lời sau.")
    assert house.approver.get_full_name() in str(refusal.value)
    assert ReviewTaskState.objects.get(pk=key).comment == "Lời đầu."
    assert fresh(page).live is first


def test_what_was_never_there_is_decided_by_nobody(house):
    with pytest.raises(AlreadyDecided):
        decide(state_id=0, user=house.approver, approve=True)


def test_an_approval_names_what_was_read(house):
    page = house.waiting()
    with pytest.raises(ContentChanged):
        decide(state_id=state_of(page).pk, user=house.approver, approve=True, seen="0" * 64)
    assert undecided(page)
    seen = state_of(page).content_hash
    decide(state_id=state_of(page).pk, user=house.approver, approve=True, seen=seen)
    assert fresh(page).live


def test_content_changed_behind_everybodys_back_is_not_approved(house):
    page = house.waiting()
    revision = state_of(page).revision
    Revision.objects.filter(pk=revision.pk).update(
        content=revision.content | {"sapo": "Chữ lạ trong cơ sở dữ liệu."}
    )
    with pytest.raises(ContentChanged):
        pass_on(page, house.approver)
    assert undecided(page)
    send_back(page, house.approver)  # returning is still possible


# --- taking back ------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["author", "approver", "second"])
def test_the_sender_and_approvers_take_back_and_nobody_need_act_any_more(house, name):
    page = house.waiting()
    key = state_of(page).pk
    take_back(page=fresh(page), user=house.people[name])
    page = fresh(page)
    assert page.current_workflow_state is None
    assert not page.is_frozen
    assert not TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).exists()
    with pytest.raises(AlreadyDecided):
        decide(state_id=key, user=house.second, approve=True)
    edit(page, house.author, sapo="Viết tiếp.")


@pytest.mark.parametrize("name", ["writer", "editor", "editor_b", "reporter", "admin"])
def test_others_do_not_take_back(house, name):
    page = house.waiting()
    with pytest.raises(NotAllowed):
        take_back(page=fresh(page), user=house.people[name])
    assert undecided(page)


def test_there_may_be_nothing_to_take_back(house):
    with pytest.raises(AlreadyDecided):
        take_back(page=house.draft(), user=house.author)


# --- the screens ------------------------------------------------------------------------------
def test_the_review_screen_shows_and_approves_what_waits(house):
    page = house.waiting(sapo="Câu mở đầu để đọc.")
    client = browser(house.approver)
    shown = client.get(review_url(page))
    assert shown.context["item"].sapo == "Câu mở đầu để đọc."
    client.post(
        review_url(page),
        {"seen": state_of(page).content_hash, "decision": "approve", "comment": ""},
    )
    assert fresh(page).live


@pytest.mark.parametrize("name", ["writer", "editor_b", "reporter"])
def test_the_review_screen_is_closed_to_others(house, name):
    page = house.waiting()
    client = browser(house.people[name])
    for answer in (client.get(review_url(page)), client.post(review_url(page), {"seen": "x"})):
        assert answer.status_code in (302, 403)
    assert undecided(page)


def test_the_writer_sees_it_and_decides_nothing(house):
    page = house.waiting()
    client = browser(house.author)
    assert client.get(review_url(page)).status_code == 200
    seen = state_of(page).content_hash
    client.post(review_url(page), {"seen": seen, "decision": "approve"})
    assert undecided(page)


@pytest.mark.parametrize("decision", [None, "", "khác"])
def test_a_post_without_a_button_decides_nothing(house, decision):
    page = house.waiting()
    data = {"seen": state_of(page).content_hash, "comment": "Một lời."}
    if decision is not None:
        data["decision"] = decision
    browser(house.approver).post(review_url(page), data)
    assert undecided(page)


@pytest.mark.parametrize("seen", ["", "0" * 64])
def test_the_review_screen_wants_to_know_what_was_read(house, seen):
    page = house.waiting()
    browser(house.approver).post(review_url(page), {"seen": seen, "decision": "approve"})
    assert undecided(page)


def test_a_screen_left_open_does_not_approve_a_later_text(house):
    """Read, taken back, rewritten, sent again: the old screen decides nothing (W-02)."""
    page = house.waiting()
    old_url, old_seen = review_url(page), state_of(page).content_hash
    take_back(page=fresh(page), user=house.author)
    edit(page, house.author, sapo="Hoàn toàn khác.")
    submit(page=fresh(page), user=house.author)
    pass_on(page, house.editor)
    answer = browser(house.approver).post(old_url, {"seen": old_seen, "decision": "approve"})
    assert answer.status_code == 200
    assert undecided(page)


def test_the_editors_page_left_open_does_not_approve_a_later_text(house):
    """The same by Wagtail's own editing page, which knows the page but not the passage."""
    page = house.waiting()
    take_back(page=fresh(page), user=house.author)
    edit(page, house.author, sapo="Hoàn toàn khác.")
    submit(page=fresh(page), user=house.author)
    pass_on(page, house.editor)
    post_edit(
        house,
        house.approver,
        fresh(page),
        **{"action-workflow-action": "true", "workflow-action-name": "approve"},
    )
    assert undecided(page)


def wagtail_action(page, action):
    args = [page.pk, action, state_of(page).pk]
    return reverse("wagtailadmin_pages:workflow_action", args=args)


def test_wagtails_own_buttons_go_through_the_same_door(house):
    page = house.waiting()
    for name in ("author", "editor", "admin", "operator"):
        browser(house.people[name]).post(wagtail_action(page, "approve"), {"comment": ""})
        assert undecided(page), name
    browser(house.approver).post(wagtail_action(page, "reject"), {"comment": ""})
    assert undecided(page)
    browser(house.approver).post(wagtail_action(page, "approve"), {"comment": "Được."})
    page = fresh(page)
    assert page.live
    assert Publication.objects.get(way="quy-trinh").decided_by == house.approver


def test_asking_for_wagtails_windows_decides_nothing(house):
    page = house.waiting()
    for action in ("approve", "reject"):
        browser(house.approver).get(wagtail_action(page, action))
        args = [page.pk, action, state_of(page).pk]
        browser(house.approver).get(
            reverse("wagtailadmin_pages:collect_workflow_action_data", args=args)
        )
        assert undecided(page)


def test_a_page_deleted_while_it_waits_leaves_no_orphan_and_no_fault(house):
    page = house.waiting()
    old = review_url(page)
    browser(house.operator).post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not type(page).objects.filter(pk=page.pk).exists()
    assert not TaskState.objects.exists()
    assert not WorkflowState.objects.exists()
    for name in ("workflow_review", "workflow_deadline"):
        url = reverse(name, args=[old.rstrip("/").rpartition("/")[2]])
        assert browser(house.approver).get(url).status_code == 404
    for name in ("approver", "editor", "author", "reporter", "admin"):
        assert browser(house.people[name]).get(reverse("wagtailadmin_home")).status_code == 200
    assert PageLogEntry.objects.filter(action="wagtail.delete").exists()
    assert letters("step:").exists()


def test_a_section_step_shows_what_will_be_passed_on(house):
    """The editor has mended the text: the screen on which he passes it on shows his words."""
    page = house.draft()
    submit(page=page, user=house.author)
    edit(page, house.editor, sapo="Đã biên tập.")
    shown = browser(house.editor).get(review_url(page))
    assert shown.context["item"].sapo == "Đã biên tập."
