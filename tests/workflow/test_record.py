"""The record: each step with who (the name copied in), what, which revision, by which way."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from accounts.models import Leave
from tests.factories.workflow import (
    browser,
    edit,
    fresh,
    pass_on,
    send_back,
    state_of,
    token_for,
    urls_of_link,
)
from workflow.acting import acting_via, way
from workflow.content import hash_of
from workflow.services import submit, take_back
from workflow.services.decisions import AlreadyDecided, set_deadline


def entries(page, *actions):
    rows = PageLogEntry.objects.filter(page=page.pk).order_by("pk")
    return rows.filter(action__in=actions) if actions else rows


def test_each_step_is_written_down_with_name_revision_and_hash(house):
    page = house.draft()
    submit(page=page, user=house.author)
    pass_on(page, house.editor)
    pass_on(page, house.approver, comment="Được.")
    rows = entries(page, "wagtail.workflow.start", "wagtail.workflow.approve", "wagtail.publish")
    revision = fresh(page).live_revision_id
    assert sorted((row.action.rpartition(".")[2], row.user.username) for row in rows) == [
        ("approve", "approver"),
        ("approve", "editor"),
        ("publish", "approver"),
        ("start", "author"),
    ]
    for row in rows:
        assert row.data["who"] == row.user.get_full_name()
        assert row.revision_id == revision
        assert len(row.data["content_hash"]) == 64
        assert "via" not in row.data
    approved = entries(page, "wagtail.workflow.approve").get(user=house.approver)
    assert approved.data["comment"] == "Được."
    assert approved.data["content_hash"] == state_hash(page)


def state_hash(page):
    from workflow.models import ReviewTaskState

    return ReviewTaskState.objects.filter(revision__object_id=page.pk).last().content_hash


def test_the_name_stays_when_the_account_is_renamed(house):
    page = house.waiting()
    pass_on(page, house.approver)
    type(house.approver).objects.filter(pk=house.approver.pk).update(
        last_name="Tên", first_name="K"
    )
    entry = entries(page, "wagtail.workflow.approve").get(user=house.approver)
    assert entry.data["who"] == "Phạm Minh Đức"


def test_by_link_is_said_so_and_only_there(house):
    page = house.waiting()
    url = urls_of_link(token_for(house.approver)).page
    browser().post(url, {"decision": "approve"})
    assert entries(page, "wagtail.workflow.approve").get(user=house.approver).data["via"] == (
        "duong-dan"
    )
    assert entries(page, "wagtail.publish").get().data["via"] == "duong-dan"
    assert "via" not in entries(page, "wagtail.workflow.approve").get(user=house.editor).data
    other = house.waiting(title="Khác")
    pass_on(other, house.approver)
    assert "via" not in entries(other, "wagtail.workflow.approve").last().data


def test_the_way_does_not_leak_out_of_a_failing_act():
    with pytest.raises(ValueError, match="x"), acting_via("duong-dan"):
        raise ValueError("x")
    assert way() == ""


def test_a_substitute_is_named_with_the_person_he_stands_in_for(house, monday):
    Leave.objects.create(
        user=house.approver, substitute=house.writer, starts_on="2026-11-23", ends_on="2026-11-23"
    )
    page = house.waiting()
    pass_on(page, house.writer)
    entry = entries(page, "wagtail.workflow.approve").get(user=house.writer)
    assert entry.data["who"] == "Hoàng Văn Pao"
    assert entry.data["in_place_of"] == ["Phạm Minh Đức"]


def test_returning_and_taking_back_are_written_down(house):
    page = house.waiting()
    send_back(page, house.approver, "Sửa.")
    edit(page, house.author, sapo="Sửa rồi.")
    submit(page=fresh(page), user=house.author)
    take_back(page=fresh(page), user=house.author)
    assert entries(page, "wagtail.workflow.reject").get().data["comment"] == "Sửa."
    taken = entries(page, "wagtail.workflow.cancel").last()
    assert taken.data["who"] == "Nông Thị Thắm"


def test_another_due_hour_is_written_down(house, monday):
    from django.utils import timezone

    page = house.waiting()
    later = timezone.now() + timezone.timedelta(days=3)
    set_deadline(state=state_of(page), user=house.approver, due_at=later, priority="gap")
    state = state_of(page)
    assert (state.due_at, state.priority) == (later, "gap")
    entry = entries(page, "workflow.deadline").get()
    assert entry.data["priority"] == "gap"
    assert entry.data["who"] == "Phạm Minh Đức"
    pass_on(page, house.approver)
    with pytest.raises(AlreadyDecided):
        set_deadline(state=state.__class__.objects.get(pk=state.pk), user=house.approver,
                     due_at=later, priority="gap")  # fmt: skip


def test_a_quick_save_has_a_hash_too(house):
    page = house.draft()
    revision = edit(page, house.author, sapo="x")
    page.specific.save_revision(user=house.author, log_action=True)
    entry = entries(page, "wagtail.edit").last()
    assert entry.data["content_hash"] == hash_of(entry.revision_id)
    assert revision.pk != entry.revision_id


def test_the_history_of_a_page_shows_our_words(house):
    from workflow.services import publish_urgently

    page = house.draft()
    publish_urgently(page=page, user=house.approver, reason="Bão.")
    text = browser(house.approver).get(reverse("wagtailadmin_pages:history", args=[page.pk]))
    assert "Đăng khẩn" in text.content.decode()


def test_deleting_a_page_that_was_read_keeps_the_record(house):
    page = house.waiting()
    count = entries(page).count()
    page.delete(user=house.operator)
    assert PageLogEntry.objects.filter(page=page.pk).count() >= count
