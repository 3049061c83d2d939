"""Letters to senders. What they say always stands on the status page too."""

from submissions.models import Submission


def received(submission: Submission) -> None:
    """That it arrived, with the private link and the code that proves the address."""
