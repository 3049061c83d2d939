"""Erasing a person: one row of proof stays, with the code, the kind, the days and the consents."""

import logging
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from mailing.models import OutgoingMail
from submissions.models import DataRequest, Sender, Submission, SubmissionFile
from submissions.models.submission import State
from submissions.services import farewell
from submissions.services.family import family, pages_of
from submissions.services.letters import key_of
from submissions.services.pictures import remove_picture
from submissions.services.scrubbing import scrub, with_what_is_below
from submissions.services.traces import empty, letters_about, titles_of
from vietnamese.phones import format_phone, is_phone

logger = logging.getLogger(__name__)

OF_THE_PERSON = ("name", "role", "phone", "email", "zalo", "address", "about", "tax_code")
SHORTEST = 5
"""A shorter word is too common to look for in the record; an address must be longer still."""


def erase(submission: Submission, user: Any = None, *, alone: bool = False) -> int:
    """Erase all that is kept of the person of a submission; doing it twice changes nothing.

    Args:
        submission: any one of the person's.
        user: who of the staff did it; None for the clock.
        alone: this one only (its time is over), not those that hang together with it.

    Returns:
        How many submissions were erased.
    """
    with transaction.atomic():
        rows = [submission] if alone else family(submission)
        rows = [row for row in rows if row.state != State.ERASED]
        words = {word for row in rows for word in person_words(row)}
        _close_requests(rows, user)
        for row in rows:
            _erase(row, words)
        _empty_letters(words)
        for row in rows:
            log(instance=row, action="submissions.erase", user=user)
    for row in rows:
        logger.info("submission %s was erased", row.pk)
    submission.refresh_from_db()
    submission.__dict__.pop("token", None)
    return len(rows)


def _close_requests(rows: list[Submission], user: Any) -> None:
    """The answer goes out while it is known where to; once to each address."""
    told: set[str] = set()
    open_ones = DataRequest.objects.filter(submission__in=rows, done_at=None)
    asked = set(open_ones.values_list("submission_id", flat=True))
    open_ones.update(done_at=timezone.now(), done_by=user)
    for row in rows if asked else []:
        address = getattr(getattr(row, "sender", None), "email", "").lower()
        if address and address not in told and row.sender.email_proved_at:
            told.add(address)
            farewell.erased(row)


def person_words(submission: Submission) -> set[str]:
    """The strings that lead to the person, as they may stand in letters and records."""
    sender = getattr(submission, "sender", None)
    if sender is None:
        return set()
    words = {getattr(sender, name) for name in OF_THE_PERSON if name not in ("role", "address")}
    words |= {sender.address} if len(sender.address) > 2 * SHORTEST else set()
    words |= {format_phone(word) for word in words if word and is_phone(word)}
    words |= {"0" + word[3:] for word in words if word.startswith("+84")}
    return {word for word in words if len(word) >= SHORTEST}


def _erase(submission: Submission, words: set[str]) -> None:
    payload = submission.payload
    things = {str(payload.get(name) or "") for name in ("title", "unit_name")} | {submission.title}
    for page in with_what_is_below(pages_of(submission)):
        named = letters_about(page)
        scrub(page, words | things | titles_of(page))
        empty(named)
    submission.intake.forget(submission)
    _erase_files(submission)
    _erase_rows(submission, words)
    OutgoingMail.objects.filter(key__startswith=key_of(submission, "")).delete()
    Sender.objects.filter(submission=submission).update(
        **dict.fromkeys(OF_THE_PERSON, ""), code_digest=""
    )
    submission.payload, submission.title, submission.risks = {}, "", []
    submission.sealed_token = ""
    submission.subject = submission.reader = None
    submission.erased_at = timezone.now()
    submission.move_to(State.ERASED)
    submission.save()


def _erase_files(submission: Submission) -> None:
    drafts = submission.drafts.all()
    for file in SubmissionFile.objects.filter(Q(submission=submission) | Q(draft__in=drafts)):
        if file.image:
            remove_picture(file.image)
        file.delete()
    drafts.delete()


def _erase_rows(submission: Submission, words: set[str]) -> None:
    """Rows about it in this room, and those of other rooms that point to it."""
    submission.versions.all().delete()
    submission.notes.all().delete()
    submission.events.update(text="")
    submission.requests.update(text="", answer="")
    _empty_log(Submission, Q(object_id=str(submission.pk)))
    sender = Sender.objects.filter(submission=submission).values_list("pk", flat=True).first()
    _empty_log(Sender, Q(object_id=str(sender)))
    for relation in Submission._meta.related_objects:
        model: Any = relation.related_model
        if model._meta.app_label == Submission._meta.app_label:
            continue
        rows = model._base_manager.filter(**{relation.field.name: submission})
        keys = [str(key) for key in rows.values_list("pk", flat=True)]
        named = Q(object_id__in=keys)
        for word in words:
            named |= Q(label__contains=word)
        _empty_log(model, named)
        rows.delete()


def _empty_log(model: Any, which: Q) -> None:
    kind = ContentType.objects.get_for_model(model)
    ModelLogEntry.objects.filter(which, content_type=kind).update(label="", data={})


def _empty_letters(words: set[str]) -> None:
    """Letters to the person, and those to the staff that name him: the row stays without words."""
    for word in words:
        found = Q(text__icontains=word) | Q(html__icontains=word) | Q(subject__icontains=word)
        if "@" in word:
            found |= Q(to__iexact=word)
        elif not any(char.isdigit() for char in word):
            found &= Q(to_user__isnull=False)  # a namesake's own letters are his
        last = Q(key__startswith=farewell.ERASED)  # it still has to go
        keys = list(OutgoingMail.objects.filter(found).exclude(last).values_list("pk", flat=True))
        empty(keys)
        if "@" in word:
            OutgoingMail.objects.filter(pk__in=keys, to__iexact=word).update(to="")
