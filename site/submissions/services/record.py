"""Lines of the record; what is public stands on the status page as well."""

from typing import Any

from submissions.models import Event, Submission


def note(
    submission: Submission, kind: str, text: str = "", *, by: Any = None, public: bool = True
) -> Event:
    """Write one line."""
    return Event.objects.create(
        submission=submission, kind=kind, text=text.strip()[:4000], by=by, public=public
    )
