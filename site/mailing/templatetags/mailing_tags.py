"""What the templates of mails need."""

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from mailing import styles
from vietnamese import clean

register = template.Library()


@register.simple_tag
def look(names: str) -> SafeString:
    """Class and style of an element: `<td {% look "mast" %}>`."""
    style = ";".join(styles.LOOKS[name] for name in names.split())
    return mark_safe(f'class="{names}" style="{style}"')


@register.simple_tag
def brocade_look() -> SafeString:
    """Class and style of the strip under the masthead."""
    return mark_safe(f'class="strip" style="{styles.brocade()}"')


@register.simple_tag
def dark_style() -> SafeString:
    """The style sheet of the head."""
    return mark_safe(f"<style>{styles.dark_sheet()}</style>")


@register.filter
def paragraphs(text: Any) -> list[str]:
    """Plain text in paragraphs: what an empty line parts."""
    words = clean(str(text or ""), multiline=True)
    return [part.strip() for part in re.split(r"\n\s*\n", words) if part.strip()]


@register.filter
def as_list(value: Any) -> list[str]:
    """Several sentences as they are, one as a list of one; without the empty ones."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        value = [value]
    return [words for part in value if part and (words := clean(str(part)))]


@register.filter
def quoted(text: Any) -> str:
    """A quotation in a plain-text mail: `> ` before each line."""
    lines = clean(str(text or ""), multiline=True).splitlines()
    return "\n".join(f"> {line}" if line.strip() else "" for line in lines)


@register.filter
def web_address(value: Any) -> str:
    """An address a button may lead to; '' for what is no full web address."""
    url = str(value or "").strip()
    return url if re.fullmatch(r"https?://[^\s<>\"']+", url) else ""
