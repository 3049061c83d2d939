"""Renditions made ahead, so that the first reader does not wait for them."""

from core.models import BasePage
from home.warming import warm


def warm_sections() -> None:
    """Ask once for the home page and every section: that makes the renditions they show."""
    for page in BasePage.objects.visible().filter(depth__lte=3).order_by("depth", "path"):
        warm(page)
