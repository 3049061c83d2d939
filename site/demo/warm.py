"""Renditions made ahead, so that the first reader does not wait for them."""

from django.conf import settings
from django.test import Client


def warm_home() -> None:
    """Ask for the home page once: that makes every rendition it shows."""
    host = next((h for h in settings.ALLOWED_HOSTS if h not in ("*", "")), "localhost")
    Client(raise_request_exception=False).get("/", headers={"host": host.lstrip(".")})
