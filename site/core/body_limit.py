"""How much one request may bring: said before a byte of it is read."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponse]


class BodyLimitMiddleware:
    """413 to what says it is too long, 411 to what does not say how long it is.

    Stands before whatever reads the body. Behind nginx no request comes without a length; asked
    directly, Django would take one for empty. More bytes than were said are not read at all.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        said = request.META.get("CONTENT_LENGTH") or ""
        if not said and "HTTP_TRANSFER_ENCODING" in request.META:
            return self._refuse(request, 411, 0)
        most = limit_of(request.path_info)
        if said.isdigit() and int(said) > most:
            return self._refuse(request, 413, most)
        return self.get_response(request)

    def _refuse(self, request: HttpRequest, status: int, most: int) -> HttpResponse:
        logger.info("a request was refused: %s", status)
        context = {"most": most // 2**20, "back": request.get_full_path()}
        if "application/json" in request.headers.get("Accept", ""):
            words = _("Gửi một lần tối đa %(most)d MB.") % context if most else _("Gửi lại giúp.")
            return JsonResponse({"error": words}, status=status)
        return HttpResponse(render_to_string("413.html", context), status=status)


def limit_of(path: str) -> int:
    """The most bytes a request to this path may bring."""
    for beginning, most in settings.BODY_LIMITS.items():
        if path.startswith(beginning):
            return int(most)
    return int(settings.BODY_LIMIT)
