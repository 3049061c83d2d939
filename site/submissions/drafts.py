"""Whose draft a browser is filling in: the key is a cookie, its digest is in the database."""

import hashlib

from django.http import HttpRequest

from submissions.models import Draft, SubmissionFile

COOKIE = "nhap"
"""Name of the cookie; its path is that of the one form, so each kind has a draft of its own."""


def key_digest(key: str) -> str:
    """What the database knows of a key; '' for none."""
    return hashlib.sha256(key.encode()).hexdigest() if key else ""


def draft_of(request: HttpRequest, kind: str = "") -> Draft | None:
    """The living draft (of this kind, if one is named) the browser holds the key to."""
    digest = key_digest(request.COOKIES.get(COOKIE, "")[:200])
    if not digest:
        return None
    drafts = Draft.objects.alive().filter(digest=digest)
    return (drafts.filter(kind=kind) if kind else drafts).first()


def sweep() -> int:
    """Delete the drafts whose day is over, with their files; gives their number."""
    gone = Draft.objects.expired()
    for file in SubmissionFile.objects.filter(draft__in=gone):
        file.delete()
    count, _by_model = gone.delete()
    return count
