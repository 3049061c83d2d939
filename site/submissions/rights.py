"""Who of the staff may read and decide on what."""

from typing import Any

from accounts.roles import decides, section_paths
from submissions.intake import kinds
from submissions.models import Submission

READ = "submissions.change_submission"
KEPT = "_readable_submission_kinds"


def readable_kinds(user: Any) -> list[str]:
    """The kinds this person reads: all for those who decide, else those of his sections.

    Found once for a user as loaded, like Django's own permissions: that is once a request.
    """
    if not hasattr(user, KEPT):
        setattr(user, KEPT, _readable_kinds(user))
    return list(getattr(user, KEPT))


def _readable_kinds(user: Any) -> list[str]:
    if not user.has_perm(READ):
        return []
    if decides(user):
        return [intake.kind for intake in kinds()]
    paths = tuple(section_paths(user))
    if not paths:
        return []
    found = []
    for intake in kinds():
        section = intake.section()
        if section is not None and section.path.startswith(paths):
            found.append(intake.kind)
    return found


def submissions_for(user: Any) -> Any:
    """All this person may read."""
    if user.has_perm(READ) and decides(user):
        return Submission.objects.all()
    return Submission.objects.filter(kind__in=readable_kinds(user))


def may_read(user: Any, submission: Submission) -> bool:
    """Whether this person may read and decide on it."""
    return submissions_for(user).filter(pk=submission.pk).exists()
