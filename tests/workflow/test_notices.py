"""Who is told what: those who must act and those who must know, with the words; nothing is lost."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Task

from accounts.models import Leave
from mailing.models import OutgoingMail
from mailing.services import send_due
from tests.factories.workflow import (
    addressees,
    browser,
    edit,
    fresh,
    letters,
    pass_on,
    person,
    role_group,
    send_back,
    state_of,
)
from workflow.models import EditorialSettings
from workflow.notices import ask_to_act
from workflow.services import publish_urgently, submit, take_back, withdraw


def step(page):
    return f"step:{state_of(page).pk}:"


def test_sent_by_a_contributor_it_waits_on_the_editor_of_the_section(house):
    page = house.draft(title="Bài chờ biên tập")
    submit(page=page, user=house.author)
    assert addressees(step(page)) == {"editor"}
    [letter] = letters(step(page))
    assert letter.subject == "Chờ biên tập: Bài chờ biên tập"
    assert "Biên tập" in letter.text
    assert "Nông Thị Thắm gửi" in letter.text
    assert reverse("workflow_review", args=[state_of(page).pk]) in letter.text
    assert "Trần Thu Hà" in letter.text


def test_passed_on_it_waits_on_the_approvers_with_its_due_hour(house, monday):
    page = house.waiting()
    assert addressees(step(page)) == {"approver", "second"}
    for letter in letters(step(page)):
        assert "09:00, 24/11/2026" in letter.text


def test_an_urgent_one_says_so(house):
    page = house.draft(urgent=True)
    submit(page=page, user=house.author)
    assert letters(step(page)).get().subject.startswith("Gấp")


def test_whoever_did_it_is_not_told_of_it(house):
    page = house.draft()
    submit(page=page, user=house.author)
    pass_on(page, house.approver)  # he passes on the editor's step
    assert addressees(step(page)) == {"second"}


def test_while_one_is_away_his_substitute_is_asked(house, monday):
    Leave.objects.create(
        user=house.approver, substitute=house.writer, starts_on="2026-11-23", ends_on="2026-11-23"
    )
    page = house.waiting()
    assert addressees(step(page)) == {"writer", "second"}


def test_a_return_reaches_whoever_wrote_or_passed_it_on_with_the_comment(house):
    page = house.draft()
    submit(page=page, user=house.author)
    edit(page, house.editor, sapo="Biên tập.")
    pass_on(page, house.editor)
    send_back(page, house.approver, "Thiếu nguồn ở đoạn hai.")
    assert addressees("returned:") == {"author", "editor"}
    for letter in letters("returned:"):
        assert "Thiếu nguồn ở đoạn hai." in letter.text
        assert "Phạm Minh Đức" in letter.text
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in letter.text


def test_an_approval_reaches_the_same_with_comment_and_address(house):
    page = house.waiting()
    pass_on(page, house.approver, comment="Bài tốt.")
    assert addressees("approved:") == {"author", "editor"}
    for letter in letters("approved:"):
        assert letter.subject.startswith("Đã đăng")
        assert "Bài tốt." in letter.text
        assert fresh(page).full_url in letter.text


def test_taken_back_those_who_were_asked_need_not_act(house):
    page = house.waiting()
    take_back(page=fresh(page), user=house.author)
    assert addressees("back:") == {"approver", "second"}


@pytest.mark.parametrize("again", ["submit", "take_back"])
def test_what_was_returned_asks_nobody_to_stop_waiting(house, again):
    """They have returned it; a letter that they need not decide would puzzle them."""
    page = house.waiting()
    send_back(page, house.approver)
    if again == "submit":
        edit(page, house.author, sapo="Sửa.")
        submit(page=fresh(page), user=house.author)
    else:
        take_back(page=fresh(page), user=house.author)
    assert addressees("back:") == set()


def test_a_withdrawal_reaches_the_owner_and_those_who_decide_with_its_reason(house):
    page = house.live()
    withdraw(page=page, user=house.approver, why="sai-sot", note="Số liệu sai.")
    assert addressees("withdrawn:") == {"author", "second", "admin"}
    for letter in letters("withdrawn:"):
        assert "Số liệu sai." in letter.text
        assert "sai sót" in letter.text


def test_an_urgent_publication_reaches_the_writers_too(house):
    publish_urgently(page=house.draft(), user=house.approver, reason="Bão.")
    assert "author" in addressees("urgent:")


def test_where_nobody_can_decide_the_administrators_learn_it(house):
    house.second.groups.clear()
    page = house.draft(author=house.approver)
    submit(page=page, user=house.approver)
    assert addressees(step(page)) == {"admin"}
    assert letters(step(page)).get().subject.startswith("Chưa ai duyệt được")


def test_the_only_approver_who_passed_it_on_himself_is_somebody(house):
    """A small ward has one; he may approve, so nobody need be alarmed."""
    house.second.groups.clear()
    page = house.draft()
    submit(page=page, user=house.author)
    pass_on(page, house.approver)
    assert "admin" not in addressees(step(page))


def test_a_workflow_that_ended_without_approval_tells_its_sender(house):
    """He thinks that it waits; it does not."""
    page = house.waiting()
    Task.objects.get(pk=state_of(page).task_id).deactivate(user=house.operator)
    assert "author" in set(
        OutgoingMail.objects.exclude(key__startswith="step:").values_list(
            "to_user__username", flat=True
        )
    )


# --- no letters to nowhere --------------------------------------------------------------------
def test_closed_accounts_and_accounts_without_address_get_none(house):
    approvers = role_group("approver")
    person("closed", approvers, is_active=False)
    person("silent", approvers, email="")
    page = house.waiting()
    assert addressees(step(page)) == {"approver", "second"}
    type(house.editor).objects.filter(pk=house.editor.pk).update(is_active=False)
    type(house.author).objects.filter(pk=house.author.pk).update(email="")
    send_back(page, house.approver)
    assert not letters("returned:").exists()


def test_the_same_notice_is_written_once(house):
    page = house.waiting()
    before = letters().count()
    ask_to_act(state_of(page), key=f"step:{state_of(page).pk}")
    assert letters().count() == before


def test_a_reminder_reaches_the_holders_once_an_hour(house, monday):
    page = house.waiting()
    url = reverse("workflow_remind", args=[state_of(page).pk])
    before = letters(step(page)).count()
    for minutes, more in ((0, 2), (10, 2), (60, 4)):
        monday.shift(minutes * 60)
        browser(house.author).post(url)
        assert letters(step(page)).count() == before + more
    browser(house.writer).post(url)
    assert letters(step(page)).count() == before + 4


# --- nothing is lost, nothing is stopped ------------------------------------------------------
@pytest.fixture
def broken(monkeypatch):
    """No letter can be written at all."""

    def fail(**kwargs):
        raise RuntimeError("không ghi được thư")

    monkeypatch.setattr("workflow.letters.queue", fail)


def test_a_letter_that_cannot_be_written_stops_no_decision(house, broken, caplog):
    page = house.draft()
    submit(page=page, user=house.author)
    pass_on(page, house.editor)
    send_back(page, house.approver)
    edit(page, house.author, sapo="Sửa.")
    submit(page=fresh(page), user=house.author)
    take_back(page=fresh(page), user=house.author)
    publish_urgently(page=fresh(page), user=house.approver, reason="Bão.")
    withdraw(page=fresh(page), user=house.approver, why="sai-sot")
    assert fresh(page).withdrawn_at
    assert "a notice could not be written" in caplog.text
    assert not OutgoingMail.objects.exists()


def test_a_fault_of_the_database_inside_a_notice_is_undone_alone(house, monkeypatch):
    def fail(**kwargs):
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM khong_co_bang_nay")

    monkeypatch.setattr("workflow.letters.queue", fail)
    page = house.waiting()
    pass_on(page, house.approver)
    assert fresh(page).live


@pytest.mark.parametrize("server", ["Refusing", "Hanging", "Strange"])
def test_a_server_that_refuses_or_hangs_loses_nothing(
    house, settings, server, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = f"tests.mailing.backends.{server}"
    with django_capture_on_commit_callbacks(execute=True):
        page = house.waiting()
        pass_on(page, house.approver)
    assert fresh(page).live
    waiting = OutgoingMail.objects.filter(sent_at=None)
    assert waiting.count() == OutgoingMail.objects.count() > 3
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    cache.clear()
    OutgoingMail.objects.update(next_try_at=timezone.now())
    mail.outbox = []
    send_due()
    assert not OutgoingMail.objects.filter(sent_at=None).exists()
    assert len(mail.outbox) == OutgoingMail.objects.count(), "each once"
    send_due()
    assert len(mail.outbox) == OutgoingMail.objects.count()


def test_after_sending_the_queue_holds_no_token(house, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        house.waiting()
    assert OutgoingMail.objects.exists()
    assert not OutgoingMail.objects.exclude(text="").exists()


def test_a_letter_whose_link_is_dead_is_not_sent_any_more(house):
    """The link lives 48 hours; a queue that stood still for three days does not send it."""
    page = house.waiting()
    for letter in letters(step(page)):
        assert letter.expires_at is not None


def test_switched_off_by_the_unit_letters_lead_to_the_desk(house):
    settings = EditorialSettings.load()
    settings.links_by_mail = False
    settings.save()
    page = house.waiting()
    for letter in letters(step(page)):
        assert "cần đăng nhập" in letter.text
