"""The one clock."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from news.models import ArticlePage
from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from workflow import clock
from workflow.models import DueJob
from workflow.services import publish_by_system


@pytest.fixture
def jobs(monkeypatch, db):
    """Only the jobs of the test."""
    monkeypatch.setattr(clock, "_jobs", {})
    return clock


def test_a_job_runs_when_due_and_not_before(jobs):
    runs = []
    jobs.register("việc", lambda: runs.append(1), every=timedelta(hours=1))
    assert jobs.run_due() == {"việc": "ran"}
    assert jobs.run_due() == {"việc": "not due"}
    with time_machine.travel(timezone.now() + timedelta(hours=5)):
        assert jobs.run_due() == {"việc": "ran"}
    assert len(runs) == 2


def test_a_failing_job_is_recorded_and_stops_no_other(jobs):
    runs = []

    def broken():
        raise RuntimeError("đứt")

    jobs.register("hỏng", broken)
    jobs.register("lành", lambda: runs.append(1))
    assert jobs.run_due() == {"hỏng": "failed", "lành": "ran"}
    assert runs == [1]
    job = DueJob.objects.get(name="hỏng")
    assert "RuntimeError: đứt" in job.error
    assert job.failed_at


def test_two_clocks_at_once_run_a_job_once(jobs):
    runs = []

    def nested():
        runs.append(1)
        jobs.run_due()  # a second clock ticks while this one works

    jobs.register("việc", nested, every=timedelta(minutes=1))
    jobs.run_due()
    assert runs == [1]


def test_the_command_brings_live_what_is_due_and_is_safe_twice(home):
    article = ArticlePageFactory(parent=ColumnPageFactory(), live=False)
    article.go_live_at = timezone.now() + timedelta(minutes=30)
    publish_by_system(page=article, cause="thử")
    call_command("run_due", verbosity=0)
    assert not ArticlePage.objects.get(pk=article.pk).live
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        call_command("run_due", verbosity=0)
        call_command("run_due", verbosity=0)
    assert ArticlePage.objects.get(pk=article.pk).live
