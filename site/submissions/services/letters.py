"""Letters to senders. What they say always stands on the status page too."""

from collections.abc import Iterable
from typing import Any

from submissions.models import DataRequest, FieldNote, Submission


def received(submission: Submission) -> None:
    """That it arrived, with the private link and the code that proves the address."""


def changes_wanted(submission: Submission, notes: Iterable[FieldNote], message: str = "") -> None:
    """What to mend, field by field. `message`: a word of the editors over all of them."""


def accepted(submission: Submission) -> None:
    """That pages are being made of it."""


def published(submission: Submission, pages: Iterable[Any]) -> None:
    """Where it stands now."""


def declined(submission: Submission, reason: str) -> None:
    """That it is not published, and why."""


def message(submission: Submission, text: str) -> None:
    """A word of the editors."""


def request_done(request: DataRequest) -> None:
    """That a request about one's data was answered, and what."""
