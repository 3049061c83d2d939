"""The private status page: the sender's way back."""

from django.http import Http404, HttpRequest, HttpResponse


def status(request: HttpRequest, token: str) -> HttpResponse:
    """The tracker."""
    raise Http404
