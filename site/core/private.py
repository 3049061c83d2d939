"""Pages behind a private link: nobody signs in, the address leaks nowhere."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from core.views import page_not_found

View = Callable[..., HttpResponse]


def private(view: View) -> View:
    """Kept by no cache and no search engine, and sent on to nobody.

    Without CSRF tokens: under `no-referrer` a browser posts with `Origin: null`, which Django
    refuses, and there is nothing to protect; the token in the address is the only authority, no
    cookie counts, and who knows the token needs nobody else's browser.
    """

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Http404:
            response = page_not_found(request)
        response["Cache-Control"] = "no-store, private"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response

    return wrapped
