"""Who is signed in only by half is nobody yet."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts import second_factor, sessions

GetResponse = Callable[[HttpRequest], HttpResponse]

OWN_PAGES = "/tai-khoan/"
SIGN_IN = f"{OWN_PAGES}dang-nhap/"
ADMIN = "/admin/"


class SessionPolicyMiddleware:
    """Ends sessions whose time is over, and demands the second factor.

    A session that did not pass the factor its account has is ended. Who must have one and has none
    is nobody outside of the pages that set it up: the admin leads there, whatever was asked of it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Without the cookie nothing is asked: the public pages stay the same for everybody.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            answer = self._judge(request)
            if answer is not None:
                return answer
        return self.get_response(request)

    def _judge(self, request: HttpRequest) -> HttpResponse | None:
        key = second_factor.key_of(request.user)
        if sessions.has_ended(request) or (key and not second_factor.has_passed(request, key)):
            logout(request)
        elif not key and second_factor.is_demanded_of(request.user):
            return self._lead_to_set_up(request)
        return None

    def _lead_to_set_up(self, request: HttpRequest) -> HttpResponse | None:
        path = request.path_info
        if path == SIGN_IN or f"{path}/".startswith(ADMIN):
            return redirect("mfa_activate_totp")
        if not path.startswith(OWN_PAGES):
            request.user = AnonymousUser()
        return None
