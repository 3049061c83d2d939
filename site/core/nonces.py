"""A nonce for the few inline scripts Wagtail's admin still has, given to sources and never to data.

The content security policy of the admin allows no inline script without the nonce of its answer.
The nonce is written into the *sources* of Wagtail's own templates as they are loaded, so a script
that got into the page with some text has none and does not run.
"""

import re
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import wagtail
from django.http import HttpRequest
from django.template import Origin
from django.template.loaders.app_directories import Loader
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.widgets import BaseChooser

WAGTAIL = str(Path(wagtail.__file__).parent)
NEEDS_NONCE = re.compile(
    r"""<script(?=[\s>])(?![^>]*(?:\bsrc=|type=["'](?:application/|text/(?!javascript))))"""
)
_request: ContextVar[HttpRequest | None] = ContextVar("csp_request", default=None)

answering = _request.set
answered = _request.reset


def nonce_attribute() -> SafeString:
    """` nonce="…"` of the request being answered; nothing outside of one."""
    request = _request.get()
    return format_html(' nonce="{}"', request.csp_nonce) if request else mark_safe("")


class NonceLoader(Loader):
    """Templates of the installed apps; inline scripts of Wagtail's own carry the nonce."""

    def get_contents(self, origin: Origin) -> str:
        """The source of a template."""
        source = str(super().get_contents(origin))
        if not str(origin.name).startswith(WAGTAIL):
            return source
        return NEEDS_NONCE.sub(lambda found: f"{found[0]}{{% script_nonce %}}", source)


def connect() -> None:
    """Let choosers, which write their script without a template, carry the nonce too."""
    if getattr(BaseChooser.render, "carries_nonce", False):
        return
    plain = BaseChooser.render

    def render(self: BaseChooser, *args: Any, **kwargs: Any) -> SafeString:
        # The script is the last thing in the markup; before it stands what people wrote.
        widget, tag, script = str(plain(self, *args, **kwargs)).rpartition("<script>")
        return mark_safe(f"{widget}<script{nonce_attribute()}>{script}" if tag else script)

    render.carries_nonce = True
    BaseChooser.render = render
