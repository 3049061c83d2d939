"""The rights of the person a submission is about."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from submissions.models import DataRequest, Submission
from submissions.services import letters


def export(submission: Submission) -> bytes:
    """A zip of all that is kept of the person."""
    raise NotImplementedError


def erase(submission: Submission, user: Any = None, *, alone: bool = False) -> int:
    """Erase all that is kept of the person."""
    raise NotImplementedError


def answer(*, request: DataRequest, user: Any = None, text: str = "") -> None:
    """The request is done; the person is told what became of it."""
    with transaction.atomic():
        rows = DataRequest.objects.filter(pk=request.pk, done_at=None)
        if rows.update(done_at=timezone.now(), done_by=user, answer=text.strip()[:2000]):
            request.refresh_from_db()
            letters.request_done(request)
