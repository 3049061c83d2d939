"""How long things are kept. Called each day by the clock; late or twice, it does what is due."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils import timezone

from submissions.models import IntakeSettings, Submission
from submissions.models.submission import State
from submissions.services.erasing import erase

logger = logging.getLogger(__name__)

NOT_PUBLISHED = (State.DECLINED, State.WITHDRAWN)


def sweep() -> dict[str, int]:
    """Erase what was not published, drop suspects and old proofs.

    Returns:
        How many were `erased`, `suspects` dropped, `proofs` dropped.
    """
    now, settings = timezone.now(), IntakeSettings.load()
    rows = Submission.objects.order_by("pk")
    long_ago = now - relativedelta(months=settings.keep_declined_months)
    unpublished = rows.filter(state__in=NOT_PUBLISHED, state_since__lt=long_ago)
    suspects = rows.filter(
        state=State.SUSPECT, received_at__lt=now - timedelta(days=settings.keep_suspect_days)
    )
    proofs = rows.filter(
        state=State.ERASED, erased_at__lt=now - relativedelta(years=settings.keep_proof_years)
    )
    return {
        "erased": _each(unpublished, lambda row: erase(row, alone=True)),
        "suspects": _each(suspects, _drop),
        "proofs": _each(proofs, _drop),
    }


def _each(rows: Any, act: Callable[[Submission], Any]) -> int:
    """One that cannot be done does not keep the others."""
    done = 0
    for row in list(rows):
        try:
            with transaction.atomic():
                act(row)
            done += 1
        except Exception:
            logger.exception("submission %s could not be cleared away", row.pk)
    return done


def _drop(submission: Submission) -> None:
    """The row with all of its rows, and the bytes of its files."""
    for file in submission.files.all():
        file.delete()
    for draft in submission.drafts.all():
        for file in draft.files.all():
            file.delete()
    submission.delete()
