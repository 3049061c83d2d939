"""Answering what people ask about their own data."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from submissions.intake import ReviewError
from submissions.models import DataRequest, Event
from submissions.rights import may_read
from submissions.services import letters
from submissions.services.record import note


@transaction.atomic
def answer_request(*, request: DataRequest, user: Any, answer: str) -> DataRequest:
    """Say what was done; the clock of the request stops.

    Raises:
        ReviewError: not this person's, answered already, or nothing is said.
    """
    row = DataRequest.objects.select_for_update().get(pk=request.pk)
    if not may_read(user, row.submission):
        raise ReviewError(_("Yêu cầu này không phải của mảng bạn."))
    if row.done_at:
        raise ReviewError(_("Yêu cầu này đã được trả lời."))
    if not answer.strip():
        raise ReviewError(_("Hãy ghi trả lời: người gửi sẽ đọc."))
    row.answer, row.done_at, row.done_by = answer.strip()[:2000], timezone.now(), user
    row.save(update_fields=["answer", "done_at", "done_by"])
    note(row.submission, Event.Kind.REQUEST, row.answer, by=user)
    letters.request_done(row)
    return row
