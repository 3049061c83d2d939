"""Middleware: refuse what no page can mean, and one visibility snapshot per request."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string

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
    """The content security policy; only the admin's own previews may stand in a frame."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponse, report_only: bool = False
    ) -> PolicyParts:
        """The policy of the settings, with `frame-ancestors 'self'` for a preview."""
        parts = super().get_policy_parts(request, response, report_only)
        if getattr(request, "is_preview", False):
            parts.replace = {**(parts.replace or {}), "frame-ancestors": ["'self'"]}
        return parts


class VisibilityScopeMiddleware:
    """Every list of a request sees the same closed branches, read once."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with visibility_scope():
            return self.get_response(request)
