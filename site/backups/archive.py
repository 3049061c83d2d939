"""The archive: a plain tar with the database, the files and, last, a manifest of checksums.

Not compressed as a whole: pictures are compressed already, and the database is by itself.
"""

import hashlib
import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.utils.translation import gettext as _

FORMAT = 1
MANIFEST = "manifest.json"
DATABASES = {"sqlite": "database.sqlite3.gz", "postgresql": "database.pgdump"}
FOLDERS = {"media/": "MEDIA_ROOT", "quarantine/": "QUARANTINE_ROOT"}
"""Folders whose files are data: how their names begin in the archive, and the setting."""
LARGEST_MANIFEST = 256 * 1024 * 1024
CHUNK = 1024 * 1024


class BackupError(Exception):
    """What went wrong, in words for the operator."""


class _Hashing:
    """A file that takes the checksum of what is read from it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.sha256 = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self.file.read(size)
        self.sha256.update(data)
        return data


class Writer:
    """Puts files into a new archive and remembers their checksums."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self.tar = tar
        self.files: dict[str, dict[str, Any]] = {}

    def add(self, name: str, path: Path) -> None:
        """One file, under a name inside the archive."""
        with path.open("rb") as file:
            member = tarfile.TarInfo(name)
            stat = os.fstat(file.fileno())
            member.size, member.mtime, member.mode = stat.st_size, int(stat.st_mtime), 0o600
            hashing = _Hashing(file)
            self.tar.addfile(member, hashing)  # type: ignore[arg-type]
        self.files[name] = {"size": member.size, "sha256": hashing.sha256.hexdigest()}

    def finish(self, facts: dict[str, Any]) -> None:
        """The manifest, as the last member: an archive cut short has none."""
        folder = Path(self.tar.name).parent  # type: ignore[arg-type]
        place = folder / f".{Path(self.tar.name).name}.manifest"  # type: ignore[arg-type]
        text = json.dumps({"format": FORMAT, **facts, "files": self.files}, ensure_ascii=False)
        try:
            place.write_text(text, encoding="utf-8")
            self.add(MANIFEST, place)
        finally:
            place.unlink(missing_ok=True)


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """A new archive that only its owner may read; on disk when the block ends."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        with tarfile.open(path, "w", fileobj=file, format=tarfile.PAX_FORMAT) as tar:
            yield Writer(tar)
        file.flush()
        os.fsync(file.fileno())


def read_manifest(tar: tarfile.TarFile) -> dict[str, Any]:
    """The manifest of an archive whose members are plain files of the names it lists.

    Raises:
        BackupError: for a damaged archive, or one with members a backup does not have.
    """
    members: dict[str, tarfile.TarInfo] = {}
    for member in tar.getmembers():
        if not member.isreg() or member.name in members or not _is_ours(member.name):
            raise BackupError(_("Tệp sao lưu có phần lạ: %s") % ascii(member.name))
        members[member.name] = member
    if MANIFEST not in members or members[MANIFEST].size > LARGEST_MANIFEST:
        raise BackupError(_("Tệp sao lưu bị cụt: thiếu bản kê %s.") % MANIFEST)
    try:
        manifest: dict[str, Any] = json.load(tar.extractfile(MANIFEST))  # type: ignore[arg-type]
        listed, engine = manifest["files"], manifest["engine"]
        right = manifest["format"] == FORMAT and DATABASES[engine] in listed
    except (KeyError, TypeError, ValueError) as fault:
        raise BackupError(_("Bản kê trong tệp sao lưu không đọc được.")) from fault
    if not right:
        raise BackupError(_("Tệp sao lưu theo khuôn khác, bản này không đọc được."))
    if odd := set(listed).symmetric_difference(members) - {MANIFEST}:
        raise BackupError(_("Tệp sao lưu không khớp bản kê: %s") % ascii(min(odd)))
    return manifest


def _is_ours(name: str) -> bool:
    if name == MANIFEST or name in DATABASES.values():
        return True
    plain = "\\" not in name and all(ord(char) >= 32 for char in name)
    parts = name.split("/")
    return (
        plain
        and name.startswith(tuple(FOLDERS))
        and not PurePosixPath(name).is_absolute()
        and all(part not in ("", ".", "..") for part in parts)
    )


@contextmanager
def opened(path: Path) -> Iterator[tuple[tarfile.TarFile, dict[str, Any]]]:
    """An archive and its manifest, every checksum compared before the block begins.

    Raises:
        BackupError: when it is not whole.
    """
    try:
        with tarfile.open(path, "r:") as tar:
            manifest = read_manifest(tar)
            for name, facts in manifest["files"].items():
                if checksum(tar.extractfile(name)) != facts["sha256"]:  # type: ignore[arg-type]
                    raise BackupError(_("Tệp sao lưu hỏng ở phần %s.") % name)
            yield tar, manifest
    except (tarfile.TarError, EOFError) as fault:
        raise BackupError(_("Tệp sao lưu hỏng hoặc bị cụt: %s") % fault) from fault
    except OSError as fault:
        raise BackupError(str(fault)) from fault


def checksum(file: IO[bytes]) -> str:
    """SHA-256 of what is left in a file."""
    sha256 = hashlib.sha256()
    while data := file.read(CHUNK):
        sha256.update(data)
    return sha256.hexdigest()
