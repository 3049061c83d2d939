"""Whether the site works: one word for strangers, each part in words for the operator."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from home import health
from home.health import examine, is_well
from tests.factories.mailing import OutgoingMailFactory
from workflow.models import DueJob


def part(name):
    return next(p for p in examine() if p.name.startswith(name))


@pytest.fixture
def running(db):
    """The clock has just run."""
    return DueJob.objects.create(name="mail", finished_at=timezone.now())


def test_r_13_strangers_hear_one_word_and_nothing_of_the_inside(client, running):
    answer = client.get("/suc-khoe/")
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert answer["Cache-Control"] == "no-store"
    DueJob.objects.all().delete()
    answer = client.get("/suc-khoe/")
    assert (answer.status_code, answer.content) == (503, b"not ok")


def test_a_database_that_is_away_is_no_fault_of_the_page(client, running, monkeypatch):
    def away():
        raise DatabaseError("password=secret")

    monkeypatch.setattr(health, "_database", away)
    answer = client.get("/suc-khoe/")
    assert (answer.status_code, answer.content) == (503, b"not ok")
    assert part("Cơ sở dữ liệu").words == "DatabaseError"


def test_a_clock_that_stands_still_is_seen(running):
    assert is_well()
    DueJob.objects.update(finished_at=timezone.now() - timedelta(minutes=11))
    assert not part("Đồng hồ").is_well
    assert not is_well()


def test_a_job_that_fails_is_named_while_the_clock_goes_on(running):
    DueJob.objects.create(name="warming", finished_at=timezone.now(), error="ValueError: x")
    clock = part("Đồng hồ")
    assert clock.is_well
    assert "warming" in clock.words


def test_work_that_nobody_takes_up_is_seen(running):
    task = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="home.tasks.x",
        backend_name="default",
        queue_name="default",
        run_after=timezone.now(),
        status=TaskResultStatus.READY,
    )
    assert part("Hàng đợi").is_well
    DBTaskResult.objects.filter(pk=task.pk).update(
        enqueued_at=timezone.now() - timedelta(minutes=16)
    )
    assert not part("Hàng đợi").is_well


def test_late_mail_and_a_missed_backup_are_told_and_do_not_stop_the_site(
    running, settings, tmp_path
):
    settings.BACKUP_FOLDER = tmp_path
    OutgoingMailFactory(created_at=timezone.now() - timedelta(hours=2), sent_at=None)
    assert not part("Thư").is_well
    assert "chưa có bản nào" in part("Sao lưu").words
    assert is_well()


def test_a_disk_that_fills_up_is_seen_in_time(running, monkeypatch):
    monkeypatch.setattr(health, "LEAST_SPACE", 10**18)
    assert not is_well()


def test_the_operator_reads_each_part_and_the_exit_code_tells_a_program(running, capsys):
    call_command("check_health")
    assert capsys.readouterr().out.count("\n") == 6
    DueJob.objects.all().delete()
    with pytest.raises(CommandError, match=r"su-co\.md"):
        call_command("check_health")
    assert "HỎNG  Đồng hồ" in capsys.readouterr().out


def test_looking_costs_few_queries(running, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get("/suc-khoe/")
