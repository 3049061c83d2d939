"""The files of MEDIA_ROOT: held still while a backup reads them; unpacked beside their place."""

import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings

from backups.archive import MEDIA

SCRATCH = ".sao-luu-"


class Links:
    """A second name for each file: what is deleted by the site stays readable here.

    Files of the library are written once under a random name and never changed, so a link is as
    good as a copy and costs nothing.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder = root, folder
        self.files: dict[str, Path] = {}

    def add_new(self) -> None:
        """Link every file that has no link yet."""
        for path in sorted(self.root.rglob("*")):
            name = path.relative_to(self.root).as_posix()
            hidden = name.startswith(SCRATCH)
            if hidden or name in self.files or path.is_symlink() or not path.is_file():
                continue
            link = self.folder / str(len(self.files))
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
    """Links to all files of MEDIA_ROOT, in a folder of it that goes when the block ends."""
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    for left in root.glob(f"{SCRATCH}*"):  # of a run that was killed
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=root, prefix=SCRATCH) as folder:
        links = Links(root, Path(folder))
        links.add_new()
        yield links


@contextmanager
def copied_files(tar: tarfile.TarFile, listed: dict[str, Any], media: Path) -> Iterator[Path]:
    """The files of an archive in a folder beside `media`, ready to be renamed to it."""
    media.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=media.parent, prefix=f".{media.name}-"))
    try:
        for name in listed:
            if not name.startswith(MEDIA):
                continue
            target = folder / name.removeprefix(MEDIA)
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as out:
                shutil.copyfileobj(tar.extractfile(name), out)  # type: ignore[arg-type]
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
