"""Once a year: still right? Asked, answered with one press, put to rest, woken by one press."""

from datetime import timedelta

import pytest
import time_machine
from dateutil.relativedelta import relativedelta
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from core.models.syndicated import Withdrawal
from mailing.models import OutgoingMail
from showcase.models import StartupPage
from submissions.models import Event
from submissions.models.submission import State
from submissions.services import yearly
from tests.factories.accounts import UserFactory
from tests.factories.showcase import StartupPageFactory
from tests.factories.workflow import edit, fresh, make_house
from tests.soup import read, words
from tests.submissions.entry import make_entry, make_submission, register
from workflow.services import NotAllowed, publish_by_system, withdraw


@pytest.fixture(autouse=True)
def _place(home, monkeypatch):
    register(monkeypatch)


@pytest.fixture
def entry():
    """Confirmed thirteen months ago."""
    made = make_entry()
    day = timezone.localdate() - relativedelta(months=13)
    StartupPage.objects.filter(pk=made.startup.pk).update(last_confirmed_on=day)
    return made


def later(days):
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=False)


def letters(entry, what):
    return OutgoingMail.objects.filter(key__startswith=f"submission:{entry.submission.pk}:{what}")


def confirm_url(entry):
    return reverse("submissions_confirm", args=[entry.submission.token])


def test_after_its_months_the_maker_is_asked_once(entry):
    assert yearly.run() == {"asked": 1, "rested": 0}
    assert yearly.run() == {"asked": 0, "rested": 0}
    (letter,) = letters(entry, "still-right")
    assert fresh(entry.submission).token in "".join(letter.html.split())
    assert fresh(entry.startup).is_visible()


def test_what_was_confirmed_lately_or_came_by_no_form_is_not_asked():
    fresh_entry = make_entry()
    StartupPage.objects.filter(pk=fresh_entry.startup.pk).update(
        last_confirmed_on=timezone.localdate() - relativedelta(months=11)
    )
    StartupPageFactory(last_confirmed_on=timezone.localdate() - relativedelta(years=3))
    assert yearly.run() == {"asked": 0, "rested": 0}


def test_one_press_confirms_on_the_live_row_and_on_the_draft(client, entry):
    editor = UserFactory()
    edit(entry.startup, editor, sapo="Bản nháp mới")
    yearly.run()
    soup = read(client, fresh(entry.submission).status_path)
    assert "còn đúng không" in words(soup.main)
    client.get(confirm_url(entry))
    assert fresh(entry.submission).asked_at is not None, "opening the address confirms nothing"
    answer = client.post(confirm_url(entry))
    assert answer["Location"].endswith("?xong=dung")
    page = fresh(entry.startup)
    today = timezone.localdate()
    assert page.last_confirmed_on == today
    draft = page.get_latest_revision_as_object()
    assert (draft.last_confirmed_on, draft.sapo) == (today, "Bản nháp mới")
    assert page.has_unpublished_changes
    assert page.sapo != "Bản nháp mới"
    assert fresh(entry.submission).asked_at is None
    assert "còn đúng không" not in words(read(client, entry.submission.status_path).main)


def test_without_a_draft_confirming_leaves_none_behind(entry):
    yearly.confirm(submission=entry.submission)
    page = fresh(entry.startup)
    assert not page.has_unpublished_changes
    assert page.live_revision_id == page.latest_revision_id
    assert page.live_revision.as_object().last_confirmed_on == timezone.localdate()


def test_an_older_draft_published_later_does_not_take_the_word_back(
    entry, django_capture_on_commit_callbacks
):
    old = fresh(entry.startup).get_latest_revision()
    yearly.confirm(submission=entry.submission)
    with django_capture_on_commit_callbacks(execute=True):
        old.publish(skip_permission_checks=True)
    assert fresh(entry.startup).last_confirmed_on == timezone.localdate()


def test_without_an_answer_it_rests_with_its_products_and_its_address_says_why(client, entry):
    """P-10."""
    yearly.run()
    with later(44):
        assert yearly.run()["rested"] == 0
    with later(46):
        assert yearly.run() == {"asked": 0, "rested": 1}
        assert yearly.run() == {"asked": 0, "rested": 0}
    page = fresh(entry.startup)
    assert page.withdrawn_why == Withdrawal.RESTED
    assert client.get(entry.product.url).status_code == 404
    answer = client.get(entry.startup.url)
    assert answer.status_code == 410
    text = answer.content.decode()
    assert "đang tạm cất" in text
    assert "Vẫn đúng" in text
    assert "sai sót" not in text
    for url in ("/trung-bay/", "/trung-bay/rss.xml", "/sitemap.xml", "/tim-kiem/?q=mien"):
        assert f"{entry.product.url}" not in client.get(url).content.decode()
    assert letters(entry, "rested").count() == 1
    assert entry.submission.events.last().kind == Event.Kind.RESTED


def test_confirming_brings_it_back_as_it_was_without_a_new_approval(client, entry):
    before = fresh(entry.startup).live_revision.content["title"]
    yearly.run()
    with later(46):
        yearly.run()
        assert "tạm cất" in words(read(client, fresh(entry.submission).status_path).main)
        client.post(confirm_url(entry))
        page = fresh(entry.startup)
        assert page.is_visible()
        assert page.title == before
        assert (page.withdrawn_why, page.withdrawn_note) == ("", "")
        assert client.get(entry.startup.url).status_code == 200
        assert client.get(entry.product.url).status_code == 200
        assert yearly.run() == {"asked": 0, "rested": 0}


def test_an_editor_confirms_on_behalf(entry):
    editor = UserFactory()
    yearly.run()
    with later(46):
        yearly.run()
        assert yearly.confirm(submission=entry.submission, user=editor)
    assert fresh(entry.startup).is_visible()
    assert entry.submission.events.last().by == editor


def test_confirming_wakes_nothing_that_was_withdrawn_for_another_reason(entry):
    house = make_house()
    withdraw(page=entry.startup, user=house.approver, why=Withdrawal.ERROR)
    yearly.confirm(submission=entry.submission)
    assert not fresh(entry.startup).is_visible()
    assert fresh(entry.startup).withdrawn_why == Withdrawal.ERROR


def test_nobody_rests_a_page_by_hand(entry):
    house = make_house()
    with pytest.raises(NotAllowed):
        withdraw(page=entry.startup, user=house.approver, why=Withdrawal.RESTED)


def test_who_sent_a_change_has_answered(entry):
    yearly.run()
    make_submission(kind="sua-thong-tin", origin=entry.submission, state=State.READING)
    with later(46):
        assert yearly.run()["rested"] == 0
    assert fresh(entry.startup).is_visible()


def test_the_day_an_editor_writes_on_the_page_answers_too(entry):
    yearly.run()
    page = fresh(entry.startup)
    page.last_confirmed_on = timezone.localdate()
    publish_by_system(page=page, cause="sửa")
    yearly.run()
    assert fresh(entry.submission).asked_at is None
    with later(400):
        assert yearly.run() == {"asked": 1, "rested": 0}, "asked first, a year later"


def test_a_maker_without_a_proved_address_is_asked_by_telephone(entry):
    house = make_house()
    entry.submission.sender.email_proved_at = None
    entry.submission.sender.save()
    yearly.run()
    assert not letters(entry, "still-right").exists()
    told = letters(entry, "staff:call").values_list("to_user__username", flat=True)
    assert set(told) & {"approver", "admin"}
    assert house.author.username not in told


@pytest.mark.parametrize("state", [State.RECEIVED, State.ACCEPTED, State.DECLINED])
def test_there_is_nothing_to_confirm_before_publication(client, state):
    submission = make_submission(state=state)
    assert yearly.confirm(submission=submission) is False
    assert not submission.events.filter(kind=Event.Kind.CONFIRMED).exists()


def test_the_clock_asks_by_itself(entry):
    call_command("run_due", verbosity=0)
    assert fresh(entry.submission).asked_at is not None
