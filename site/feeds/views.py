"""The directory of feeds."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.meta import PageMeta
from feeds.registry import sources


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    """Every listing of the site that can be followed."""
    words = _("Theo dõi trang bằng phần mềm đọc tin, hoặc đưa tin của trang lên cổng của bạn.")
    context = {"sources": sources(), "meta": PageMeta(_("Nguồn tin"), words)}
    return render(request, "feeds/directory.html", context)
