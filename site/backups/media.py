"""Uploaded files: held still while a backup reads them; unpacked beside their place."""

import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from backups.archive import FOLDERS

SCRATCH = ".sao-luu-"
MODES = {"QUARANTINE_ROOT": (0o700, 0o600)}
"""Of a restored folder and its files, where it is not open to the web server."""


def roots() -> dict[str, Path]:
    """The folders, by how names of their files begin in an archive."""
    return {begins: Path(getattr(settings, name)) for begins, name in FOLDERS.items()}


class Links:
    """A second name for each file: what is deleted by the site stays readable here.

    Uploaded files are written once under a random name and never changed, so a link is as good as
    a copy and costs nothing.
    """

    def __init__(self, folders: dict[str, Path]) -> None:
        self.folders = folders
        self.files: dict[str, Path] = {}

    def add_new(self) -> None:
        """Link every file that has no link yet."""
        for begins, root in roots().items():
            for path in sorted(root.rglob("*")):
                short = path.relative_to(root).as_posix()
                name = f"{begins}{short}"
                hidden = short.startswith(SCRATCH)
                if hidden or name in self.files or path.is_symlink() or not path.is_file():
                    continue
                link = self.folders[begins] / str(len(self.files))
                try:
                    _link(path, link)
                except FileNotFoundError:
                    continue  # deleted this very moment
                self.files[name] = link


def _link(path: Path, link: Path) -> None:
    try:
        os.link(path, link)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without hard links
        shutil.copy2(path, link)


@contextmanager
def linked() -> Iterator[Links]:
    """Links to all uploaded files, in a folder beside them that goes when the block ends."""
    with ExitStack() as scratch:
        folders = {}
        for begins, root in roots().items():
            root.mkdir(parents=True, exist_ok=True, mode=_modes(begins)[0])
            for left in root.glob(f"{SCRATCH}*"):  # of a run that was killed
                shutil.rmtree(left, ignore_errors=True)
            made = tempfile.TemporaryDirectory(dir=root, prefix=SCRATCH)
            folders[begins] = Path(scratch.enter_context(made))
        links = Links(folders)
        links.add_new()
        yield links


@contextmanager
def copied_files(tar: tarfile.TarFile, listed: dict[str, Any]) -> Iterator[dict[Path, Path]]:
    """The files of an archive: for each root a folder beside it, ready to be renamed to it."""
    with ExitStack() as stack:
        yield {
            root: stack.enter_context(_copied(tar, listed, begins, root))
            for begins, root in roots().items()
        }


@contextmanager
def _copied(
    tar: tarfile.TarFile, listed: dict[str, Any], begins: str, root: Path
) -> Iterator[Path]:
    root.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=root.parent, prefix=f".{root.name}-"))
    of_folder, of_file = _modes(begins)
    try:
        for name in listed:
            if not name.startswith(begins):
                continue
            target = folder / name.removeprefix(begins)
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as out:
                os.fchmod(out.fileno(), of_file)
                shutil.copyfileobj(tar.extractfile(name), out)  # type: ignore[arg-type]
        folder.chmod(of_folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _modes(begins: str) -> tuple[int, int]:
    return MODES.get(FOLDERS[begins], (0o755, 0o644))
