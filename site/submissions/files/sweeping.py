"""What nobody owns any more: rows without draft and submission, bytes without a row."""

import logging
import re
import time
from pathlib import Path

from django.conf import settings

from submissions import drafts
from submissions.models import SubmissionFile

logger = logging.getLogger(__name__)

OURS = re.compile(r"[0-9a-f]{2}/[0-9a-f]{32}\.[a-z]{3,4}")
DAY = 24 * 60 * 60


def sweep_orphans() -> int:
    """Delete drafts past their day with their files, then files of nobody; gives how many files.

    Bytes without a row go when they are a day old: younger ones may be on their way in.
    """
    drafts.sweep()
    gone = 0
    for file in SubmissionFile.objects.filter(draft=None, submission=None):
        file.delete()
        gone += 1
    return gone + _delete_loose_bytes(Path(settings.QUARANTINE_ROOT))


def _delete_loose_bytes(root: Path) -> int:
    """Only what bears a name of our making: this may be a wrong folder."""
    gone, old = 0, time.time() - DAY
    for path in root.glob("[0-9a-f][0-9a-f]/*"):
        name = path.relative_to(root).as_posix()
        if not OURS.fullmatch(name) or path.is_symlink() or path.stat().st_mtime > old:
            continue
        if not SubmissionFile.objects.filter(file=name).exists():
            path.unlink(missing_ok=True)
            gone += 1
    return gone
