"""Certificates as PDF: made anew of their pages by a process of its own, or refused.

What the clean copy is made of is said in `pdf_cleaner`. A digital signature shows as it did but
can no longer be checked: whoever has to check one asks for the original.
"""

import subprocess
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from submissions.files.pdf_cleaner import MOST_PAGES, Outcome

CLEANER = Path(__file__).with_name("pdf_cleaner.py")
SECONDS = 25
"""By the clock; the cleaner itself allows fewer of the processor."""
_at_work = threading.BoundedSemaphore(1)


def clean_pdf(upload: BinaryIO) -> bytes:
    """A new PDF that shows the pages of `upload` and does nothing else.

    Raises:
        ValidationError: no PDF, encrypted, damaged, or not one of which a clean copy is sure.
    """
    upload.seek(0)
    raw = upload.read()
    if not raw.startswith(b"%PDF-"):
        raise _refuse("no_pdf")
    if not _at_work.acquire(timeout=SECONDS):
        raise _refuse("busy")
    try:
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-I", str(CLEANER)],
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            env={},
        )
    except subprocess.TimeoutExpired:
        raise _refuse("too_complicated") from None
    finally:
        _at_work.release()
    if done.returncode == Outcome.CLEAN and done.stdout.startswith(b"%PDF-"):
        return done.stdout
    known = {Outcome.ENCRYPTED: "encrypted", Outcome.DAMAGED: "damaged",
             Outcome.TOO_MANY_PAGES: "too_many_pages"}  # fmt: skip
    raise _refuse(known.get(done.returncode, "too_complicated"))


def _refuse(code: str) -> ValidationError:
    messages = {
        "no_pdf": _("Tệp không phải PDF. Giấy chụp bằng điện thoại thì gửi ở ô ảnh."),
        "encrypted": _(
            "Tệp PDF đang khóa. Mở tệp, chọn In rồi Lưu thành PDF, và gửi tệp mới; hoặc chụp ảnh "
            "tờ giấy, gửi ở ô ảnh."
        ),
        "damaged": _("Tệp PDF bị hỏng, không mở được. Lưu lại tệp rồi gửi, hoặc gửi ảnh chụp."),
        "too_many_pages": _("Tệp dài quá %(most)d trang. Chỉ gửi trang giấy chứng nhận."),
        "too_complicated": _(
            "Tệp PDF có phần không đọc an toàn được. Mở tệp, chọn In rồi Lưu thành PDF, và gửi "
            "tệp mới; hoặc gửi ảnh chụp tờ giấy."
        ),
        "busy": _("Đang có nhiều người gửi tệp. Đợi một phút rồi gửi lại."),
    }
    return ValidationError(messages[code], code=code, params={"most": MOST_PAGES})
