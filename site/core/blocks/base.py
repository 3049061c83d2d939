"""What all our blocks share: plain text for feeds and loudspeaker, searchable text, a preview."""

import logging
from typing import Any

from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.rich_text import RichText, get_text_for_indexing

from vietnamese import clean

logger = logging.getLogger(__name__)

RICH_TEXT_FEATURES = [
    "h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "foreign",
]  # fmt: skip
SHORT_RICH_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link", "foreign"]


def rich_to_plain(value: Any) -> str:
    """Text of a rich text value, paragraphs parted by line breaks, no markup."""
    source = value.source if isinstance(value, RichText) else str(value or "")
    for end in ("</p>", "</li>", "</h2>", "</h3>", "</h4>", "<br/>", "<br>"):
        source = source.replace(end, f"{end}\n")
    return clean(get_text_for_indexing(strip_tags(source)), multiline=True).strip()


def any_image() -> Any:
    """Some picture of the library for block previews, or None in an empty library."""
    return get_image_model().objects.order_by("-pk").first()


class PlainTextMixin:
    """A block that can say itself in plain text.

    `plain_text` joins the block's own words, sentence by sentence, without markup, in reading
    order. By default it takes every child that holds text.
    """

    def plain_text(self, value: Any) -> str:
        """The block as plain text; '' when it holds nothing to read out."""
        return "\n".join(part for part in self.get_searchable_content(value) if part)  # type: ignore[attr-defined]


class OurStructBlock(PlainTextMixin, blocks.StructBlock):
    """Base of all struct blocks of the body."""


class ItemBlock(blocks.StructBlock):
    """A row inside a list block."""


def body_plain_text(stream: Any) -> str:
    """The whole body as plain text, blocks parted by blank lines.

    A block that fails (a missing picture, a deleted page) is left out; the others stand.
    """
    parts = []
    for number in range(len(stream or [])):
        try:
            child = stream[number]
            text = child.block.plain_text(child.value)
        except (AttributeError, LookupError, TypeError, ValueError):
            logger.exception("Block %s has no plain text", number + 1)
            continue
        if text:
            parts.append(text)
    return "\n\n".join(parts)
