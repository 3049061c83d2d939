"""What a page's publication means for the submissions it came from."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.models import BasePage
from submissions.models import Event, Result, Submission
from submissions.models.submission import State
from submissions.services import letters
from submissions.services.consents import standing
from submissions.services.record import note
from submissions.services.yearly import confirm

SLACK = timedelta(minutes=1)
"""A correction's revision is saved a moment before the row that says so."""


def page_is_out(page_id: int) -> None:
    """Accepted submissions whose main page is public now are published; safe to run twice."""
    results = Result.objects.filter(page_id=page_id).select_related("submission")
    for result in results:
        if result.submission.state == State.ACCEPTED:
            _publish(result.submission)
        if result.made and result.submission.state == State.PUBLISHED:
            _keep_confirmation(result.submission)


def _publish(submission: Submission) -> None:
    main = submission.results.select_related("page__live_revision").order_by("pk").first()
    if main is None or main.page is None or not main.page.is_visible():
        return
    revision = main.page.live_revision
    if not main.made and (revision is None or revision.created_at < main.created_at - SLACK):
        return  # the page was public before; what is public now is still without the correction
    with transaction.atomic():
        now = timezone.now()
        accepted = Submission.objects.filter(pk=submission.pk, state=State.ACCEPTED)
        if not accepted.update(state=State.PUBLISHED, state_since=now):
            return  # another process was quicker
        submission.refresh_from_db()
        note(submission, Event.Kind.PUBLISHED)
        submission.intake.release(submission, standing(submission))
        letters.published(submission, visible_pages(submission))
        if submission.origin:
            confirm(submission=submission.origin)  # who mends one thing has looked at the rest


def visible_pages(submission: Submission) -> list:
    """The public pages it became or changed, the main one first."""
    keys = list(submission.results.order_by("pk").values_list("page_id", flat=True))
    found = BasePage.objects.visible().in_bulk(keys)
    return [found[key].specific for key in keys if key in found]


def _keep_confirmation(submission: Submission) -> None:
    """A draft written before the maker's word does not take it back when it is published."""
    said = submission.events.filter(kind=Event.Kind.CONFIRMED).order_by("-at").first()
    if said:
        submission.intake.confirm(submission, timezone.localdate(said.at))
