"""The body of every page: blocks in five groups, with template, preview, search, plain text."""

from typing import Any

from wagtail import blocks

from core.blocks.action import ButtonBlock, ContactCardBlock, ProcedureBlock
from core.blocks.base import body_plain_text, rich_to_plain
from core.blocks.data import BarChartBlock, DataTableBlock, KeyFactsBlock, TimelineBlock
from core.blocks.media import (
    AudioBlock,
    BeforeAfterBlock,
    FigureBlock,
    GalleryBlock,
    VideoBlock,
)
from core.blocks.references import (
    AttachmentsBlock,
    EventCardBlock,
    LegalDocumentsBlock,
    LinksBlock,
    RelatedPagesBlock,
    ShowcaseCardBlock,
    WebLinkBlock,
)
from core.blocks.text import (
    CalloutBlock,
    FaqBlock,
    GlossaryBlock,
    ParagraphBlock,
    QuoteBlock,
    StepsBlock,
)

__all__ = ["BodyBlock", "StepsBlock", "WebLinkBlock", "body_plain_text", "rich_to_plain"]


class BodyBlock(blocks.StreamBlock):
    """Everything an editor may put into a page. There is no raw HTML."""

    paragraph = ParagraphBlock()
    quote = QuoteBlock()
    callout = CalloutBlock()
    steps = StepsBlock()
    faq = FaqBlock()
    glossary = GlossaryBlock()
    image = FigureBlock()
    gallery = GalleryBlock()
    before_after = BeforeAfterBlock()
    video = VideoBlock()
    audio = AudioBlock()
    key_facts = KeyFactsBlock()
    table = DataTableBlock()
    bar_chart = BarChartBlock()
    timeline = TimelineBlock()
    legal_documents = LegalDocumentsBlock()
    attachments = AttachmentsBlock()
    related_pages = RelatedPagesBlock()
    links = LinksBlock()
    showcase_card = ShowcaseCardBlock()
    event_card = EventCardBlock()
    button = ButtonBlock()
    contact_card = ContactCardBlock()
    procedure = ProcedureBlock()

    def to_python(self, value: Any) -> blocks.StreamValue:
        """The stream; what is no block at all is left out, so that the rest can be read."""
        if isinstance(value, (list, dict)):
            rows = value if isinstance(value, list) else []
            value = [row for row in rows if not isinstance(row, dict) or "type" in row]
            if any(isinstance(row, dict) for row in value):
                value = [row for row in value if isinstance(row, dict)]
            else:
                value = [row for row in value if isinstance(row, (tuple, list)) and len(row) > 1]
        return super().to_python(value)

    def clean(self, value: Any) -> blocks.StreamValue:
        """Without the paragraphs nobody wrote in; a draft keeps them open for the writer."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        kept = [
            (child.block_type, child.value, child.id)
            for child in cleaned
            if child.block_type != "paragraph" or rich_to_plain(child.value)
        ]
        return blocks.StreamValue(self, kept)

    def plain_text(self, value: Any) -> str:
        """The whole body as plain text."""
        return body_plain_text(value)
