"""Taking a submission in: once, whole, or not at all."""

import logging
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from submissions.files import earlier
from submissions.intake import Payload, intake_for
from submissions.models import (
    Consent,
    ConsentText,
    Draft,
    Event,
    IntakeSettings,
    Sender,
    Submission,
)
from submissions.models.rights import answer_due
from submissions.models.submission import Channel, State
from submissions.services import letters
from submissions.services.proof import inherit
from submissions.services.record import note

logger = logging.getLogger(__name__)


def receive(
    *,
    kind: str,
    payload: Payload,
    sender: Mapping[str, str],
    consents: Iterable[ConsentText],
    key: str,
    subject: Any = None,
    origin: Submission | None = None,
    draft: Draft | None = None,
    channel: str = Channel.WEB,
    way: str = Consent.Way.WEB,
    recorded_by: Any = None,
    risks: Iterable[str] = (),
    suspect: bool = False,
) -> Submission:
    """Store one submission with its sender, consents and files.

    Args:
        kind: a registered kind.
        payload: answers about things, as JSON; already checked by the forms.
        sender: answers about the person, by field of `Sender`.
        consents: the texts that were ticked.
        key: what makes it the only one of its sort; the same key gives the same submission back.
        subject: the page it is about.
        origin: the submission it follows, when it comes by that one's private link.
        draft: where its files lie; gone afterwards.
        channel, way, recorded_by: how it came and who keyed it in.
        risks: what a reviewer should look at, in words.
        suspect: kept apart as spam, without a letter; the sender gets the same answer.

    Returns:
        The new submission, or the one already stored under `key`.
    """
    if earlier := Submission.objects.filter(idempotency_key=key).first():
        return earlier
    now = timezone.now()
    submission = Submission(
        kind=kind,
        idempotency_key=key,
        title=intake_for(kind).title(payload, subject)[:255],
        payload=payload,
        subject=subject,
        origin=origin,
        channel=channel,
        risks=list(risks),
        received_at=now,
        due_at=answer_due(now, IntakeSettings.load().answer_days),
    )
    submission.move_to(State.SUSPECT if suspect else State.RECEIVED, at=now)
    said = [Consent(text=text, purpose=text.purpose, given_at=now) for text in consents]
    for consent in said:
        consent.way, consent.recorded_by = way, recorded_by
    try:
        with transaction.atomic():
            _store(submission, sender, said, draft)
            note(submission, Event.Kind.RECEIVED, by=recorded_by)
            if not suspect:
                letters.received(submission)
    except IntegrityError:
        if earlier := Submission.objects.filter(idempotency_key=key).first():
            return earlier
        raise
    logger.info("submission %s of kind %s was received", submission.pk, kind)
    return submission


def _store(
    submission: Submission,
    sender: Mapping[str, str],
    consents: list[Consent],
    draft: Draft | None,
) -> None:
    submission.save(force_insert=True)
    submission.sender = Sender(submission=submission, **sender)
    if submission.origin:
        inherit(submission.sender, submission.origin)
    submission.sender.save(force_insert=True)
    for consent in consents:
        consent.submission = submission
    Consent.objects.bulk_create(consents)
    if draft:
        earlier.settle(draft, submission)
        draft.delete()
