"""Taking files in: counted, measured, scanned, made anew, put into quarantine."""

import hashlib
import logging
import threading
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image

from library.models import CustomImage
from library.models.images import People
from library.normalise import NormalisedFile, normalise
from library.services import create_image
from submissions.files import scanning
from submissions.files.names import display_name
from submissions.files.pdf import clean_pdf
from submissions.files.storage import quarantine, quarantine_name
from submissions.files.sweeping import sweep_orphans
from submissions.files.waiting import scan_waiting
from submissions.models import Consent, Draft, Purpose, Submission, SubmissionFile
from vietnamese import clean

__all__ = [
    "MAX_BYTES",
    "MOST_CERTIFICATES",
    "MOST_PICTURES",
    "drop",
    "scan_waiting",
    "sweep_orphans",
    "take_certificate",
    "take_picture",
    "to_library",
]

logger = logging.getLogger(__name__)

MOST_PICTURES = 6
MOST_CERTIFICATES = 3
MAX_BYTES: int = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
CHUNK = 1024 * 1024
DECODE_SECONDS = 25
_decoding = threading.BoundedSemaphore(1)
"""A picture of 64 million points takes some hundred MB while it is decoded: one at a time."""

Kind, State = SubmissionFile.Kind, SubmissionFile.State
Content = tuple[ContentFile, dict[str, Any]]


def take_picture(
    upload: File, *, draft: Draft | None = None, submission: Submission | None = None, alt: str = ""
) -> SubmissionFile:
    """Keep a picture, re-encoded; the same one sent twice to one place is kept once.

    Raises:
        ValidationError: too many, too large, infected, no picture, or the disk takes nothing.
    """
    alt = clean(alt)[:300]
    return _take(Kind.PICTURE, upload, _decoded, draft=draft, submission=submission, alt=alt)


def take_certificate(
    upload: File, *, draft: Draft | None = None, submission: Submission | None = None
) -> SubmissionFile:
    """Keep a PDF, made anew; the same one sent twice to one place is kept once.

    Raises:
        ValidationError: too many, too large, infected, no PDF or not a safe one, or the disk takes
            nothing.
    """
    return _take(Kind.CERTIFICATE, upload, _rebuilt, draft=draft, submission=submission)


def drop(file: SubmissionFile) -> None:
    """Take a file back: row and bytes. What became of it in the library stays there."""
    file.delete()


def _take(
    kind: str, upload: File, make: Callable[[File], Content], *, alt: str = "", **owner: Any
) -> SubmissionFile:
    try:
        _refuse_one_too_many(kind, owner)
        name = display_name(upload.name or "")
        digest = _measure(upload)
        state = _scan(upload)
        if earlier := _standing(owner).filter(kind=kind, digest=digest).first():
            return earlier
        content, facts = make(upload)
    except ValidationError as refusal:
        logger.info("a file (%s) was refused: %s", kind, getattr(refusal, "code", ""))
        raise
    row = SubmissionFile(
        kind=kind, state=state, name=name, digest=digest, alt=alt, size=content.size,
        **facts, **owner,
    )  # fmt: skip
    return _keep(row, content, owner)


def _keep(row: SubmissionFile, content: ContentFile, owner: dict[str, Any]) -> SubmissionFile:
    """Bytes, then the row; of two uploads at once the second sees what the first has stored."""
    row.file.name = _write(content)
    try:
        with transaction.atomic():
            for place in filter(None, owner.values()):
                if type(place).objects.select_for_update().filter(pk=place.pk).first() is None:
                    words = _("Bản đang điền đã được gửi hoặc bỏ, nên tệp này không vào đâu được.")
                    raise ValidationError(words, code="gone")
            same = _standing(owner).filter(kind=row.kind, digest=row.digest).first()
            if same is None:
                _refuse_one_too_many(row.kind, owner)
                last = _standing(owner).filter(kind=row.kind).order_by("order").last()
                row.order = last.order + 1 if last else 0
                row.save(force_insert=True)
                return row
    except BaseException:
        quarantine().delete(row.file.name)
        raise
    quarantine().delete(row.file.name)
    return same


def _standing(owner: dict[str, Any]) -> Any:
    if sum(place is not None for place in owner.values()) != 1:
        raise ValueError("a file belongs to a draft or to a submission")
    return SubmissionFile.objects.standing().filter(**owner)


def _refuse_one_too_many(kind: str, owner: dict[str, Any]) -> None:
    most = MOST_PICTURES if kind == Kind.PICTURE else MOST_CERTIFICATES
    if _standing(owner).filter(kind=kind).count() < most:
        return
    words = (
        _("Đã đủ %(most)d ảnh. Bỏ bớt một ảnh rồi gửi ảnh này.")
        if kind == Kind.PICTURE
        else _("Đã đủ %(most)d tệp. Bỏ bớt một tệp rồi gửi tệp này.")
    )
    raise ValidationError(words, code="too_many", params={"most": most})


def _measure(upload: File) -> str:
    """The digest of the bytes that are really there, whatever was said of their number."""
    sha256, size = hashlib.sha256(), 0
    upload.seek(0)
    while size <= MAX_BYTES and (chunk := upload.read(CHUNK)):
        size += len(chunk)
        sha256.update(chunk)
    if not size:
        words = _("Tệp rỗng, không có gì bên trong. Chọn lại tệp.")
        raise ValidationError(words, code="empty")
    if size > MAX_BYTES:
        words = _("Tệp nặng quá %(most)d MB. Thu nhỏ rồi gửi lại.")
        raise ValidationError(words, code="too_large", params={"most": MAX_BYTES // 2**20})
    return sha256.hexdigest()


def _scan(upload: File) -> str:
    """The state it begins with; the bytes as they came in are scanned, before anything reads them.

    Raises:
        ValidationError: infected.
    """
    if not scanning.is_set():
        return State.CLEAN
    try:
        infected = scanning.is_infected(upload)
    except scanning.NotScanned:
        return State.WAITING
    if infected:
        logger.warning("an infected file was refused")
        words = _("Máy quét thấy mã độc trong tệp nên không nhận. Quét máy của bạn, gửi tệp khác.")
        raise ValidationError(words, code="infected")
    return State.CLEAN


def _decoded(upload: File) -> Content:
    if not _decoding.acquire(timeout=DECODE_SECONDS):
        words = _("Đang có nhiều người gửi ảnh. Đợi một phút rồi gửi lại.")
        raise ValidationError(words, code="busy")
    try:
        picture = normalise(upload)
    finally:
        _decoding.release()
    picture.seek(0)
    with Image.open(picture) as opened:
        width, height = opened.size
    return picture, {"content_type": picture.content_type, "width": width, "height": height}


def _rebuilt(upload: File) -> Content:
    content = ContentFile(clean_pdf(upload), name="certificate.pdf")
    return content, {"content_type": "application/pdf"}


def _write(content: ContentFile) -> str:
    """Its new name in quarantine; nothing half written stays where the disk refuses."""
    name = quarantine_name(None, content.name or "")
    content.seek(0)
    try:
        return quarantine().save(name, content)
    except OSError as fault:
        logger.error("the quarantine takes no file: %s", fault)
        try:
            quarantine().delete(name)
        except OSError:
            logger.warning("nor does it delete one")
        words = _("Máy chủ chưa lưu được tệp. Các ô khác còn nguyên; ít phút nữa gửi lại tệp này.")
        raise ValidationError(words, code="not_stored") from fault


# --- on acceptance ----------------------------------------------------------------------------
@transaction.atomic
def to_library(submission: Submission, user: Any, collection: Any) -> list[CustomImage]:
    """The submission's scanned pictures in the library, in order; asked twice, the same ones."""
    rows = submission.files.select_for_update().pictures().usable()
    agreed = Consent.objects.standing().filter(submission=submission, purpose=Purpose.NAME).exists()
    found = []
    for number, file in enumerate(rows, start=1):
        if file.image_id is None:
            file.submission = submission
            file.image = _to_image(file, number, agreed, user, collection)
            file.save(update_fields=["image"])
        found.append(file.image)
    return found


def _to_image(
    file: SubmissionFile, number: int, agreed: bool, user: Any, collection: Any
) -> CustomImage:
    with file.file.open() as stored:  # our own encoding already: not once more
        content = NormalisedFile(stored.read(), name=f"picture{PurePath(stored.name).suffix}")
    image = create_image(
        file=content,
        title=f"{file.submission.title}, {number}"[:255],
        alt=file.alt,
        uploaded_by=user,
        collection=collection,
    )
    if file.has_person is not False:  # None: nobody has said
        image.people = People.AGREED if agreed and file.has_person else People.UNKNOWN
        image.save(update_fields=["people"])
    return image
