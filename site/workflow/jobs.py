"""Timed work of Wagtail and Django themselves."""

from datetime import timedelta

from django.conf import settings
from django.core.management import call_command

from workflow import clock


def register_jobs() -> None:
    """Called once when the app is ready."""
    clock.register("go-live-and-expiry", publish_and_expire)
    clock.register("sessions", clear_sessions, every=timedelta(days=1))
    clock.register("task-results", prune_task_results, every=timedelta(days=1))


def publish_and_expire() -> None:
    """Publish what was scheduled and take down what has expired."""
    call_command("publish_scheduled")


def clear_sessions() -> None:
    """Drop sessions that have ended."""
    call_command("clearsessions")


def prune_task_results() -> None:
    """Drop results of background tasks older than two weeks."""
    if "django_tasks_db" in settings.TASKS["default"]["BACKEND"]:
        call_command("prune_db_task_results")
