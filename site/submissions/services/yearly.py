"""Once a year: does what stands on the site still hold? Without an answer it is put to rest."""

import logging
from datetime import date, datetime, time, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from core.models.syndicated import Withdrawal
from submissions.intake import kinds
from submissions.models import Event, IntakeSettings, Result, Submission
from submissions.models.submission import OPEN, State
from submissions.services import letters, notices
from submissions.services.family import pages_of
from submissions.services.record import note
from workflow.services import put_to_rest, wake

logger = logging.getLogger(__name__)


def run() -> dict[str, int]:
    """Ask whom it is time to ask, put to rest what nobody answered for. For the clock.

    Returns:
        How many were `asked`, how many pages `rested`.
    """
    settings = IntakeSettings.load()
    return {"asked": _ask_all(settings), "rested": _rest_all(settings)}


def stale_pages(settings: IntakeSettings) -> list[Any]:
    """Visible pages unconfirmed for too long, whichever kind they are of."""
    limit = timezone.localdate() - relativedelta(months=settings.confirm_months)
    return [page for intake in kinds() for page in intake.to_confirm(limit)]


def _made_from(pages: list[Any]) -> Any:
    made = Result.objects.filter(submission=OuterRef("pk"), made=True, page__in=pages)
    return Submission.objects.filter(Exists(made), state=State.PUBLISHED)


def _ask_all(settings: IntakeSettings) -> int:
    asked, due = 0, _made_from(stale_pages(settings))
    _forget_questions(besides=due)
    for submission in due.filter(asked_at=None):
        with transaction.atomic():
            submission.asked_at = timezone.now()
            submission.save(update_fields=["asked_at"])
            rests_on = rests_after(submission, settings)
            if not letters.still_right(submission, rests_on):
                notices.told_to_call(submission, rests_on)
        asked += 1
    return asked


def _forget_questions(besides: Any) -> None:
    """Where an editor wrote the day on the page himself the question is answered."""
    resting = Result.objects.filter(
        submission=OuterRef("pk"), page__withdrawn_why=Withdrawal.RESTED
    )
    asked = Submission.objects.filter(asked_at__isnull=False, state=State.PUBLISHED)
    answered = asked.exclude(pk__in=list(besides.values_list("pk", flat=True)))
    answered.exclude(Exists(resting)).update(asked_at=None)


def rests_after(submission: Submission, settings: IntakeSettings) -> datetime:
    """The last day for an answer."""
    asked_on = timezone.localdate(submission.asked_at)
    last = asked_on + timedelta(days=settings.rest_days)
    return timezone.make_aware(datetime.combine(last, time(17)))


def _rest_all(settings: IntakeSettings) -> int:
    limit = timezone.now() - timedelta(days=settings.rest_days)
    pages = {page.pk: page for page in stale_pages(settings)}
    rested = 0
    asked = _made_from(list(pages.values())).filter(asked_at__lt=limit)
    # Who sent a change has answered: it is read first.
    for submission in asked.exclude(later__state__in=(*OPEN, State.ACCEPTED)):
        mine = [pages[page.pk] for page in pages_of(submission) if page.pk in pages]
        with transaction.atomic():
            words = _("Đơn vị chưa xác nhận lại thông tin. Xác nhận xong, trang hiện lại như cũ.")
            done = [page for page in mine if put_to_rest(page=page, note=words)]
            if done:
                note(submission, Event.Kind.RESTED)
                letters.rested(submission)
                rested += len(done)
    return rested


def confirm(*, submission: Submission, user: Any = None, day: date | None = None) -> bool:
    """Its maker says it still holds (or told `user` so): dated, and back at once where it rested.

    Returns:
        Whether it stands on the site, so that there was something to confirm.
    """
    with transaction.atomic():
        locked = Submission.objects.select_for_update().get(pk=submission.pk)
        if locked.state != State.PUBLISHED:
            return False
        locked.intake.confirm(locked, day or timezone.localdate())
        for page in pages_of(locked):
            if page.withdrawn_why == Withdrawal.RESTED:
                wake(page=page, user=user)
        locked.asked_at = None
        locked.save(update_fields=["asked_at"])
        note(locked, Event.Kind.CONFIRMED, by=user)
    submission.refresh_from_db()
    return True
