"""The words within a paragraph: bold, italic and links stay, all else becomes plain text."""

import re
import unicodedata
from typing import Final
from urllib.parse import parse_qs, urlsplit

from bs4 import NavigableString, Tag
from django.utils.html import escape

from vietnamese.text import INVISIBLE
from writing.paste.source import MARKER, style_of

_SCHEMES: Final = ("http", "https", "mailto", "tel")
_UNSEEN: Final = re.compile(f"[{INVISIBLE}]")
_SPACES: Final = re.compile(r"[^\S\n]+|\n+")
_BREAK: Final = "<br/>"
_RUN: Final = re.compile(r"</(strong|em)>(\s*)<\1>")


def tidy(text: str) -> str:
    """In NFC, single plain spaces, nothing invisible; a space at an end stays one space."""
    return _SPACES.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text)))


def is_bold(tag: Tag, before: bool) -> bool:
    """Whether the words of this tag are bold; Google Docs wraps all in a `<b>` that is not."""
    weight = re.search(r"(?:^|;)font-weight:(\w+)", style_of(tag))
    if weight:
        value = weight[1]
        return int(value) >= 600 if value.isdigit() else value in ("bold", "bolder")
    return before or tag.name in ("b", "strong")


def is_italic(tag: Tag, before: bool) -> bool:
    """The same for italics."""
    slant = re.search(r"(?:^|;)font-style:(\w+)", style_of(tag))
    if slant:
        return slant[1] in ("italic", "oblique")
    return before or tag.name in ("i", "em")


def address_of(tag: Tag) -> str:
    """Where a link leads on the web; '' for anchors, files of a disk and what is no address."""
    href = tidy(str(tag.get("href") or "")).strip()
    try:
        parts = urlsplit(href)
        if parts.netloc.endswith("google.com") and parts.path == "/url":
            href = parse_qs(parts.query).get("q", [""])[0]  # Google's way round
            parts = urlsplit(href)
    except ValueError:
        return ""
    return href if parts.scheme.lower() in _SCHEMES else ""


def inline(node: Tag | NavigableString, *, bold: bool = False, italic: bool = False) -> str:
    """HTML of one node within a paragraph."""
    if isinstance(node, NavigableString):
        return _marked(tidy(str(node)), bold, italic)
    if node.name == "br":
        return "<br/>"
    if MARKER in style_of(node):
        return ""
    bold, italic = is_bold(node, bold), is_italic(node, italic)
    inner = "".join(inline(child, bold=bold, italic=italic) for child in node.children)  # type: ignore[arg-type]
    address = address_of(node) if node.name == "a" else ""
    if address and "<a " not in inner and plain(inner):
        return f'<a href="{escape(address)}">{inner}</a>'
    return inner


def _marked(text: str, bold: bool, italic: bool) -> str:
    """Marks lie close to the words; spaces stay outside."""
    words = text.strip()
    if not words:
        return " " if text else ""
    marked = escape(words)
    if italic:
        marked = f"<em>{marked}</em>"
    if bold:
        marked = f"<strong>{marked}</strong>"
    return f"{' ' if text[0] == ' ' else ''}{marked}{' ' if text[-1] == ' ' else ''}"


def joined(parts: list[str]) -> str:
    """A paragraph's words: runs of one mark put together, nothing empty at its ends."""
    html = re.sub(r" {2,}", " ", "".join(parts))
    html = _RUN.sub(r"\2", _RUN.sub(r"\2", html))
    return _without_empty_ends(re.sub(r" ?<br/> ?", _BREAK, html))


def _without_empty_ends(html: str) -> str:
    """Without blanks and breaks at its ends; two walks, however many there are."""
    start, end = 0, len(html)
    while start < end and (html[start].isspace() or html.startswith(_BREAK, start)):
        start += 1 if html[start].isspace() else len(_BREAK)
    while start < end and (html[end - 1].isspace() or html.endswith(_BREAK, start, end)):
        end -= 1 if html[end - 1].isspace() else len(_BREAK)
    return html[start:end]


def plain(html: str) -> str:
    """The words alone."""
    return re.sub(r"<[^>]+>", " ", html).strip()
