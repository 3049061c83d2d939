"""Letters to senders. What they say always stands on the status page too."""

from submissions.models import Submission


def received(submission: Submission) -> None:
    """That it arrived, with the private link and the code that proves the address."""


def changes_wanted(submission: Submission) -> None:
    """That something is to be mended, and where."""


def accepted(submission: Submission) -> None:
    """That it was accepted and a page is being made of it."""


def declined(submission: Submission) -> None:
    """That it will not be published, and why."""


def message(submission: Submission, text: str) -> None:
    """A word of the editors."""
