"""Pictures as files: cover art by seed, and renditions."""

from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from covers import KINDS, SHAPES, render_cover

FOR_EVER = "public, max-age=31536000, immutable"
A_DAY = "public, max-age=86400"  # a card goes with its page
KINDS_OF_FILE = {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".png": "image/png",
}


@require_safe
def cover(request: HttpRequest, kind: str, shape: str, seed: str) -> HttpResponse:
    """The woven cover of an item without a picture: one address, always the same cloth."""
    if kind not in KINDS or shape not in SHAPES:
        raise Http404
    response = HttpResponse(render_cover(kind, seed, shape), content_type="image/svg+xml")
    response["Cache-Control"] = FOR_EVER
    return response


@require_safe
def media(request: HttpRequest, folder: str, name: str) -> HttpResponse | FileResponse:
    """A rendition or a social card. Originals, uploads and documents have no address here."""
    if not settings.SERVE_MEDIA:
        raise Http404
    try:
        file = default_storage.open(f"{folder}/{name}", "rb")
    except (OSError, ValueError, SuspiciousFileOperation) as fault:
        raise Http404 from fault
    kind = KINDS_OF_FILE.get(PurePath(name).suffix, "application/octet-stream")
    response = FileResponse(file, content_type=kind)
    response["Cache-Control"] = FOR_EVER if folder == "images" else A_DAY
    return response
