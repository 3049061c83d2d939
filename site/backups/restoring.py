"""Restore a backup: all is checked before anything is touched, and what was there is kept."""

import os
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone
from django.utils.translation import gettext as _

from backups.archive import DATABASES, BackupError, opened
from backups.databases import Engine, engine
from backups.media import copied_files, roots
from backups.schema import bring_up_to_date, refuse_newer
from backups.status import alone


@dataclass(frozen=True)
class Restored:
    """What was restored, and where what stood there before is kept."""

    manifest: dict[str, Any]
    kept: list[str]


def restore_backup(*, file: Path, replace: bool = False) -> Restored:
    """Bring database and files back as they were; nothing is touched before all was checked.

    Args:
        file: the archive.
        replace: put an existing database and folders of files aside under another name. Without
            it all must be empty.

    Raises:
        BackupError: damaged or foreign archive, made by newer code, or there is something already.
    """
    database = engine()
    try:
        with alone(), opened(file) as (tar, manifest):
            if manifest["engine"] != database.name:
                raise BackupError(
                    _("Bản sao lưu là của %(theirs)s, máy này dùng %(ours)s.")
                    % {"theirs": manifest["engine"], "ours": database.name}
                )
            refuse_newer(manifest["migrations"])
            place = _Place(database)
            if place.is_occupied and not replace:
                raise BackupError(_occupied())
            with copied_files(tar, manifest["files"]) as unpacked:
                kept = _swap(place, tar, manifest, unpacked)
    except (OSError, DatabaseError) as fault:
        raise BackupError(str(fault)) from fault
    try:
        bring_up_to_date()
    except (OSError, DatabaseError) as fault:
        raise BackupError(
            _("Dữ liệu đã về chỗ nhưng chưa nâng lên được bản đang cài: %s") % fault
        ) from fault
    return Restored(manifest, kept)


def _occupied() -> str:
    return _(
        "Ở đây đã có dữ liệu (cơ sở dữ liệu hoặc %s). Chỉ khôi phục vào chỗ trống; muốn thay, "
        "thêm --replace: dữ liệu cũ được giữ lại dưới tên khác."
    ) % ", ".join(str(root) for root in roots().values())


class _Place:
    """What is to be filled, and what is there already."""

    def __init__(self, database: Engine) -> None:
        self.database = database
        self.has_tables = not database.is_empty()
        self.filled = {r for r in roots().values() if r.exists() and any(r.iterdir())}

    @property
    def is_occupied(self) -> bool:
        return self.has_tables or bool(self.filled)


def _swap(
    place: _Place, tar: tarfile.TarFile, manifest: dict[str, Any], unpacked: dict[Path, Path]
) -> list[str]:
    """Put old data aside and the new in its place; on a fault the old stands where it stood."""
    stamp = f"{timezone.localtime():khoi-phuc-%Y%m%d-%H%M%S}"
    database = place.database
    kept = [database.set_aside(stamp)] if place.has_tables else []
    try:
        with tempfile.TemporaryDirectory(dir=settings.BACKUP_FOLDER, prefix=".khoi-phuc-") as room:
            packed = tar.extractfile(DATABASES[database.name])
            counts = database.load(packed, Path(room))  # type: ignore[arg-type]
        if odd := _differences(manifest["counts"], counts):
            raise BackupError(_("Số dòng sau khi khôi phục không khớp bản kê: %s") % odd)
        return kept + _swap_folders(place, unpacked, stamp)
    except Exception:
        database.clear()
        if place.has_tables:
            database.take_back(stamp)
        raise


def _swap_folders(place: _Place, unpacked: dict[Path, Path], stamp: str) -> list[str]:
    """The new folders in their places, all or none; gives the names of those kept."""
    aside = {root: root.with_name(f"{root.name}.truoc-{stamp}") for root in unpacked}
    done: list[Path] = []
    try:
        for root, new in unpacked.items():
            if root.exists():
                os.replace(root, aside[root])
            done.append(root)
            os.replace(new, root)
    except OSError:
        for root in done:
            if root.exists():
                os.replace(root, unpacked[root])
            if aside[root].exists():
                os.replace(aside[root], root)
        raise
    for root, old in aside.items():
        if root not in place.filled and old.exists():
            old.rmdir()
    return [str(old) for root, old in aside.items() if root in place.filled]


def _differences(listed: dict[str, int], found: dict[str, int]) -> str:
    names = sorted(name for name in {*listed, *found} if listed.get(name) != found.get(name))
    return ", ".join(f"{name} {listed.get(name)}→{found.get(name)}" for name in names)
