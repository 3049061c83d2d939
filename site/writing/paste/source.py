"""Read what an office program put on the clipboard: away with what is no text of the author's."""

import re
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

# What Word writes for readers that know no lists or pictures: the markers inside are needed.
_CONDITIONAL: Final = re.compile(r"<!\[(?:if[^\]]*|endif)\]>")
_FRAGMENT: Final = re.compile(r"<!--\s*StartFragment\s*-->(.*?)<!--\s*EndFragment\s*-->", re.S)
_GONE: Final = (
    "head", "style", "script", "meta", "link", "title", "xml", "img", "svg", "object", "iframe",
    "form", "input", "button", "select", "textarea", "template", "noscript", "video", "audio",
    "canvas", "math", "colgroup", "col",
)  # fmt: skip
_GONE_CLASSES: Final = {
    "MsoCommentReference", "MsoCommentText", "msocomanchor", "msocomtxt", "WACAltTextDescribedBy",
}  # fmt: skip
_GONE_STYLES: Final = (
    "mso-element:comment",
    "mso-comment-reference",
    "display:none",
    "mso-hide:all",
)
MARKER: Final = "mso-list:ignore"


def style_of(tag: Tag) -> str:
    """Its inline style: lower case, no spaces."""
    return re.sub(r"\s+", "", str(tag.get("style") or "")).lower()


def read_source(html: str) -> BeautifulSoup:
    """The copied fragment without styles, comments, pictures and what only Word understands."""
    found = _FRAGMENT.search(html)
    soup = BeautifulSoup(_CONDITIONAL.sub("", found[1] if found else html), "html.parser")
    for note in soup.find_all(string=lambda piece: isinstance(piece, PreformattedString)):
        note.extract()  # comments, declarations, processing instructions
    for tag in soup.find_all(_is_gone):
        if not tag.decomposed:
            tag.decompose()
    return soup


def _is_gone(tag: Tag) -> bool:
    if tag.name in _GONE or tag.name.startswith(("v:", "w:", "m:")):
        return True
    classes = tag.get("class") or []
    if _GONE_CLASSES.intersection([classes] if isinstance(classes, str) else classes):
        return True
    style = style_of(tag)
    return any(word in style for word in _GONE_STYLES)
