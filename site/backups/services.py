"""Make a backup, restore one, and say when the last was made."""

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone
from django.utils.translation import gettext as _

from backups.archive import DATABASES, MEDIA, BackupError, opened, writing
from backups.databases import Engine, Snapshot, engine
from backups.media import copied_files, linked

PATTERN = "sao-luu-*.tar"
STATUS = "lan-cuoi.json"
TRIES = 3
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


@dataclass(frozen=True)
class Backup:
    """A finished archive."""

    file: Path
    size: int
    manifest: dict[str, Any]
    removed: list[Path]


def last_backup() -> LastBackup | None:
    """What the status file says; None where no backup was ever tried."""
    try:
        said = json.loads((Path(settings.BACKUP_FOLDER) / STATUS).read_text(encoding="utf-8"))
        times = {
            name: datetime.fromisoformat(said[name]) if said.get(name) else None
            for name in ("made_at", "failed_at")
        }
        return LastBackup(**{**said, **times})
    except (OSError, ValueError, TypeError):
        return None


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
        with _alone():
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
            backup = _write(place, keep)
    except BackupError as fault:
        _remember_failure(str(fault))
        raise
    except (OSError, DatabaseError) as fault:
        _remember_failure(str(fault))
        raise BackupError(str(fault)) from fault
    _remember(
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
        with tempfile.TemporaryDirectory(dir=place, prefix=".sao-luu-") as scratch:
            with _moment(Path(scratch)) as (snapshot, files):
                _refuse_without_space(place, snapshot, files)
                with writing(draft) as archive:
                    archive.add(DATABASES[engine().name], snapshot.file)
                    for name, path in sorted(files.items()):
                        archive.add(f"{MEDIA}{name}", path)
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


@contextmanager
def _alone() -> Iterator[None]:
    """One backup or restore at a time on this machine."""
    home = Path(settings.BACKUP_FOLDER)
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (home / ".khoa").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise BackupError(_("Đang có một lần sao lưu hoặc khôi phục khác chạy.")) from fault
        yield


def _remember(status: LastBackup) -> None:
    folder = Path(settings.BACKUP_FOLDER)
    draft = folder / f".{STATUS}"
    draft.write_text(json.dumps(asdict(status), default=str, ensure_ascii=False), encoding="utf-8")
    os.replace(draft, folder / STATUS)


def _remember_failure(error: str) -> None:
    before = last_backup() or LastBackup()
    facts = {**asdict(before), "failed_at": timezone.now(), "error": error[:500]}
    with suppress(OSError):  # a full disk must not hide the fault it caused
        _remember(LastBackup(**facts))


# --- the way back -----------------------------------------------------------------------------
@dataclass(frozen=True)
class Restored:
    """What was restored, and where what stood there before is kept."""

    manifest: dict[str, Any]
    kept: list[str]


def restore_backup(*, file: Path, replace: bool = False) -> Restored:
    """Bring database and files back as they were; nothing is touched before all was checked.

    Args:
        file: the archive.
        replace: put an existing database and media folder aside under another name. Without it
            both must be empty.

    Raises:
        BackupError: damaged or foreign archive, made by newer code, or there is something already.
    """
    from backups.schema import bring_up_to_date, refuse_newer

    database, media = engine(), Path(settings.MEDIA_ROOT)
    try:
        with _alone(), opened(file) as (tar, manifest):
            if manifest["engine"] != database.name:
                raise BackupError(
                    _("Bản sao lưu là của %(theirs)s, máy này dùng %(ours)s.")
                    % {"theirs": manifest["engine"], "ours": database.name}
                )
            refuse_newer(manifest["migrations"])
            occupied = [not database.is_empty(), media.exists() and any(media.iterdir())]
            if any(occupied) and not replace:
                raise BackupError(_occupied(media))
            with copied_files(tar, manifest["files"], media) as unpacked:
                kept = _swap(database, tar, manifest, unpacked, media, occupied)
        bring_up_to_date()
    except (OSError, DatabaseError) as fault:
        raise BackupError(str(fault)) from fault
    return Restored(manifest, kept)


def _occupied(media: Path) -> str:
    return _(
        "Ở đây đã có dữ liệu (cơ sở dữ liệu hoặc %s). Chỉ khôi phục vào chỗ trống; muốn thay, "
        "thêm --replace: dữ liệu cũ được giữ lại dưới tên khác."
    ) % (media)


def _swap(
    database: Engine,
    tar: Any,
    manifest: dict[str, Any],
    unpacked: Path,
    media: Path,
    occupied: list[bool],
) -> list[str]:
    """Put old data aside and the new in its place; on a fault the old stands where it stood."""
    stamp = f"{timezone.localtime():khoi-phuc-%Y%m%d-%H%M%S}"
    kept: list[str] = []
    if occupied[0]:
        kept.append(database.set_aside(stamp))
    try:
        with tempfile.TemporaryDirectory(dir=settings.BACKUP_FOLDER, prefix=".khoi-phuc-") as room:
            counts = database.load(tar.extractfile(DATABASES[database.name]), Path(room))
        if odd := _differences(manifest["counts"], counts):
            raise BackupError(_("Số dòng sau khi khôi phục không khớp bản kê: %s") % odd)
        if media.exists():
            old = media.with_name(f"{media.name}.truoc-{stamp}")
            os.replace(media, old)
            if occupied[1]:
                kept.append(str(old))
            else:
                old.rmdir()
        os.replace(unpacked, media)
    except Exception:
        if occupied[0]:
            database.take_back(stamp)
        raise
    return kept


def _differences(listed: dict[str, int], found: dict[str, int]) -> str:
    names = sorted(name for name in {*listed, *found} if listed.get(name) != found.get(name))
    return ", ".join(f"{name} {listed.get(name)}→{found.get(name)}" for name in names)
