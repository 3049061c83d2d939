"""The menu as a page of its own, for phones without JavaScript."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def menu(request: HttpRequest) -> HttpResponse:
    """Every entry with its sub-entries, and the search field."""
    return render(request, "home/menu.html")
