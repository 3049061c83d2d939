"""Starting a correction from the status page, with the answers as they stand."""

from collections.abc import Mapping
from typing import Any

from submissions.drafts import new_draft
from submissions.forms import SENDER_FIELDS
from submissions.intake import Intake, intake_for, kinds, who_form_of
from submissions.models import Draft, Submission
from submissions.models.submission import CORRECTABLE, STANDING
from vietnamese.phones import format_phone, is_phone

PHONES = ("phone", "zalo")
Answers = dict[str, list[str]]


class NothingToCorrectError(Exception):
    """It was declined or withdrawn, or became no page that can be corrected by a form."""


def correction_intake() -> Intake | None:
    """The kind that takes changes to what is on the site."""
    return next((intake for intake in kinds() if intake.is_correction), None)


def correctable_pages(submission: Submission) -> list[Any]:
    """The visible pages it became that the form of corrections knows."""
    intake = correction_intake()
    subjects = intake.subjects() if intake else None
    if submission.state not in STANDING or subjects is None:
        return []
    keys = submission.results.values_list("page_id", flat=True)
    return list(subjects.filter(pk__in=list(keys)))


def begin(submission: Submission, page: Any = None) -> Draft:
    """A draft that corrects it: what was sent while it is not decided, else a page it became.

    `draft.key` goes into the cookie (`submissions.drafts.hand_out(response, draft.kind,
    draft.key)`); the way on is `submissions_form` of `draft.kind`.

    Args:
        page: which of the pages; the first one where none is named.

    Raises:
        NothingToCorrectError: there is nothing this form could change.
    """
    sender = _of_sender(submission)
    if submission.state in CORRECTABLE:
        intake, subject = intake_for(submission.kind), submission.subject
        things, who_form = _raw(submission.payload), who_form_of(submission)
    else:
        pages = [row for row in correctable_pages(submission) if not page or row.pk == page.pk]
        found = correction_intake()
        if found is None or not pages:
            raise NothingToCorrectError
        intake, subject = found, pages[0]
        things, who_form = _raw(intake.initial(subject)), intake.who_form_by_link(subject)
    answers = {
        "1": _for(who_form, {**things, **sender}),
        "2": _for(intake.content_form(subject), {**sender, **things}),
    }
    if subject is not None:
        answers["1"]["trang"] = [str(subject.pk)]
    draft, key = new_draft(
        kind=intake.kind,
        subject_id=subject.pk if subject else None,
        origin=submission,
        answers=answers,
    )
    draft.save()
    draft.key = key  # type: ignore[attr-defined]
    return draft


def _of_sender(submission: Submission) -> Answers:
    sender = getattr(submission, "sender", None)
    return _raw({name: getattr(sender, name, "") for name in SENDER_FIELDS})


def _raw(values: Mapping[str, Any]) -> Answers:
    return {name: [_text(name, row) for row in _many(value)] for name, value in values.items()}


def _many(value: Any) -> list[Any]:
    if isinstance(value, (list, tuple)):
        return list(value)
    if hasattr(value, "all"):
        return list(value.all())
    return [] if value is None or value is False else [value]


def _text(name: str, value: Any) -> str:
    if value is True:
        return "on"
    text = str(getattr(value, "pk", value))
    return format_phone(text) if name in PHONES and is_phone(text) else text


def _for(form_class: type, known: Answers) -> Answers:
    return {name: known[name] for name in form_class().fields if name in known}
