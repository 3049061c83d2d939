"""Spam without third parties: what gives a program away, and how often one place may send.

Nobody is told that he was taken for a program: suspects get the answer everybody gets (S-12).
"""

import re
import time
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from core.throttle import client_network, within_limit
from submissions.models import EventCode, IntakeSettings, Submission
from submissions.models.draft import DRAFT_LIFE
from vietnamese import clean, fold

BAIT = "homepage"
"""A field people do not see; programs fill it in."""
STAMP = "stamp"
SALT = "submissions.stamp"
FASTEST = 3
"""Seconds a person needs at least between seeing the form and sending it."""
DAY = 24 * 3600
MOST_LINKS = 2
FILES_AN_HOUR = 300
FILES_OF_A_FORM = 9
"""Six pictures and three certificates."""
_LINK = re.compile(r"https?://|www\.", re.I)


def new_stamp() -> str:
    """For a form that is shown now."""
    return signing.dumps(timezone.now().timestamp(), salt=SALT, compress=False)


@dataclass(frozen=True)
class Seen:
    """When the form was shown, as its stamp says; None where it says nothing of ours."""

    at: float | None

    @property
    def is_old(self) -> bool:
        """Longer ago than a draft lives."""
        return self.at is not None and self.age > DRAFT_LIFE.total_seconds()

    @property
    def age(self) -> float:
        """In seconds."""
        return timezone.now().timestamp() - (self.at or 0)


def read_stamp(post: Mapping[str, Any]) -> Seen:
    """The stamp of a form that was posted."""
    try:
        return Seen(float(signing.loads(str(post.get(STAMP, ""))[:200], salt=SALT)))
    except (signing.BadSignature, TypeError, ValueError):
        return Seen(None)


def kept_stamp(post: Mapping[str, Any]) -> str:
    """Of a form shown again: the stamp of its first time, so that mending counts as reading."""
    seen = read_stamp(post)
    return new_stamp() if seen.at is None or seen.is_old else str(post[STAMP])


def took_bait(post: Mapping[str, Any]) -> bool:
    """Whether the hidden field was filled in."""
    return bool(str(post.get(BAIT, "")).strip())


def is_suspect(*, baited: bool, seen: Seen) -> bool:
    """Whether it looks like a program's doing."""
    return baited or seen.at is None or seen.age < FASTEST


# --- for the reviewer -----------------------------------------------------------------------------
def risks(*, title: str, texts: Iterable[str], sender: Mapping[str, str]) -> list[str]:
    """What a reviewer should look at, in words."""
    text = "\n".join(texts)
    found = []
    if codes := _twins(title, sender):
        found.append(_("Trùng tên với hồ sơ khác gửi trong 24 giờ: %s") % ", ".join(codes))
    if len(_LINK.findall(text)) > MOST_LINKS:
        found.append(_("Nhiều đường dẫn trong lời kể"))
    letters = [char for char in text if char.isalpha()]
    latin = sum(unicodedata.name(char, "").startswith("LATIN") for char in letters)
    if latin * 2 < len(letters):
        found.append(_("Viết bằng chữ nước ngoài"))
    elif len(letters) > 200 and text.isascii():
        found.append(_("Lời kể không có dấu tiếng Việt"))
    return found


def _twins(title: str, sender: Mapping[str, str]) -> list[str]:
    since = timezone.now() - timedelta(days=1)
    same = Submission.objects.filter(folded_title=fold(title)[:255], received_at__gte=since)
    for name in ("phone", "email"):
        if sender.get(name):
            same = same.exclude(Q(**{f"sender__{name}": sender[name]}))
    return list(same.values_list("code", flat=True)[:3])


# --- how often ------------------------------------------------------------------------------------
def is_too_much_at_once() -> bool:
    """More forms this second than the site takes in, from whomever."""
    second = str(int(time.time()))
    most = settings.SUBMISSIONS_PER_SECOND
    return not within_limit("submit-all", second, limit=most, seconds=5)


def wait(request: HttpRequest, *, email: str = "", code: str = "") -> int:
    """Count one sending; seconds to wait where this place or address has sent too many, else 0."""
    rules, who = IntakeSettings.load(), client_network(request)
    if event := find_code(request, code):
        left = max(int((event.valid_until - timezone.now()).total_seconds()), 60)
        place = f"{event.pk} {who}"
        if not within_limit("submit-code", place, limit=event.limit_count, seconds=left):
            return left
    else:
        window = rules.limit_minutes * 60
        if not within_limit("submit", who, limit=rules.limit_count, seconds=window):
            return window
    if email and not within_limit(
        "submit-mail", email.lower(), limit=rules.email_limit, seconds=DAY
    ):
        return DAY
    return 0


def may_upload(request: HttpRequest, known: Mapping[str, Any], *, count: int = 1) -> bool:
    """Count the files of one place: many evenings' worth of pictures, no flood.

    Args:
        known: what the draft keeps; `event` is the key of the training evening whose code it was
            begun with. There as many as its forms can hold.
    """
    who, most = client_network(request), FILES_AN_HOUR
    event = EventCode.objects.valid().filter(pk=known.get("event") or 0).first()
    if event:
        who, most = f"{event.pk} {who}", max(most, event.limit_count * FILES_OF_A_FORM)
    return all(
        [within_limit("submit-file", who, limit=most, seconds=3600) for _file in range(count)]
    )


def find_code(request: HttpRequest, text: str) -> EventCode | None:
    """The code of a training evening that holds now. Guesses are counted."""
    code = clean(text).lower()
    if not code or len(code) > 20:
        return None
    if not within_limit("submit-guess", client_network(request), limit=600, seconds=3600):
        return None
    return EventCode.objects.valid().filter(code__iexact=code).first()
