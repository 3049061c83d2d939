"""Automatic redirects that do not know the prefix the site is served under.

Wagtail stores the old address with the script prefix of the moment; a site that later moves to
another sub-path would lose all its redirects. Here they are stored and looked up without it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, set_script_prefix
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import (
    autocreate_redirects_on_page_move,
    autocreate_redirects_on_slug_change,
)
from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move


@contextmanager
def without_script_prefix() -> Iterator[None]:
    """Reverse URLs as if the site were served at the root of its host."""
    prefix = get_script_prefix()
    set_script_prefix("/")
    try:
        yield
    finally:
        set_script_prefix(prefix)


def connect() -> None:
    """Put our two receivers in the place of Wagtail's own."""
    page_slug_changed.disconnect(autocreate_redirects_on_slug_change)
    post_page_move.disconnect(autocreate_redirects_on_page_move)
    page_slug_changed.connect(on_slug_change, dispatch_uid="core.redirects.slug")
    post_page_move.connect(on_page_move, dispatch_uid="core.redirects.move")


def on_slug_change(**kwargs: Any) -> None:
    """A renamed page leaves one permanent redirect for itself and each descendant."""
    with without_script_prefix():
        autocreate_redirects_on_slug_change(**kwargs)
        _drop_redirects_onto_themselves(kwargs["instance"])


def on_page_move(**kwargs: Any) -> None:
    """So does a moved one."""
    with without_script_prefix():
        autocreate_redirects_on_page_move(**kwargs)
        _drop_redirects_onto_themselves(kwargs["instance"])


def _drop_redirects_onto_themselves(page: Page) -> None:
    """Renamed and renamed back: the old redirect would stand in the way of nothing, so it goes."""
    path = page.get_url_parts()
    if path and path[2]:
        Redirect.objects.filter(
            automatically_created=True, old_path=Redirect.normalise_path(path[2])
        ).delete()


class PrefixFreeRedirectMiddleware(RedirectMiddleware):
    """Look old addresses up by the path after the prefix; never send a reader in a circle."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Answer a 404 with the redirect of its path, if there is one."""
        if response.status_code != 404:
            return response
        full_path = request.path
        request.path = request.path_info
        try:
            answer = super().process_response(request, response)
        finally:
            request.path = full_path
        # A page renamed and renamed back, then taken down, is still named by its old redirect.
        target = urlsplit(answer.get("Location", "")).path
        return response if target.rstrip("/") == full_path.rstrip("/") else answer
