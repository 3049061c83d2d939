"""Taking files in."""

import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from PIL import Image

from library.normalise import normalise
from submissions.models import SubmissionFile

MOST_PICTURES = 6
MOST_CERTIFICATES = 3


def take_picture(
    upload: File, *, draft: Any = None, submission: Any = None, alt: str = ""
) -> SubmissionFile:
    """Keep a picture, re-encoded."""
    if SubmissionFile.objects.filter(draft=draft).pictures().count() >= MOST_PICTURES:
        raise ValidationError(_("Đã đủ %(most)d ảnh."), params={"most": MOST_PICTURES})
    content = normalise(upload)
    with Image.open(content) as opened:
        width, height = opened.size
    content.seek(0)
    return SubmissionFile.objects.create(
        draft=draft, submission=submission, file=content, name=(upload.name or "")[:120], alt=alt,
        content_type=content.content_type, size=content.size, width=width, height=height,
        digest=hashlib.sha256(content.read()).hexdigest(), state=SubmissionFile.State.CLEAN,
    )  # fmt: skip


def take_certificate(
    upload: File, *, draft: Any = None, submission: Any = None
) -> SubmissionFile:
    """Keep a PDF."""
    raise ValidationError(_("Chưa nhận được tệp PDF."))


def drop(file: SubmissionFile) -> None:
    """Take a file back: row and bytes."""
    file.delete()
