"""Pages behind a private link: nobody signs in, the address leaks nowhere."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from core.views import page_not_found

View = Callable[..., HttpResponse]


def keep_private(response: HttpResponse, *, referrer: str) -> HttpResponse:
    """For one reader: in no cache and no index, its address told to nobody else.

    Args:
        referrer: the policy; `no-referrer` where the address is a secret, `same-origin` where the
            page posts with a CSRF token, since under the former a browser posts `Origin: null`.
    """
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = referrer
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


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
        return keep_private(response, referrer="no-referrer")

    return wrapped
