"""Timed work of Wagtail and Django themselves, and of the rooms below."""

from datetime import timedelta

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, UploadedFile

from workflow import clock

LOCKS_LAST = timedelta(hours=12)


def register_jobs() -> None:
    """Called once when the app is ready."""
    clock.register("go-live-and-expiry", publish_and_expire, atomic=False)
    clock.register("mail", send_mail, atomic=False)
    clock.register("digests", send_digests_when_due, every=timedelta(minutes=10))
    clock.register("yearly-plan", plan_next_year, every=timedelta(hours=6))
    clock.register("stale-locks", release_stale_locks, every=timedelta(hours=1))
    clock.register("old-mail", prune_mail, every=timedelta(days=1))
    clock.register("sessions", clear_sessions, every=timedelta(days=1))
    clock.register("task-results", prune_task_results, every=timedelta(days=1))
    clock.register("unfinished-uploads", drop_unfinished_uploads, every=timedelta(days=1))


def publish_and_expire() -> None:
    """Publish what was approved for this moment and take down what has expired."""
    from workflow.services import publish_due

    publish_due()


def send_mail() -> None:
    """Send what is queued, and try again what failed."""
    from mailing.services import send_due

    send_due()


def prune_mail() -> None:
    """Drop the record of letters that went long ago."""
    from mailing.services import prune

    prune()


def send_digests_when_due() -> None:
    """The daily letter."""
    from workflow.digest import send_digests

    send_digests()


def plan_next_year() -> None:
    """What comes every year gets its place in the next one."""
    from planning.services import repeat_yearly

    repeat_yearly()


def release_stale_locks() -> None:
    """A lock somebody left behind for half a day is taken off, on the record."""
    limit = timezone.now() - LOCKS_LAST
    for page in Page.objects.filter(locked=True, locked_at__lt=limit).select_related("locked_by"):
        holder = page.locked_by.get_full_name() if page.locked_by else ""
        Page.objects.filter(pk=page.pk).update(locked=False, locked_by=None, locked_at=None)
        log(instance=page.specific, action="wagtail.unlock", data={"left_by": holder})


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
