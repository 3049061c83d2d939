"""The menu as a page of its own, for phones without JavaScript."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.meta import PageMeta


@require_safe
def menu(request: HttpRequest) -> HttpResponse:
    """Every entry with its sub-entries, and the search field."""
    meta = PageMeta(_("Danh mục"), indexed=False)
    return render(request, "home/menu.html", {"meta": meta})
