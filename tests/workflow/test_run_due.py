"""`manage.py run_due` as the demo and the server call it."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.factories.news import ArticlePageFactory, ColumnPageFactory
from workflow import clock, jobs
from workflow.management.commands import run_due as command
from workflow.services import publish_by_system


@pytest.fixture
def alone(db, monkeypatch):
    """The clock knows only what the test registers."""
    monkeypatch.setattr(clock, "_jobs", {})


class Stopped(Exception):
    """The person stops the loop."""


def test_the_loop_ticks_until_it_is_stopped_also_past_a_failing_job(alone, monkeypatch):
    waits, runs = [], []

    def wait(seconds):
        waits.append(seconds)
        if len(waits) == 3:
            raise Stopped

    def broken():
        runs.append(1)
        raise RuntimeError("đứt")

    monkeypatch.setattr(command.time, "sleep", wait)
    monkeypatch.setattr(command, "close_old_connections", lambda: None)
    clock.register("hỏng", broken)
    out = StringIO()
    with pytest.raises(Stopped):
        call_command("run_due", loop=60, stdout=out)
    assert waits == [60, 60, 60]
    assert len(runs) == 3
    assert out.getvalue() == "hỏng: failed\n" * 3


def test_asked_for_more_words_it_names_what_ran_and_not_what_was_not_due(alone):
    clock.register("ngày", lambda: None, every=timedelta(days=1))
    out = StringIO()
    call_command("run_due", verbosity=2, stdout=out)
    call_command("run_due", verbosity=2, stdout=out)
    assert out.getvalue() == "ngày: ran\n"


def test_results_of_background_work_are_pruned_where_they_are_kept(alone, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    jobs.register_jobs()
    for days in (40, 1):
        finished = timezone.now() - timedelta(days=days)
        DBTaskResult.objects.create(
            status="SUCCESSFUL",
            task_path="x",
            args_kwargs={"args": [], "kwargs": {}},
            backend_name="default",
            finished_at=finished,
            run_after=finished,
            exception_class_path="",
            traceback="",
        )
    assert clock.run_due()["task-results"] == "ran"
    [left] = DBTaskResult.objects.all()
    assert left.finished_at > timezone.now() - timedelta(days=2)


def test_a_page_scheduled_while_the_server_was_off_is_dated_by_its_real_hour(home):
    article = ArticlePageFactory(
        parent=ColumnPageFactory(), live=False, first_published_at=None, days_ago=0
    )
    planned = timezone.now() + timedelta(minutes=10)
    article.go_live_at = planned
    publish_by_system(page=article, cause="thử")
    late = planned + timedelta(minutes=70)
    with time_machine.travel(late, tick=False):
        call_command("run_due")
        article.refresh_from_db()
        assert article.live
        assert abs(article.listed_at - late) < timedelta(seconds=5), "the feed's order by real time"
