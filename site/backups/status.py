"""When the last backup was made, kept beside the archives; and one run at a time."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from backups.archive import BackupError

STATUS = "lan-cuoi.json"
TOO_OLD = timedelta(hours=36)


@dataclass(frozen=True)
class LastBackup:
    """The last good backup, and the last failure if it came later."""

    made_at: datetime | None = None
    file: str = ""
    size: int = 0
    missing: int = 0
    failed_at: datetime | None = None
    error: str = ""

    @property
    def is_stale(self) -> bool:
        """Whether a night was missed."""
        return self.made_at is None or timezone.now() - self.made_at > TOO_OLD


def last_backup() -> LastBackup | None:
    """What the status file says; None where no backup was ever tried."""
    try:
        said = json.loads((Path(settings.BACKUP_FOLDER) / STATUS).read_text(encoding="utf-8"))
        times = {
            name: datetime.fromisoformat(said[name]) if said.get(name) else None
            for name in ("made_at", "failed_at")
        }
        return LastBackup(**{**said, **times})
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def remember(status: LastBackup) -> None:
    """Write the status file."""
    folder = Path(settings.BACKUP_FOLDER)
    draft = folder / f".{STATUS}"
    draft.write_text(json.dumps(asdict(status), default=str, ensure_ascii=False), encoding="utf-8")
    os.replace(draft, folder / STATUS)


def remember_failure(error: str) -> None:
    """Note a failure beside the last good backup."""
    before = last_backup() or LastBackup()
    facts = {**asdict(before), "failed_at": timezone.now(), "error": error[:500]}
    with suppress(OSError):  # a full disk must not hide the fault it caused
        remember(LastBackup(**facts))


@contextmanager
def alone() -> Iterator[None]:
    """One backup or restore at a time on this machine."""
    home = Path(settings.BACKUP_FOLDER)
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (home / ".khoa").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise BackupError(_("Đang có một lần sao lưu hoặc khôi phục khác chạy.")) from fault
        yield
