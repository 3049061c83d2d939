"""Make a backup, and say when the last was made; `backups.restoring` is the way back."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone
from django.utils.translation import gettext as _

from backups.archive import DATABASES, BackupError, opened, writing
from backups.databases import Snapshot, engine
from backups.media import linked
from backups.status import LastBackup, alone, last_backup, remember, remember_failure

__all__ = ["Backup", "LastBackup", "last_backup", "make_backup"]

PATTERN = "sao-luu-*.tar"
TRIES = 3


@dataclass(frozen=True)
class Backup:
    """A finished archive."""

    file: Path
    size: int
    manifest: dict[str, Any]
    removed: list[Path]


def make_backup(*, folder: Path | None = None, keep: int = 14) -> Backup:
    """Write one checked archive of database and files; safe while the site is in use.

    Args:
        folder: where to; BACKUP_FOLDER unless given.
        keep: how many archives stay there, this one among them.

    Raises:
        BackupError: when no good archive could be made. Nothing half done is left.
    """
    place = Path(folder or settings.BACKUP_FOLDER)
    try:
        with alone():
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
            backup = _write(place, keep)
    except BackupError as fault:
        remember_failure(str(fault))
        raise
    except (OSError, DatabaseError) as fault:
        remember_failure(str(fault))
        raise BackupError(str(fault)) from fault
    remember(
        LastBackup(
            made_at=timezone.now(),
            file=str(backup.file),
            size=backup.size,
            missing=len(backup.manifest["missing"]),
        )
    )
    return backup


def _write(place: Path, keep: int) -> Backup:
    now = timezone.localtime()
    target = place / f"sao-luu-{now:%Y-%m-%d-%H%M%S}.tar"
    draft = target.with_suffix(".tar.dang-ghi")
    for left in place.glob("*.tar.dang-ghi"):  # of a run that was killed
        left.unlink()
    try:
        with (
            tempfile.TemporaryDirectory(dir=place, prefix=".sao-luu-") as scratch,
            _moment(Path(scratch)) as (snapshot, files),
        ):
            _refuse_without_space(place, snapshot, files)
            with writing(draft) as archive:
                archive.add(DATABASES[engine().name], snapshot.file)
                for name, path in sorted(files.items()):
                    archive.add(name, path)
                archive.finish(_facts(snapshot, files, now))
        with opened(draft) as (_tar, manifest):
            pass  # every checksum was compared: the archive reads as it was written
        os.replace(draft, target)
        _flush_folder(place)
    finally:
        draft.unlink(missing_ok=True)
    removed = _rotate(place, target, keep)
    return Backup(target, target.stat().st_size, manifest, removed)


@contextmanager
def _moment(scratch: Path) -> Iterator[tuple[Snapshot, dict[str, Path]]]:
    """The database at one moment with every file it names.

    Files are linked first, so that one deleted meanwhile stays readable; then the database is
    copied; then files that came in between are linked as well. A file both uploaded and deleted in
    that short time is missed: then the moment is taken anew. Files nobody names do no harm.
    """
    for attempt in range(1, TRIES + 1):
        with linked() as links, engine().snapshot(scratch) as snapshot:
            links.add_new()
            lost = snapshot.files - links.files.keys()
            if not lost or attempt == TRIES:
                yield snapshot, links.files
                return
        snapshot.file.unlink()


def _facts(snapshot: Snapshot, files: dict[str, Path], now: datetime) -> dict[str, Any]:
    return {
        "made_at": now.isoformat(timespec="seconds"),
        "engine": engine().name,
        "counts": snapshot.counts,
        "migrations": snapshot.migrations,
        "missing": sorted(snapshot.files - files.keys()),
    }


def _refuse_without_space(place: Path, snapshot: Snapshot, files: dict[str, Path]) -> None:
    sizes = sum(path.stat().st_size for path in files.values()) + snapshot.file.stat().st_size
    need = sizes + 2048 * len(files) + 16 * 1024 * 1024
    free = shutil.disk_usage(place).free
    if free < need:
        raise BackupError(
            _("Ổ đĩa không đủ chỗ ở %(folder)s: cần %(need)s MB, còn %(free)s MB.")
            % {"folder": place, "need": need // 2**20, "free": free // 2**20}
        )


def _rotate(place: Path, newest: Path, keep: int) -> list[Path]:
    older = sorted((path for path in place.glob(PATTERN) if path != newest), reverse=True)
    removed = older[max(keep, 1) - 1 :]
    for path in removed:
        path.unlink()
    return removed


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
