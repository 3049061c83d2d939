"""Files of a form being filled in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from submissions.drafts import draft_of
from submissions.models import SubmissionFile


@require_safe
def draft_file(request: HttpRequest, kind: str, pk: int, small: bool = False) -> HttpResponse:
    """A file of the draft this browser holds the key to."""
    draft = draft_of(request, kind)
    if draft is None:
        raise Http404
    file = get_object_or_404(SubmissionFile, pk=pk, draft=draft)
    return HttpResponse(file.file.read(), content_type=file.content_type)
