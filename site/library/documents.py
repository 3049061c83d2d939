"""Checks on uploaded files that are not pictures."""

from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

ZIPPED = {"docx", "xlsx", "pptx", "odt", "ods", "odp"}
MAX_UNPACKED = 200 * 1024 * 1024


def check_document(upload: File) -> None:
    """Refuse what is too large, of a kind not taken, or not what its ending says.

    Raises:
        ValidationError: with a Vietnamese message that says which.
    """
    ending = PurePath(upload.name or "").suffix[1:].lower()
    if ending not in settings.WAGTAILDOCS_EXTENSIONS:
        names = ", ".join(settings.WAGTAILDOCS_EXTENSIONS)
        raise ValidationError(
            _("Không nhận tệp loại này. Chỉ nhận: %(names)s."), "unknown_format", {"names": names}
        )
    if upload.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
        size = filesizeformat(upload.size)
        raise ValidationError(_("Tệp nặng %(size)s, quá mức 20 MB."), "too_large", {"size": size})
    upload.seek(0)
    fits = _fits(upload, ending)
    upload.seek(0)
    if not fits:
        raise ValidationError(
            _("Nội dung tệp không phải là .%(ending)s. Hãy lưu lại tệp rồi gửi."),
            "mismatch",
            {"ending": ending},
        )


def _fits(upload: File, ending: str) -> bool:
    if ending in ZIPPED:
        return _is_office(upload)
    head = upload.read(4096)
    if ending == "pdf":
        return b"%PDF-" in head[:1024]
    if ending == "mp3":
        return head[:3] == b"ID3" or (head[:1] == b"\xff" and head[1:2] >= b"\xe0")
    if ending == "m4a":
        return head[4:8] == b"ftyp"
    return b"\x00" not in head  # txt, csv


def _is_office(upload: File) -> bool:
    try:
        with ZipFile(upload) as archive:
            names = archive.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    known = {"[Content_Types].xml", "mimetype"} & {name.filename for name in names}
    return bool(known) and sum(name.file_size for name in names) <= MAX_UNPACKED
