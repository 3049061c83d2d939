"""What is being filled in, and the cookie that leads to it.

The cookie holds 128 random bits; the database knows their digest alone. There is one cookie a
kind, so that a story begun does not lose a product begun.
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

META = "meta"
"""Beside the answers: the key of sending once, when the form was first seen, signs of spam."""


def cookie_name(kind: str) -> str:
    """Of the draft of one kind."""
    return f"nhap_{kind}"


def cookie_path() -> str:
    """The forms, and nothing above them; below a prefix where the site has one."""
    return reverse("submissions_lookup").rpartition("tra-cuu/")[0]


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def find_draft(request: HttpRequest, kind: str) -> Draft | None:
    """The living draft of this browser."""
    key = request.COOKIES.get(cookie_name(kind), "")
    if not key or len(key) > 100:
        return None
    drafts = Draft.objects.alive().select_related("subject", "origin", "origin__sender")
    return drafts.filter(digest=_digest(key), kind=kind).first()


def new_draft(*, kind: str, **values: Any) -> tuple[Draft, str]:
    """An unsaved draft and the key to it, which is kept nowhere."""
    key = secrets.token_urlsafe(16)
    answers = {META: {"key": str(uuid.uuid4())}, **values.pop("answers", {})}
    return Draft(kind=kind, digest=_digest(key), answers=answers, **values), key


def hand_out(response: HttpResponse, kind: str, key: str) -> HttpResponse:
    """Give the browser the key."""
    response.set_cookie(
        cookie_name(kind), key, max_age=DRAFT_LIFE, path=cookie_path(), httponly=True,
        secure=settings.SESSION_COOKIE_SECURE, samesite="Lax",
    )  # fmt: skip
    return response


def take_back(response: HttpResponse, kind: str) -> HttpResponse:
    """The key fits nothing any more."""
    response.delete_cookie(cookie_name(kind), path=cookie_path(), samesite="Lax")
    return response


def throw_away(draft: Draft) -> None:
    """Delete it with its files."""
    for file in SubmissionFile.objects.filter(draft=draft):
        file.delete()
    draft.delete()
