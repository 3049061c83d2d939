"""Where files from outside lie: outside MEDIA_ROOT, with no address of their own."""

import os
import secrets
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage

ENDINGS = (".jpg", ".png", ".webp", ".avif", ".pdf")


class QuarantineStorage(FileSystemStorage):
    """Files only the site's own process may read; nothing links to them."""

    @property
    def base_location(self) -> Any:
        """`QUARANTINE_ROOT`, looked up each time, so that tests may move it."""
        return settings.QUARANTINE_ROOT

    @property
    def location(self) -> str:
        """The same as an absolute path."""
        return os.path.abspath(self.base_location)

    def url(self, name: str | None) -> str:
        """There is none."""
        raise ValueError("a quarantined file has no address")


_quarantine = QuarantineStorage(file_permissions_mode=0o600, directory_permissions_mode=0o700)


def quarantine() -> QuarantineStorage:
    """The storage of quarantined files."""
    return _quarantine


def quarantine_name(instance: Any, filename: str) -> str:
    """`ab/<128 random bits>.<ending>`: nothing of the sender's name but a known ending."""
    ending = PurePosixPath(filename).suffix.lower()
    name = secrets.token_hex(16)
    return f"{name[:2]}/{name}{ending if ending in ENDINGS else '.bin'}"
