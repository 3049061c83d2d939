"""What is being filled in, and the cookie that leads to it.

The cookie holds 128 random bits; the database knows their digest alone.
"""

import hashlib
import secrets
import uuid
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from submissions.models import Draft, SubmissionFile
from submissions.models.draft import DRAFT_LIFE

COOKIE = "nhap"
META = "meta"
"""Beside the answers: the key of sending once, when the form was first seen, signs of spam."""


def cookie_path(kind: str) -> str:
    """The one form, so that each kind has a draft of its own."""
    return reverse("submissions_form", args=[kind])


def key_digest(key: str) -> str:
    """What the database knows of a key; '' for none."""
    return hashlib.sha256(key.encode()).hexdigest() if key else ""


def draft_of(request: HttpRequest, kind: str = "") -> Draft | None:
    """The living draft (of this kind, if one is named) the browser holds the key to."""
    digest = key_digest(request.COOKIES.get(COOKIE, "")[:200])
    if not digest:
        return None
    drafts = Draft.objects.alive().select_related("subject", "origin", "origin__sender")
    drafts = drafts.filter(digest=digest)
    return (drafts.filter(kind=kind) if kind else drafts).first()


def new_draft(*, kind: str, **values: Any) -> tuple[Draft, str]:
    """An unsaved draft and the key to it, which is kept nowhere."""
    key = secrets.token_urlsafe(16)
    answers = {META: {"key": str(uuid.uuid4())}, **values.pop("answers", {})}
    return Draft(kind=kind, digest=key_digest(key), answers=answers, **values), key


def hand_out(response: HttpResponse, kind: str, key: str) -> HttpResponse:
    """Give the browser the key."""
    response.set_cookie(
        COOKIE, key, max_age=DRAFT_LIFE, path=cookie_path(kind), httponly=True,
        secure=settings.SESSION_COOKIE_SECURE, samesite="Lax",
    )  # fmt: skip
    return response


def take_back(response: HttpResponse, kind: str) -> HttpResponse:
    """The key fits nothing any more."""
    response.delete_cookie(COOKIE, path=cookie_path(kind), samesite="Lax")
    return response


def throw_away(draft: Draft) -> None:
    """Delete it with its files."""
    for file in SubmissionFile.objects.filter(draft=draft):
        file.delete()
    draft.delete()


def sweep() -> int:
    """Delete the drafts whose day is over, with their files; gives their number."""
    gone = Draft.objects.expired()
    for file in SubmissionFile.objects.filter(draft__in=gone):
        file.delete()
    count, _by_model = gone.delete()
    return count
