"""At its hour, through a stop of the server too, goes out what was approved for it (W-07)."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from core.models import BasePage
from tests.factories.workflow import (
    addressees,
    behind,
    browser,
    edit,
    fresh,
    letters,
    pass_on,
    post_edit,
)
from workflow.models import Publication
from workflow.services import publish_due, publishing, submit, take_back

EIGHT = datetime.datetime(2026, 11, 24, 1, tzinfo=datetime.UTC)
"""Tuesday, 24/11/2026, 08:00 in Vietnam."""
EVERYBODY = ["author", "editor", "approver", "admin", "operator"]


@pytest.fixture
def scheduled(house, monday):
    """Approved on Monday for Tuesday, 08:00."""
    page = house.waiting(go_live_at=EIGHT, sapo="Bản đã duyệt.")
    pass_on(page, house.approver)
    return fresh(page)


def test_what_is_approved_for_tomorrow_waits(scheduled):
    assert not scheduled.live
    assert scheduled.approved_schedule
    record = Publication.objects.get()
    assert (record.planned_at, record.published_at) == (EIGHT, None)
    publish_due()
    assert not fresh(scheduled).live
    assert letters("approved:").first().subject.startswith("Đã hẹn đăng")


def test_the_server_stood_still_over_the_hour(scheduled, monday):
    """W-07: off 07:50–09:10; planned and real hour are both kept."""
    monday.move_to(EIGHT - datetime.timedelta(minutes=10))
    assert publish_due()["published"] == 0
    real = EIGHT + datetime.timedelta(minutes=70)
    monday.move_to(real)
    assert publish_due() == {"expired": 0, "published": 1, "refused": 0, "failed": 0}
    page = fresh(scheduled)
    assert page.live
    assert page.first_published_at == real
    record = Publication.objects.get()
    assert (record.planned_at, record.published_at) == (EIGHT, real)
    assert PageLogEntry.objects.filter(action="wagtail.publish.scheduled").count() == 1
    revisions = page.revisions.count()
    monday.shift(60)
    assert publish_due()["published"] == 0, "twice does nothing"
    assert fresh(scheduled).first_published_at == real
    assert page.revisions.count() == revisions


def test_a_newer_draft_does_not_go_out_at_the_hour(scheduled, house, monday):
    behind(scheduled, house.author, sapo="Viết thêm sau khi duyệt.")
    monday.move_to(EIGHT + datetime.timedelta(minutes=1))
    publish_due()
    page = fresh(scheduled)
    assert page.live
    assert page.sapo == "Bản đã duyệt."


def test_content_changed_in_the_database_before_the_hour_does_not_go_out(scheduled, monday):
    revision = scheduled.scheduled_revision
    Revision.objects.filter(pk=revision.pk).update(content=revision.content | {"sapo": "Chữ lạ."})
    monday.move_to(EIGHT + datetime.timedelta(minutes=1))
    assert publish_due()["refused"] == 1
    assert not fresh(scheduled).live
    assert Publication.objects.get().refused_at == timezone.now()
    assert addressees("refused:") == {"approver", "second", "author"}
    assert publish_due()["refused"] == 0, "said once"


def test_an_hour_nobody_approved_is_no_hour(house, monday):
    page = house.draft()
    page.revisions.update(approved_go_live_at=EIGHT)
    monday.move_to(EIGHT + datetime.timedelta(minutes=1))
    assert publish_due()["refused"] == 1
    assert not fresh(page).live


def test_one_failing_page_does_not_keep_the_others(house, monday, monkeypatch):
    pages = []
    for n in range(3):
        page = house.waiting(title=f"Bài hẹn {n}", go_live_at=EIGHT)
        pass_on(page, house.approver)
        pages.append(page)
    original = Revision.publish

    def publish(self, *args, **kwargs):
        original(self, *args, **kwargs)
        if self.object_id == str(pages[1].pk):
            raise RuntimeError("đứt giữa chừng")

    monkeypatch.setattr(Revision, "publish", publish)
    monday.move_to(EIGHT + datetime.timedelta(minutes=1))
    counts = publish_due()
    assert (counts["published"], counts["failed"]) == (2, 1)
    assert [fresh(page).live for page in pages] == [True, False, True]
    monkeypatch.setattr(Revision, "publish", original)
    assert publish_due()["published"] == 1, "tried again"
    assert fresh(pages[1]).live


def test_two_clocks_publish_once(scheduled, monday, monkeypatch):
    monday.move_to(EIGHT + datetime.timedelta(minutes=1))
    key = scheduled.scheduled_revision.pk
    publish_due()
    assert publishing._go_live(key) == "published"
    assert PageLogEntry.objects.filter(action="wagtail.publish.scheduled").count() == 1


def test_the_clock_itself_publishes(scheduled, monday):
    monday.move_to(EIGHT + datetime.timedelta(minutes=1))
    call_command("run_due")
    assert fresh(scheduled).live


def test_wagtails_own_command_publishes_nothing_that_is_not_what_was_approved(scheduled, monday):
    """An operator who knows Wagtail may run it by habit."""
    revision = scheduled.scheduled_revision
    Revision.objects.filter(pk=revision.pk).update(content=revision.content | {"sapo": "Chữ lạ."})
    monday.move_to(EIGHT + datetime.timedelta(minutes=1))
    call_command("publish_scheduled")
    assert not fresh(scheduled).live


@pytest.mark.parametrize("name", ["author", "approver"])
def test_taken_off_the_schedule_it_stays_a_draft(scheduled, house, monday, name):
    take_back(page=scheduled, user=house.people[name])
    monday.move_to(EIGHT + datetime.timedelta(minutes=1))
    publish_due()
    assert not fresh(scheduled).live
    assert not Publication.objects.waiting().exists()
    entry = PageLogEntry.objects.get(action="wagtail.schedule.cancel")
    assert entry.user == house.people[name]


def test_while_it_waits_for_its_hour_nobody_writes(scheduled, house):
    count = scheduled.revisions.count()
    for name in EVERYBODY:
        post_edit(house, house.people[name], scheduled, sapo="Chen vào")
    assert scheduled.revisions.count() == count


def test_a_second_approval_takes_the_place_of_the_first_hour(scheduled, house, monday):
    take_back(page=scheduled, user=house.author)
    later = EIGHT + datetime.timedelta(hours=5)
    edit(scheduled, house.author, go_live_at=later)
    submit(page=fresh(scheduled), user=house.author)
    pass_on(scheduled, house.editor)
    pass_on(scheduled, house.approver)
    monday.move_to(EIGHT + datetime.timedelta(minutes=1))
    publish_due()
    assert not fresh(scheduled).live
    monday.move_to(later + datetime.timedelta(minutes=1))
    publish_due()
    assert fresh(scheduled).live


def test_expiry_is_seen_at_once_and_done_by_the_clock(house, monday):
    page = house.waiting(expire_at=EIGHT)
    pass_on(page, house.approver)
    monday.move_to(EIGHT + datetime.timedelta(seconds=1))
    assert not BasePage.objects.visible().filter(pk=page.pk).exists(), "before the clock"
    assert browser().get(fresh(page).url).status_code == 404
    assert publish_due()["expired"] == 1
    page = fresh(page)
    assert page.expired
    assert not page.live
    assert publish_due()["expired"] == 0


@override_settings(WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH=True)
def test_an_approval_after_the_planned_hour_goes_out_at_once(house, monday):
    page = house.waiting(go_live_at=EIGHT)
    with time_machine.travel(EIGHT + datetime.timedelta(minutes=5), tick=False):
        pass_on(page, house.approver)
        assert fresh(page).live


@pytest.mark.parametrize("typed", ["mai", "31/02/2026 08:00", "8 giờ ngày 24"])
def test_an_hour_that_cannot_be_read_stays_as_typed_and_is_explained(house, typed):
    page = house.draft()
    answer = post_edit(house, house.author, page, go_live_at=typed)
    form = answer.context["form"]
    assert form["go_live_at"].value() == typed
    assert form.errors["go_live_at"] == ["Không đọc được ngày giờ. Hãy viết như 23/11/2026 17:30."]
    assert not fresh(page).go_live_at
