"""How long somebody stays signed in.

A session ends a working day after the sign-in (`SESSION_COOKIE_AGE`) and with the browser; with
“Giữ tôi đăng nhập” after `SESSION_REMEMBERED_AGE`, but never for those who decide. Theirs also ends
when nothing was done in it for `SESSION_IDLE_AGE`. Times are those of the server, whatever a cookie
says. Who decides is asked only once a limit has passed: most requests cost nothing.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest
from django.utils import timezone

from accounts.roles import decides

ENTERED, SEEN, REMEMBERED = "entered_at", "seen_at", "remembered"
STEP = 300  # seconds; a session is written at most that often
PINGS = "/admin/editing-sessions/"
"""What an open editor sends by itself is nobody at work."""


def connect() -> None:
    """Called once when the app is ready."""
    user_logged_in.connect(_begin, dispatch_uid="accounts.session")


def _begin(request: HttpRequest, **kwargs: Any) -> None:
    request.session[ENTERED] = request.session[SEEN] = _now()


def _now() -> int:
    return int(timezone.now().timestamp())


def has_ended(request: HttpRequest) -> bool:
    """Whether the time of this signed-in session is over; otherwise notes that it is in use."""
    session, now = request.session, _now()
    entered = session.setdefault(ENTERED, now)
    seen = session.setdefault(SEEN, now)
    longest = settings.SESSION_REMEMBERED_AGE if session.get(REMEMBERED) else 0
    if now - entered >= max(longest, settings.SESSION_COOKIE_AGE):
        return True
    over = now - entered >= settings.SESSION_COOKIE_AGE or now - seen >= settings.SESSION_IDLE_AGE
    if over and decides(request.user):
        return True
    if now - seen >= STEP and not request.path_info.startswith(PINGS):
        session[SEEN] = now
    return False
