"""The menu as a page of its own, for phones without JavaScript; whether the site is well."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.meta import PageMeta
from home.health import is_well


@require_safe
def menu(request: HttpRequest) -> HttpResponse:
    """Every entry with its sub-entries, and the search field."""
    meta = PageMeta(_("Danh mục"), indexed=False)
    return render(request, "home/menu.html", {"meta": meta})


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """For who watches the site: 200 or 503 and one word; `manage.py check_health` says more."""
    well = is_well()
    response = HttpResponse("ok" if well else "not ok", content_type="text/plain")
    response.status_code = 200 if well else 503
    response["Cache-Control"] = "no-store"
    return response
