"""Middleware: refuse what no page can mean, and one visibility snapshot per request."""

from collections.abc import Callable

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


class VisibilityScopeMiddleware:
    """Every list of a request sees the same closed branches, read once."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with visibility_scope():
            return self.get_response(request)
