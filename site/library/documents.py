"""Checks on uploaded files that are not pictures."""

import zlib
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

# ending -> folder of the parts (Microsoft), or end of the `mimetype` entry (OpenDocument)
OOXML = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
OPEN_DOCUMENT = {"odt": b".text", "ods": b".spreadsheet", "odp": b".presentation"}
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
    if ending in OOXML or ending in OPEN_DOCUMENT:
        return _is_office(upload, ending)
    head = upload.read(4096)
    if ending == "pdf":
        return b"%PDF-" in head[:1024]
    if ending == "mp3":
        return head[:3] == b"ID3" or (head[:1] == b"\xff" and head[1:2] >= b"\xe0")
    if ending == "m4a":
        return head[4:8] == b"ftyp"
    return b"\x00" not in head  # txt, csv


def _is_office(upload: File, ending: str) -> bool:
    """The directory of the zip is read, and `mimetype`; no other part is unpacked."""
    try:
        with ZipFile(upload) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > MAX_UNPACKED:
                return False
            if ending in OPEN_DOCUMENT:
                with archive.open("mimetype") as kind:
                    return kind.read(200).strip().endswith(OPEN_DOCUMENT[ending])
    except (BadZipFile, OSError, ValueError, RuntimeError, LookupError, EOFError, zlib.error):
        return False
    names = [part.filename for part in parts]
    return "[Content_Types].xml" in names and any(n.startswith(OOXML[ending]) for n in names)
