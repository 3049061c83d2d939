"""The directory of feeds."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from feeds.registry import sources


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Every listing of the site that can be followed."""
    return render(request, "feeds/directory.html", {"sources": sources()})
