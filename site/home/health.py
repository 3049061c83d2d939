"""Whether the site does its work: for the web server, for who watches it, and for the operator."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from backups.services import last_backup
from mailing.models import OutgoingMail
from workflow.models import DueJob

CLOCK = timedelta(minutes=10)
QUEUE = timedelta(minutes=15)
MAIL = timedelta(hours=1)
LEAST_SPACE = 500 * 2**20


@dataclass(frozen=True)
class Part:
    """One thing that was looked at. `vital`: without it the site does not do its work."""

    name: str
    is_well: bool
    words: str
    vital: bool = True


def is_well() -> bool:
    """Whether everything vital works. Never raises."""
    return all(part.is_well for part in examine() if part.vital)


def examine() -> list[Part]:
    """Look at each part. One that cannot be looked at is not well."""
    parts: list[tuple[str, Callable[[], tuple[bool, str]], bool]] = [
        (_("Cơ sở dữ liệu"), _database, True),
        (_("Đồng hồ (run_due)"), _clock, True),
        (_("Hàng đợi (db_worker)"), _queue, True),
        (_("Thư"), _mail, False),
        (_("Ổ đĩa"), _disk, True),
        (_("Sao lưu"), _backup, False),
    ]
    found = []
    for name, look, vital in parts:
        try:
            well, words = look()
        except (DatabaseError, OSError) as fault:
            well, words = False, type(fault).__name__
        found.append(Part(name, well, words, vital))
    return found


def _database() -> tuple[bool, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True, connection.vendor


def _clock() -> tuple[bool, str]:
    last = DueJob.objects.filter(finished_at__isnull=False).order_by("-finished_at").first()
    if last is None:
        return False, _("chưa chạy lần nào")
    broken = DueJob.objects.exclude(error="").values_list("name", flat=True)
    words = _("chạy lúc %s") % f"{timezone.localtime(last.finished_at):%H:%M %d/%m/%Y}"
    if broken:
        words += " · " + _("việc hỏng: %s") % ", ".join(broken)
    return timezone.now() - last.finished_at < CLOCK, words


def _queue() -> tuple[bool, str]:
    late = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY, enqueued_at__lt=timezone.now() - QUEUE
    ).count()
    return late == 0, _("%s việc chờ quá lâu") % late


def _mail() -> tuple[bool, str]:
    late = OutgoingMail.objects.unsent().filter(created_at__lt=timezone.now() - MAIL).count()
    return late == 0, _("%s thư chưa gửi được sau một giờ") % late


def _disk() -> tuple[bool, str]:
    free = shutil.disk_usage(settings.VAR_DIR).free
    return free > LEAST_SPACE, _("còn %s MB") % (free // 2**20)


def _backup() -> tuple[bool, str]:
    last = last_backup()
    if last is None or last.made_at is None:
        return False, _("chưa có bản nào")
    words = _("lần cuối %s") % f"{timezone.localtime(last.made_at):%H:%M %d/%m/%Y}"
    if last.failed_at:
        words += " · " + _("lần sau đó hỏng: %s") % last.error
    return not last.is_stale and last.failed_at is None, words
