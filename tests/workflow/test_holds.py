"""Bound to what was read: held revisions stay as they are; before Duyệt đăng nobody writes."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from tests.factories.workflow import (
    addressees,
    browser,
    edit,
    form_data,
    fresh,
    letters,
    pass_on,
    post_edit,
    state_of,
)
from workflow.content import hash_of
from workflow.jobs import release_stale_locks
from workflow.models import ApprovalLink, Publication
from workflow.services import submit, take_back
from workflow.services.links import revoke_share, share_draft

JSON = "application/json"
EVERYBODY = ["author", "editor", "approver", "second", "admin", "operator"]


def autosave(house, user, page, over, **changes):
    """What the editing page sends by itself; `over` is the revision it wants to write over."""
    return post_edit(house, user, page, JSON, overwrite_revision_id=over.pk, **changes)


# --- autosave ---------------------------------------------------------------------------------
def test_what_nobody_has_read_is_overwritten_as_wagtail_does(house):
    """Without this the tests below would prove nothing."""
    page = house.draft()
    own = page.get_latest_revision()
    answer = autosave(house, house.author, page, own, sapo="Gõ tiếp")
    assert answer.json()["revision_id"] == own.pk
    assert page.revisions.count() == 1
    own.refresh_from_db()
    assert own.content["sapo"] == "Gõ tiếp"


def shared(house, page):
    share_draft(page=page, user=house.author, recipient="Chị Mai", days=2)


def sent(house, page):
    submit(page=page, user=house.author)
    take_back(page=fresh(page), user=house.author)


def returned(house, page):
    from tests.factories.workflow import send_back

    submit(page=page, user=house.author)
    send_back(page, house.editor)


@pytest.mark.parametrize("read_by_somebody", [shared, sent, returned])
def test_autosave_makes_a_new_revision_where_somebody_has_read_the_old_one(house, read_by_somebody):
    page = house.draft()
    own = page.get_latest_revision()
    read_by_somebody(house, page)
    before = hash_of(own.pk)
    answer = autosave(house, house.author, fresh(page), own, sapo="Gõ tiếp")
    assert answer.json()["revision_id"] != own.pk
    assert hash_of(own.pk) == before
    assert fresh(page).get_latest_revision_as_object().sapo == "Gõ tiếp"


def test_autosave_does_not_write_over_the_published_revision(house):
    page = house.live()
    before = hash_of(page.live_revision_id)
    answer = autosave(house, house.author, page, page.live_revision, sapo="Gõ tiếp")
    assert answer.json()["revision_id"] != page.live_revision_id
    assert hash_of(page.live_revision_id) == before
    assert fresh(page).sapo != "Gõ tiếp"


def test_after_its_link_is_dead_a_shared_draft_is_ordinary_again(house):
    page = house.draft()
    own = page.get_latest_revision()
    link, _token = share_draft(page=page, user=house.author, recipient="Chị Mai", days=2)
    revoke_share(link=link, user=house.author)
    assert autosave(house, house.author, page, own, sapo="Gõ").json()["revision_id"] == own.pk


def test_autosave_of_the_editor_at_the_first_step_keeps_what_was_sent(house):
    page = house.draft(author=house.editor)
    own = page.get_latest_revision()
    submit(page=page, user=house.author)
    before = hash_of(own.pk)
    autosave(house, house.editor, fresh(page), own, sapo="Sửa giữa bước")
    assert hash_of(own.pk) == before
    assert page.revisions.count() == 2


def test_a_second_window_is_told_instead_of_writing_over(house):
    """W-01: two save from the same start; both versions are kept, the second is warned."""
    page = house.draft()
    start = page.get_latest_revision()
    loaded = {
        "loaded_revision_id": start.pk,
        "loaded_revision_created_at": start.created_at.isoformat(),
    }
    first = post_edit(house, house.author, page, JSON, sapo="Của tác giả", **loaded)
    assert first.json()["success"]
    second = post_edit(house, house.editor, page, JSON, sapo="Của biên tập", **loaded)
    assert second.json()["error_code"] == "invalid_revision"
    assert fresh(page).get_latest_revision_as_object().sapo == "Của tác giả"
    post_edit(house, house.editor, page, sapo="Của biên tập", **loaded)  # he insists
    texts = [r.content["sapo"] for r in page.revisions.order_by("pk")]
    assert texts[1:] == ["Của tác giả", "Của biên tập"]
    assert [r.user for r in page.revisions.order_by("pk")][1:] == [house.author, house.editor]


# --- before the final approval ----------------------------------------------------------------
@pytest.mark.parametrize("accept", ["text/html", JSON])
def test_nobody_writes_while_it_is_being_read_for_approval(house, accept):
    page = house.waiting()
    before = hash_of(state_of(page).revision_id), page.revisions.count()
    for name in EVERYBODY:
        post_edit(house, house.people[name], page, accept, sapo="Chen vào")
        assert (hash_of(state_of(page).revision_id), page.revisions.count()) == before, name
    page = fresh(page)
    assert page.sapo != "Chen vào"
    assert page.get_latest_revision_as_object().sapo != "Chen vào"


def test_nobody_brings_back_an_older_version_meanwhile(house):
    page = house.draft()
    first = page.get_latest_revision()
    edit(page, house.author, sapo="Hai")
    submit(page=fresh(page), user=house.author)
    pass_on(page, house.editor)
    for name in EVERYBODY:
        browser(house.people[name]).post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            form_data(fresh(page), house.operator, revision=first.pk),
        )
        assert page.revisions.count() == 2, name


def test_a_lock_gives_nobody_a_way_to_write_meanwhile(house):
    page = house.waiting()
    count = page.revisions.count()
    for name in EVERYBODY:
        user = house.people[name]
        browser(user).post(reverse("wagtailadmin_pages:lock", args=[page.pk]))
        lock(page, user, hours=0)
        post_edit(house, user, fresh(page), sapo="Chen vào")
        assert page.revisions.count() == count, name


def test_nor_does_moving_or_a_second_submission(house):
    page = house.waiting()
    key = state_of(page).pk
    for name in EVERYBODY:
        user = house.people[name]
        args = [page.pk, house.column_b.pk]
        browser(user).post(reverse("wagtailadmin_pages:move_confirm", args=args))
        post_edit(house, user, page, **{"action-submit": "1"})
        assert fresh(page).get_parent() == house.column.page_ptr, name
        assert state_of(page).pk == key, name


def test_code_does_not_write_meanwhile_either(house):
    page = house.waiting()
    with pytest.raises(PermissionDenied):
        page.save_revision(user=house.operator)


def test_taken_back_by_its_author_from_the_editing_page_it_is_written_on(house):
    page = house.waiting()
    post_edit(house, house.author, page, **{"action-cancel-workflow": "1"})
    page = fresh(page)
    assert page.current_workflow_state is None
    assert addressees("back:") == {"approver", "second"}
    post_edit(house, house.author, page, sapo="Viết tiếp")
    assert fresh(page).get_latest_revision_as_object().sapo == "Viết tiếp"


def test_the_editing_page_says_why_it_is_closed(house):
    page = house.waiting()
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    text = browser(house.author).get(url).content.decode()
    assert "Duyệt đăng" in text
    assert "Lấy lại để sửa" in text
    assert reverse("workflow_review", args=[state_of(page).pk]) in text


def test_at_the_first_step_only_those_who_hold_it_write(house):
    page = house.draft()
    submit(page=page, user=house.author)
    post_edit(house, house.author, fresh(page), sapo="Tác giả chen vào")
    assert page.revisions.count() == 1
    for name in ("editor", "approver"):
        count = page.revisions.count()
        post_edit(house, house.people[name], fresh(page), sapo=f"Của {name}")
        assert page.revisions.count() == count + 1


# --- the record of what is bound --------------------------------------------------------------
def test_approval_link_and_schedule_name_a_revision_and_the_hash_of_its_content(house):
    soon = timezone.now() + datetime.timedelta(days=1)
    page = house.waiting(go_live_at=soon)
    state = state_of(page)
    assert state.content_hash == hash_of(state.revision_id)
    for link in ApprovalLink.objects.all():
        assert (link.revision_id, link.content_hash) == (state.revision_id, state.content_hash)
    share, _token = share_draft(page=page, user=house.author, recipient="Chị Mai", days=1)
    assert share.content_hash == hash_of(share.revision_id)
    pass_on(page, house.approver)
    record = Publication.objects.get()
    assert record.revision_id == state.revision_id
    assert record.content_hash == hash_of(state.revision_id)


# --- locks left behind (W-06) -----------------------------------------------------------------
def lock(page, user, hours):
    at = timezone.now() - datetime.timedelta(hours=hours)
    type(page).objects.filter(pk=page.pk).update(locked=True, locked_by=user, locked_at=at)


def test_while_one_holds_a_lock_the_other_reads(house):
    page = house.draft()
    lock(page, house.editor, hours=1)
    post_edit(house, house.author, fresh(page), sapo="Chen vào")
    assert page.revisions.count() == 1
    post_edit(house, house.editor, fresh(page), sapo="Của người giữ khóa")
    assert page.revisions.count() == 2


def test_a_lock_left_behind_for_half_a_day_is_released_on_the_record(house):
    old, new = house.draft(title="Khóa quên"), house.draft(title="Khóa mới")
    lock(old, house.editor, hours=12.1)
    lock(new, house.editor, hours=11.9)
    release_stale_locks()
    release_stale_locks()
    assert not fresh(old).locked
    assert fresh(new).locked
    from wagtail.models import PageLogEntry

    [entry] = PageLogEntry.objects.filter(action="wagtail.unlock")
    assert entry.page_id == old.pk
    assert entry.data["left_by"] == house.editor.get_full_name()


@pytest.mark.parametrize("name", ["approver", "admin"])
def test_approvers_and_administrators_break_a_lock_on_the_record(house, name):
    page = house.draft()
    lock(page, house.editor, hours=1)
    browser(house.people[name]).post(reverse("wagtailadmin_pages:unlock", args=[page.pk]))
    assert not fresh(page).locked
    from wagtail.models import PageLogEntry

    entry = PageLogEntry.objects.get(action="wagtail.unlock")
    assert entry.data["who"] == house.people[name].get_full_name()


def test_a_writer_does_not_break_the_lock_of_another(house):
    page = house.draft()
    lock(page, house.editor, hours=1)
    browser(house.author).post(reverse("wagtailadmin_pages:unlock", args=[page.pk]))
    assert fresh(page).locked


def test_sending_releases_the_senders_lock(house):
    page = house.draft()
    lock(page, house.author, hours=1)
    submit(page=fresh(page), user=house.author)
    assert not fresh(page).locked
    assert letters("step:").exists()
