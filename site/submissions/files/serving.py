"""Answers with a file out of quarantine: to one person, kept by nobody, run by no browser."""

import io
import logging

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from PIL import Image

from submissions.files.names import download_name
from submissions.models import SubmissionFile

logger = logging.getLogger(__name__)

Kind, State = SubmissionFile.Kind, SubmissionFile.State
TYPES = {
    ".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".avif": "image/avif",
    ".pdf": "application/pdf",
}  # fmt: skip
"""What we write ourselves; nothing is sent as any other type."""
THUMB_SIDE = 400


def whole(file: SubmissionFile) -> HttpResponse:
    """A picture to look at; a PDF to save, once it was scanned.

    Raises:
        Http404: its bytes are gone.
    """
    if file.kind == Kind.CERTIFICATE and file.state == State.WAITING:
        words = _("Tệp đang chờ quét mã độc, chưa tải về được. Ít phút nữa thử lại.")
        return _closed(HttpResponse(words, status=409, content_type="text/plain; charset=utf-8"))
    content, ending = _read(file), _ending(file)
    response = HttpResponse(content, content_type=TYPES[ending])
    is_pdf = ending == ".pdf"
    name = download_name(file.name, file.file.name, "giay-chung-nhan" if is_pdf else "anh")
    response["Content-Disposition"] = content_disposition_header(is_pdf, name)
    return _closed(response)


def thumbnail(file: SubmissionFile) -> HttpResponse:
    """The picture at 400 px at most, as JPEG.

    Raises:
        Http404: it is no picture, or its bytes are gone.
    """
    if file.kind != Kind.PICTURE:
        raise Http404
    out = io.BytesIO()
    with Image.open(io.BytesIO(_read(file))) as picture:
        picture.draft("RGB", (THUMB_SIDE, THUMB_SIDE))
        picture.thumbnail((THUMB_SIDE, THUMB_SIDE))
        ground = Image.new("RGB", picture.size, "white")
        mask = picture.getchannel("A") if picture.mode == "RGBA" else None
        ground.paste(picture, mask=mask)
        ground.save(out, "JPEG", quality=80)
    response = HttpResponse(out.getvalue(), content_type="image/jpeg")
    response["Content-Disposition"] = "inline"
    return _closed(response)


def _ending(file: SubmissionFile) -> str:
    ending = "." + (file.file.name or "").rpartition(".")[2]
    if ending not in TYPES:
        raise Http404
    return ending


def _read(file: SubmissionFile) -> bytes:
    if not file.file or file.state == State.INFECTED:
        raise Http404
    try:
        with file.file.open() as stored:
            content: bytes = stored.read()
            return content
    except FileNotFoundError:
        logger.error("the bytes of file %s are not there", file.pk)
        raise Http404 from None


def _closed(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store, private"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Referrer-Policy"] = "no-referrer"
    return response
