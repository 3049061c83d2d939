"""One letter a day to those for whom something waits."""

import datetime

import pytest
from django.utils import timezone

from accounts.models import Leave
from mailing.models import OutgoingMail
from tests.factories.home import set_identity
from tests.factories.mailing import OutgoingMailFactory
from tests.factories.workflow import addressees, letters, person, send_back
from workflow.digest import send_digests
from workflow.models import EditorialSettings
from workflow.services import submit

SEVEN = datetime.datetime(2026, 11, 24, 0, tzinfo=datetime.UTC)
"""Tuesday, 24/11/2026, 07:00 in Vietnam."""


def at(monday, day=24, hour=7, minute=0):
    zone = timezone.get_default_timezone()
    monday.move_to(datetime.datetime(2026, 11, day, hour, minute, tzinfo=zone))


def test_nothing_waits_nothing_is_written(house, monday):
    at(monday)
    assert send_digests() == 0
    assert not letters("digest:").exists()


def test_from_the_hour_of_the_settings_once_a_day(house, monday):
    house.waiting()
    at(monday, hour=6, minute=59)
    assert send_digests() == 0
    at(monday)
    assert send_digests() == 2
    assert addressees("digest:2026-11-24:") == {"approver", "second"}
    for hour in (7, 12, 23):
        at(monday, hour=hour, minute=30)
        assert send_digests() == 0
    at(monday, day=25)
    assert send_digests() == 2


def test_the_hour_is_the_units_own(house, monday):
    house.waiting()
    settings = EditorialSettings.load()
    settings.digest_hour = 9
    settings.save()
    at(monday, hour=8)
    assert send_digests() == 0
    at(monday, hour=9)
    assert send_digests() == 2


@pytest.mark.parametrize("day", [28, 29])
def test_not_on_saturday_and_sunday(house, monday, day):
    house.waiting()
    at(monday, day=day, hour=10)
    assert send_digests() == 0


def test_not_on_a_holiday(house, monday):
    house.waiting()
    set_identity(holidays="24/11/2026")
    at(monday, hour=10)
    assert send_digests() == 0
    at(monday, day=25)
    assert send_digests() == 2


def test_a_clock_late_by_hours_still_sends_that_days_letter(house, monday):
    house.waiting()
    at(monday, hour=22)
    assert send_digests() == 2


def test_it_says_what_waits_at_which_step_until_when(house, monday):
    house.waiting(title="Bài chờ lâu")
    submit(page=house.draft(title="Bài chờ biên tập"), user=house.author)
    at(monday)
    send_digests()
    [letter] = letters("digest:").filter(to_user=house.approver)
    assert "1 bài chờ bạn duyệt" in letter.subject, "the other has an editor"
    assert "Bài chờ lâu" in letter.text
    assert "Duyệt đăng" in letter.text
    assert "09:00, 24/11/2026" in letter.text
    [letter] = letters("digest:").filter(to_user=house.editor)
    assert "Bài chờ biên tập" in letter.text
    assert "Bài chờ lâu" not in letter.text


def test_whoever_wrote_it_is_not_told_to_approve_it(house, monday):
    page = house.draft(author=house.approver)
    submit(page=page, user=house.approver)
    at(monday)
    send_digests()
    assert addressees("digest:") == {"second"}


def test_what_was_returned_waits_on_its_sender_with_the_comment(house, monday):
    page = house.waiting(title="Bài bị trả")
    send_back(page, house.approver, "Ghi nguồn.")
    at(monday)
    send_digests()
    assert addressees("digest:") == {"author"}
    [letter] = letters("digest:")
    assert "Bài bị trả" in letter.text
    assert "Ghi nguồn." in letter.text


def test_the_substitute_is_told_while_the_other_is_away(house, monday):
    house.waiting()
    Leave.objects.create(
        user=house.second, substitute=house.writer, starts_on="2026-11-24", ends_on="2026-11-24"
    )
    at(monday)
    send_digests()
    assert "writer" in addressees("digest:")


def test_administrators_learn_of_mail_that_does_not_get_out(house, monday):
    OutgoingMailFactory(attempts=2)
    at(monday)
    send_digests()
    assert addressees("digest:") == {"admin", "operator"}
    assert "1 thư chưa gửi được" in letters("digest:").first().subject


def test_no_letter_to_closed_or_addressless_accounts(house, monday):
    from tests.factories.workflow import role_group

    person("closed", role_group("approver"), is_active=False)
    person("silent", role_group("approver"), email="")
    house.waiting()
    at(monday)
    assert send_digests() == 2
    assert not OutgoingMail.objects.filter(to_user__username__in=["closed", "silent"]).exists()
