"""The rights of the person a submission is about: asking, answering; see also
`exporting` and `erasing`, which are used under these names."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from submissions.models import DataRequest, Event, Submission
from submissions.services import letters, notices
from submissions.services.erasing import erase
from submissions.services.exporting import export
from submissions.services.record import note
from vietnamese import clean

__all__ = ["answer", "ask", "erase", "export"]

LONGEST = 2000


def ask(*, submission: Submission, kind: str, text: str = "") -> DataRequest:
    """Take a request in; the clock of two working days starts, and those who answer are told.

    The same request still open is given back instead of a second one.

    Raises:
        ValidationError: no such request; too long; a complaint or objection without a word.
    """
    words = clean(text, multiline=True).strip()
    if kind not in DataRequest.Kind.values:
        raise ValidationError(_("Chọn một yêu cầu."), code="kind")
    if len(words) > LONGEST:
        message = _("Bớt %(over)d ký tự: tối đa %(most)d.")
        over = {"over": len(words) - LONGEST, "most": LONGEST}
        raise ValidationError({"text": message % over})
    needs_words = kind not in (DataRequest.Kind.SEE, DataRequest.Kind.ERASE)
    if needs_words and not any(char.isalnum() for char in words):
        raise ValidationError({"text": _("Nói rõ yêu cầu: dữ liệu nào, bạn muốn thế nào.")})
    with transaction.atomic():
        Submission.objects.select_for_update().get(pk=submission.pk)
        earlier = submission.requests.filter(kind=kind, done_at=None, text=words).first()
        if earlier:
            return earlier
        request = DataRequest.objects.create(submission=submission, kind=kind, text=words)
        note(submission, Event.Kind.REQUEST, request.get_kind_display())
        notices.told_of_request(request)
    return request


def answer(*, request: DataRequest, user: Any = None, text: str = "") -> None:
    """The request is done; the person is told what became of it."""
    with transaction.atomic():
        rows = DataRequest.objects.filter(pk=request.pk, done_at=None)
        done = {"done_at": timezone.now(), "done_by": user, "answer": text.strip()[:LONGEST]}
        if not rows.update(**done):
            return
        request.refresh_from_db()
        letters.request_done(request)
