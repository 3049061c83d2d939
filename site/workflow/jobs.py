"""Timed work of Wagtail and Django themselves."""

from datetime import timedelta

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import UploadedFile

from workflow import clock


def register_jobs() -> None:
    """Called once when the app is ready."""
    clock.register("go-live-and-expiry", publish_and_expire)
    clock.register("sessions", clear_sessions, every=timedelta(days=1))
    clock.register("task-results", prune_task_results, every=timedelta(days=1))
    clock.register("unfinished-uploads", drop_unfinished_uploads, every=timedelta(days=1))


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


def drop_unfinished_uploads() -> None:
    """Drop pictures of a bulk upload whose words nobody gave within two days.

    Such a file is as it came, with its metadata; it has no address, but need not lie about.
    """
    limit = timezone.now() - timedelta(days=2)
    for upload in UploadedFile.objects.all():
        try:
            is_old = default_storage.get_modified_time(upload.file.name) < limit
        except OSError:
            is_old = True  # the file is gone already
        if is_old:
            upload.file.delete(save=False)
            upload.delete()
