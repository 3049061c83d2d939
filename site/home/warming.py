"""Pages asked for once before the first reader comes: that makes every rendition they show."""

import logging

from django.core.cache import cache
from django.test import Client
from wagtail.models import Site

from core.models import BasePage

logger = logging.getLogger(__name__)

A_WEEK = 7 * 24 * 3600


def warm(page: BasePage) -> bool:
    """Ask for a page as a reader would.

    Returns:
        Whether it was answered with 200.
    """
    site = page.get_site()
    if site is None:
        return False
    return ask(page.get_url(), site)


def ask(path: str, site: Site) -> bool:
    """Ask for a path of a site, through all of the application but no network."""
    host = site.hostname if site.port in (80, 443) else f"{site.hostname}:{site.port}"
    client = Client(raise_request_exception=False)
    answer = client.get(path, headers={"host": host}, secure=site.port == 443)
    return bool(answer.status_code == 200)


def warm_some(limit: int = 10) -> int:
    """Warm pages that changed since they were last warmed, newest first, at most `limit`.

    Returns:
        How many.
    """
    warmed = 0
    for page in BasePage.objects.visible().order_by("-last_published_at", "-pk")[:500]:
        stamp = page.last_published_at or page.latest_revision_created_at
        key = f"warm:{page.pk}:{stamp and stamp.timestamp()}"
        if cache.get(key):
            continue
        if not warm(page):
            logger.warning("page %s could not be warmed", page.pk)
        cache.set(key, True, A_WEEK)
        warmed += 1
        if warmed >= limit:
            break
    return warmed
