"""The clock late, stopped and doubled; what its own jobs do."""

import datetime
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.utils import timezone
from wagtail.models import UploadedFile

from core.models import BasePage
from news.models import ArticlePage
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from workflow import clock
from workflow.jobs import drop_unfinished_uploads, register_jobs
from workflow.models import DueJob
from workflow.services import publish_by_system

NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


@pytest.fixture
def runs(db, monkeypatch):
    """What ran; the clock knows only what the test registers."""
    monkeypatch.setattr(clock, "_jobs", {})
    return []


@pytest.fixture
def frozen():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_after_a_week_without_power_a_job_runs_once_not_once_an_hour(runs, frozen):
    clock.register("giờ", lambda: runs.append(1), every=timedelta(hours=1))
    clock.run_due()
    frozen.shift(timedelta(days=7))
    assert clock.run_due() == {"giờ": "ran"}
    frozen.shift(timedelta(minutes=59))
    assert clock.run_due() == {"giờ": "not due"}
    frozen.shift(timedelta(minutes=1))
    assert clock.run_due() == {"giờ": "ran"}
    assert len(runs) == 3


def test_a_job_of_each_tick_runs_at_each_tick(runs, frozen):
    clock.register("mỗi phút", lambda: runs.append(1))
    for _ in range(3):
        clock.run_due()
        frozen.shift(timedelta(seconds=1))
    assert len(runs) == 3


def test_a_second_clock_during_a_job_of_each_tick_does_not_run_it_too(runs):
    def work():
        runs.append(1)
        assert clock.run_due() == {"mỗi phút": "not due"}

    clock.register("mỗi phút", work)
    assert clock.run_due() == {"mỗi phút": "ran"}
    assert runs == [1]


def test_a_job_cut_off_by_a_power_cut_is_taken_over_after_a_quarter_of_an_hour(runs, frozen):
    clock.register("mỗi phút", lambda: runs.append(1))
    DueJob.objects.create(name="mỗi phút", started_at=NOON)
    frozen.shift(timedelta(minutes=14))
    assert clock.run_due() == {"mỗi phút": "not due"}
    frozen.shift(timedelta(minutes=2))
    assert clock.run_due() == {"mỗi phút": "ran"}


def test_a_failing_job_undoes_its_half_work_keeps_its_fault_and_is_tried_again(runs, frozen):
    def half():
        DueJob.objects.create(name="nửa chừng")
        if not runs:
            runs.append(1)
            raise DatabaseError("mất kết nối")

    clock.register("hỏng", half)
    clock.register("lành", lambda: runs.append(2))
    assert clock.run_due() == {"hỏng": "failed", "lành": "ran"}
    assert not DueJob.objects.filter(name="nửa chừng").exists()
    job = DueJob.objects.get(name="hỏng")
    assert job.error == "DatabaseError: mất kết nối"
    assert job.failed_at == NOON
    assert job.finished_at is None
    frozen.shift(timedelta(minutes=1))
    assert clock.run_due()["hỏng"] == "ran"
    job.refresh_from_db()
    assert job.error == ""
    assert job.finished_at == NOON + timedelta(minutes=1)


def test_slow_jobs_hold_no_lock_while_they_work(runs):
    def depth():
        return len(connection.savepoint_ids)

    outside, seen = depth(), {}
    clock.register("nhanh", lambda: seen.update(quick=depth()))
    clock.register("chậm", lambda: seen.update(slow=depth()), atomic=False)
    assert set(clock.run_due().values()) == {"ran"}
    assert seen == {"quick": outside + 1, "slow": outside}


def test_drawing_and_warming_are_such_jobs():
    loose = {name for name, job in clock._jobs.items() if not job.atomic}
    assert {"cards", "card-sweep", "warming"} <= loose


def test_the_command_names_what_failed_and_is_silent_when_all_is_well(runs):
    clock.register("lành", lambda: None)
    out = StringIO()
    call_command("run_due", stdout=out)
    assert out.getvalue() == ""
    clock.register("hỏng", lambda: 1 / 0)
    call_command("run_due", stdout=out)
    assert out.getvalue() == "hỏng: failed\n"


def test_pages_go_live_and_come_down_at_their_minute_even_when_the_clock_is_late(home, frozen):
    column = ColumnPageFactory()
    coming = ArticlePageFactory(parent=column, title="Sắp đăng", live=False)
    coming.go_live_at = timezone.now() + timedelta(minutes=10)
    publish_by_system(page=coming, cause="thử")
    going = ArticlePageFactory(
        parent=column, title="Sắp gỡ", expire_at=timezone.now() + timedelta(minutes=10)
    )

    def live():
        return set(ArticlePage.objects.filter(live=True).values_list("title", flat=True))

    call_command("run_due")
    assert live() == {"Sắp gỡ"}
    frozen.shift(timedelta(hours=9))
    assert not BasePage.objects.visible().filter(pk=going.pk).exists(), "gone before the job"
    call_command("run_due")
    assert live() == {"Sắp đăng"}
    going.refresh_from_db()
    assert going.expired
    revisions = coming.revisions.count()
    frozen.shift(timedelta(minutes=1))
    call_command("run_due")
    assert live() == {"Sắp đăng"}
    assert coming.revisions.count() == revisions


def test_ended_sessions_are_dropped_each_day_and_running_ones_kept(runs, frozen):
    register_jobs()
    for key, days in (("cũ", -1), ("mới", 1)):
        Session.objects.create(session_key=key, expire_date=NOON + timedelta(days=days))
    assert set(clock.run_due().values()) == {"ran"}
    assert [session.pk for session in Session.objects.all()] == ["mới"]
    frozen.shift(timedelta(hours=23))
    assert clock.run_due()["sessions"] == "not due"


def test_a_bulk_upload_nobody_finished_is_dropped_with_its_file_after_two_days(db):
    upload = UploadedFile.objects.create(file=ContentFile(b"raw", name="IMG_1.jpg"))
    lost = UploadedFile.objects.create(file="wagtail_uploads/gone.jpg")
    drop_unfinished_uploads()
    assert list(UploadedFile.objects.all()) == [upload]
    assert lost.pk != upload.pk
    with time_machine.travel(timezone.now() + timedelta(days=2, minutes=1)):
        drop_unfinished_uploads()
    assert not UploadedFile.objects.exists()
    assert not default_storage.exists(upload.file.name)
