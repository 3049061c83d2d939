"""Middleware: refuse what no page can mean, and one visibility snapshot per request."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string

from core import nonces
from core.visibility import visibility_scope

GetResponse = Callable[[HttpRequest], HttpResponse]


class SafeRequestMiddleware:
    """Answer 400 to paths with a NUL or other control character: PostgreSQL would answer 500."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if any(ord(char) < 32 or 0xD800 <= ord(char) <= 0xDFFF for char in request.path_info):
            return HttpResponseBadRequest(render_to_string("400.html"))
        return self.get_response(request)


class PolicyMiddleware(CSPMiddleware):
    """Headers no answer goes without: what a page may load and use, and who may load it.

    Stands first, so that refusals and faults of the others carry them as well.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = nonces.answering(request)
        try:
            response = super().__call__(request)
        finally:
            nonces.answered(token)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        shared = request.path_info.startswith(settings.SHARED_PATHS)
        policy = "cross-origin" if shared else "same-origin"
        response.headers.setdefault("Cross-Origin-Resource-Policy", policy)
        return response

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponse, report_only: bool = False
    ) -> PolicyParts:
        """The policy of the admin or of the public; an own preview may stand in a frame."""
        parts = super().get_policy_parts(request, response, report_only)
        if getattr(request, "is_preview", False):
            parts.replace = {**(parts.replace or {}), "frame-ancestors": ["'self'"]}
        elif request.path_info.startswith("/admin/") and not report_only:
            parts.config = settings.ADMIN_POLICY
        return parts


class VisibilityScopeMiddleware:
    """Every list of a request sees the same closed branches, read once."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with visibility_scope():
            return self.get_response(request)
