"""Renditions made ahead, so that the first reader does not wait for them."""

from wagtail.models import Site

from home.warming import warm


def warm_home() -> None:
    """Ask for the home page once: that makes every rendition it shows."""
    site = Site.objects.filter(is_default_site=True).first()
    if site:
        warm(site.root_page.specific)
