"""The urgent path: now, with a reason; a second person looks within 24 hours; counted."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from tests.factories.workflow import (
    addressees,
    browser,
    edit,
    fresh,
    letters,
    state_of,
)
from workflow.digest import send_digests
from workflow.models import Publication
from workflow.services import (
    AlreadyDecided,
    NotAllowed,
    decide,
    publish_urgently,
    review_urgent,
    submit,
)


def urgently(page, user, reason="Bão số 5 đổ bộ tối nay."):
    return publish_urgently(page=fresh(page), user=user, reason=reason)


@pytest.mark.parametrize("name", ["approver", "admin", "operator"])
def test_those_who_decide_publish_at_once_on_the_record(house, monday, name):
    page = house.draft(sapo="Cảnh báo lũ.")
    user = house.people[name]
    record = urgently(page, user)
    assert fresh(page).live
    assert (record.way, record.decided_by) == ("khan", user)
    assert record.reason == "Bão số 5 đổ bộ tối nay."
    assert record.review_due_at == timezone.now() + datetime.timedelta(hours=24)
    entry = PageLogEntry.objects.get(action="workflow.publish_urgently")
    assert entry.data["reason"] == record.reason
    assert entry.data["who"] == user.get_full_name()
    assert entry.revision_id == fresh(page).live_revision_id
    assert list(Publication.objects.owed()) == [record]


@pytest.mark.parametrize("name", ["author", "editor", "editor_b", "reporter"])
def test_others_do_not(house, name):
    page = house.draft()
    with pytest.raises(NotAllowed):
        urgently(page, house.people[name])
    url = reverse("workflow_urgent", args=[page.pk])
    for method in ("get", "post"):
        answer = getattr(browser(house.people[name]), method)(url, {"reason": "x"})
        assert answer.status_code in (302, 403)
    assert not fresh(page).live


@pytest.mark.parametrize("reason", ["", "  ", "\n\t"])
def test_never_without_a_reason(house, reason):
    page = house.draft()
    with pytest.raises(NotAllowed):
        urgently(page, house.approver, reason)
    url = reverse("workflow_urgent", args=[page.pk])
    assert browser(house.approver).post(url, {"reason": reason}).status_code == 200
    assert not fresh(page).live
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.create(
            page_title="x", revision_id=1, content_hash="x", way="khan", reason=""
        )


def test_looking_at_the_screen_publishes_nothing(house):
    page = house.draft()
    url = reverse("workflow_urgent", args=[page.pk])
    assert browser(house.approver).get(url).status_code == 200
    assert not fresh(page).live
    browser(house.approver).post(url, {"reason": "Lũ về."})
    assert fresh(page).live


def test_nothing_new_is_not_published_again(house):
    with pytest.raises(NotAllowed):
        urgently(house.live(), house.approver)


def test_it_takes_the_page_out_of_the_workflow_and_nobody_decides_any_more(house):
    page = house.waiting()
    key = state_of(page).pk
    urgently(page, house.approver)
    assert fresh(page).current_workflow_state is None
    with pytest.raises(AlreadyDecided):
        decide(state_id=key, user=house.second, approve=True)
    assert Publication.objects.count() == 1
    assert addressees("back:") == {"second"}


def test_urgent_is_now_even_where_an_hour_was_planned(house):
    soon = timezone.now() + datetime.timedelta(days=2)
    page = house.draft(go_live_at=soon)
    record = urgently(page, house.approver)
    assert fresh(page).live
    assert record.planned_at is None
    assert not fresh(page).approved_schedule


def test_an_hour_already_approved_gives_way_too(house):
    soon = timezone.now() + datetime.timedelta(days=2)
    page = house.waiting(go_live_at=soon)
    decide(state_id=state_of(page).pk, user=house.second, approve=True)
    record = urgently(page, house.approver)
    assert fresh(page).live
    assert not fresh(page).approved_schedule
    assert record.published_at


def test_all_who_decide_and_the_writers_learn_it_with_the_reason(house):
    page = house.draft()
    urgently(page, house.approver)
    assert addressees("urgent:") == {"second", "admin", "author"}
    for mail in letters("urgent:"):
        assert "Bão số 5 đổ bộ tối nay." in mail.text


# --- the second look --------------------------------------------------------------------------
@pytest.fixture
def record(house):
    return urgently(house.draft(), house.approver)


def test_a_second_approver_looks_and_the_first_learns_what_he_found(house, record):
    found = review_urgent(record_id=record.pk, user=house.second, note="  Đúng. ")
    assert (found.reviewed_by, found.review_note) == (house.second, "Đúng.")
    assert found.reviewed_by_name == house.second.get_full_name()
    assert not Publication.objects.owed().exists()
    [mail] = letters("urgent-seen:")
    assert mail.to_user == house.approver
    assert "Đúng." in mail.text
    entry = PageLogEntry.objects.get(action="workflow.review_urgent")
    assert entry.data["who"] == house.second.get_full_name()
    with pytest.raises(AlreadyDecided):
        review_urgent(record_id=record.pk, user=house.second, note="Nữa.")


@pytest.mark.parametrize("name", ["approver", "author", "editor", "admin", "operator", "reporter"])
def test_neither_who_published_nor_who_may_not_approve(house, record, name):
    with pytest.raises(NotAllowed):
        review_urgent(record_id=record.pk, user=house.people[name], note="Đúng.")
    browser(house.people[name]).post(
        reverse("workflow_review_urgent", args=[record.pk]), {"note": "Đúng."}
    )
    record.refresh_from_db()
    assert record.reviewed_at is None


def test_nor_an_approver_who_wrote_it(house):
    page = house.draft()
    edit(page, house.second, sapo="Chị Lan thêm một câu.")
    edit(page, house.author, sapo="Tác giả sửa lại.")
    record = urgently(page, house.approver)
    with pytest.raises(NotAllowed):
        review_urgent(record_id=record.pk, user=house.second, note="Đúng.")


def test_nor_one_who_wrote_it_before_an_ordinary_update(house, record):
    """Only what has been written since the publication before counts."""
    page = fresh(record.page.specific)
    edit(page, house.author, sapo="Cập nhật.")
    submit(page=fresh(page), user=house.author)
    again = urgently(page, house.second)
    assert review_urgent(record_id=again.pk, user=house.approver, note="Được.").reviewed_at


def test_it_says_what_was_found(house, record):
    url = reverse("workflow_review_urgent", args=[record.pk])
    browser(house.second).post(url, {"note": " "})
    record.refresh_from_db()
    assert record.reviewed_at is None
    browser(house.second).post(url, {"note": "Nội dung đúng."})
    record.refresh_from_db()
    assert record.review_note == "Nội dung đúng."


def test_it_is_shown_to_all_who_decide_until_done(house, record):
    home = reverse("wagtailadmin_home")
    words = "Đăng khẩn, chưa ai xem lại"
    for name in ("approver", "second", "admin", "operator"):
        assert words in browser(house.people[name]).get(home).content.decode()
    for name in ("author", "editor", "reporter"):
        assert words not in browser(house.people[name]).get(home).content.decode()
    review_urgent(record_id=record.pk, user=house.second, note="Đúng.")
    assert words not in browser(house.second).get(home).content.decode()


def test_after_a_day_it_is_overdue_and_stays_in_the_letter_of_each_day(house, monday):
    record = urgently(house.draft(), house.approver)
    assert not record.is_overdue
    monday.shift(datetime.timedelta(hours=24, minutes=1))
    assert record.is_overdue
    for _day in range(2):
        send_digests()
        day = timezone.localdate().isoformat()
        owing = [mail for mail in letters(f"digest:{day}") if "đăng khẩn" in mail.text]
        assert {mail.to_user.username for mail in owing} == {"second", "admin", "operator"}
        monday.shift(datetime.timedelta(days=1))
    review_urgent(record_id=record.pk, user=house.second, note="Đúng.")
    send_digests()
    day = timezone.localdate().isoformat()
    assert not [mail for mail in letters(f"digest:{day}") if "đăng khẩn" in mail.text]
    assert not record.__class__.objects.get().is_overdue


def test_a_page_removed_before_the_second_look_owes_none_and_breaks_nothing(house, record):
    fresh(record.page.specific).delete()
    for name in ("second", "admin"):
        assert browser(house.people[name]).get(reverse("wagtailadmin_home")).status_code == 200
    url = reverse("workflow_review_urgent", args=[record.pk])
    assert browser(house.second).get(url).status_code == 404
    record.refresh_from_db()
    assert record.page_title, "still counted"


def test_what_was_withdrawn_is_not_published_urgently(house):
    """It would count as published while its address says that it was withdrawn."""
    from workflow.services import withdraw

    page = house.live()
    withdraw(page=page, user=house.approver, why="sai-sot")
    edit(page, house.author, sapo="Đã sửa.")
    with pytest.raises(NotAllowed):
        urgently(page, house.approver)
