"""The two bodies of a mail, from its templates: without a request, in Vietnamese."""

import re
import textwrap
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.template.loader import get_template
from django.utils import translation
from wagtail.models import Site

from mailing.models import SUBJECT_LENGTH
from vietnamese import clean

LINE_LENGTH = 76
_PREFIX = re.compile(r"(?:> |- )?")


def render(template: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """The text and the HTML of `mailing/<template>.txt` and `.html`.

    Args:
        template: the name without folder and ending.
        context: values of the template; `site_identity` of the templates comes from the default
            site and is empty where there is none.

    Raises:
        TemplateDoesNotExist: for an unknown template.
    """
    values = {**context, "request": _request_of_the_site()}
    with translation.override(settings.LANGUAGE_CODE):
        parts = {
            ending: get_template(f"mailing/{template}.{ending}").template.render(
                Context(values, autoescape=ending == "html")
            )
            for ending in ("txt", "html")
        }
    return wrap(parts["txt"]), parts["html"].strip() + "\n"


def one_line(text: object) -> str:
    """A subject: one line without control characters, cut at a word where it is too long."""
    with translation.override(settings.LANGUAGE_CODE):
        line = " ".join(clean(str(text)).split())
    if len(line) <= SUBJECT_LENGTH:
        return line
    start = line[: SUBJECT_LENGTH - 1]
    return (start.rpartition(" ")[0] or start) + "…"


def wrap(text: str) -> str:
    """Lines of a plain-text mail: short, single empty lines between; an address stays whole."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        if not (words := line.strip()):
            lines += [""] if lines and lines[-1] else []
            continue
        sign = _PREFIX.match(words)[0]  # type: ignore[index]  # it matches always
        lines += textwrap.wrap(
            words,
            LINE_LENGTH,
            subsequent_indent="> " if sign == "> " else " " * len(sign),
            break_long_words=False,
            break_on_hyphens=False,
        )
    return "\n".join(lines) + "\n"


def _request_of_the_site() -> HttpRequest | None:
    """What tags need to find the default site; None where there is none."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        return None
    request = HttpRequest()
    request.META = {"SERVER_NAME": site.hostname, "SERVER_PORT": str(site.port)}
    return request
