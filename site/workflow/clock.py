"""The one clock: jobs that are due, run at any time, late, or twice, without harm.

Apps register a job with how often it should run; `run_due` runs those whose time has come. A job
must do only what is still undone when it starts, so that a late or doubled run changes nothing.
"""

import logging
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Max, Q
from django.utils import timezone

from workflow.models import DueJob

logger = logging.getLogger(__name__)

Job = Callable[[], object]
GIVE_UP_AFTER = timedelta(minutes=15)


@dataclass(frozen=True)
class Timed:
    """A registered job."""

    name: str
    run: Job
    every: timedelta
    atomic: bool = True


_jobs: dict[str, Timed] = {}


def register(name: str, run: Job, *, every: timedelta = timedelta(0), atomic: bool = True) -> None:
    """Have `run` called by the clock, at most once per `every` (0: at each tick).

    Args:
        name: stands in the record of what ran.
        run: the job.
        every: the least time between two runs.
        atomic: undo the whole job if it fails. False for slow work (drawing, asking for pages),
            which would hold SQLite's one write lock all the while.
    """
    _jobs[name] = Timed(name, run, every, atomic)


def run_due() -> dict[str, str]:
    """Run what is due; a failing job is recorded and does not stop the others.

    Returns:
        For each job `"ran"`, `"not due"` or `"failed"`.
    """
    return {job.name: _run(job) for job in _jobs.values()}


def last_run() -> datetime | None:
    """When the clock last ticked; None if it never has."""
    return DueJob.objects.aggregate(last=Max("started_at"))["last"]


def failing() -> list[DueJob]:
    """Jobs whose last run failed."""
    broken = Q(finished_at__isnull=True) | Q(failed_at__gt=F("finished_at"))
    return list(DueJob.objects.filter(broken, failed_at__isnull=False).order_by("name"))


def _run(job: Timed) -> str:
    if not _claim(job):
        return "not due"
    try:
        with transaction.atomic() if job.atomic else nullcontext():
            job.run()
    except Exception as error:
        logger.exception("timed job %s failed", job.name)
        DueJob.objects.filter(name=job.name).update(
            failed_at=timezone.now(), error=f"{type(error).__name__}: {error}"[:2000]
        )
        return "failed"
    DueJob.objects.filter(name=job.name).update(finished_at=timezone.now(), error="")
    return "ran"


def _claim(job: Timed) -> bool:
    """Take the job by one conditional update, so that of two clocks only one runs it.

    A job that began but neither finished nor failed is taken over after a quarter of an hour.
    """
    now = timezone.now()
    DueJob.objects.get_or_create(name=job.name)
    rows = DueJob.objects.filter(name=job.name)
    at_rest = (
        Q(started_at__isnull=True)
        | Q(finished_at__gte=F("started_at"))
        | Q(failed_at__gte=F("started_at"))
        | Q(started_at__lt=now - GIVE_UP_AFTER)
    )
    due = Q(started_at__isnull=True) | Q(started_at__lte=now - job.every)
    return rows.filter(at_rest, due).update(started_at=now) == 1
