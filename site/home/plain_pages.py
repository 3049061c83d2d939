"""Pages the web server shows by itself, when this program is away: plain files in STATIC_ROOT."""

from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.template.loader import render_to_string
from wagtail.models import Site

from home.models import SiteIdentity

FOLDER = "loi"
PAGES = {
    "bao-tri.html": "503.html",
    "khong-co.html": "home/unreachable.html",
    "lon-qua.html": "413.html",
}


def write_plain_pages() -> list[Path]:
    """Draw them anew, with the unit's telephone; after `collectstatic`, whose names they use."""
    folder = Path(settings.STATIC_ROOT) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, template in PAGES.items():
        path = folder / name
        draft = path.with_suffix(".moi")
        draft.write_text(render_to_string(template, {"identity": _identity()}), encoding="utf-8")
        draft.replace(path)
        written.append(path)
    return written


def _identity() -> SiteIdentity | None:
    try:
        site = Site.objects.filter(is_default_site=True).first()
        return SiteIdentity.for_site(site) if site else None
    except DatabaseError:
        return None
