"""Blocks of running text."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.base import (
    RICH_TEXT_FEATURES,
    SHORT_RICH_TEXT_FEATURES,
    ItemBlock,
    OurStructBlock,
    PlainTextMixin,
    rich_to_plain,
)

GROUP = _("1. Chữ")


class ParagraphBlock(PlainTextMixin, blocks.RichTextBlock):
    """Headings, paragraphs, lists and links."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    def plain_text(self, value: Any) -> str:
        """Paragraphs as lines."""
        return rich_to_plain(value)

    def clean(self, value: Any) -> Any:
        """An empty one is no mistake: the body leaves it out."""
        return super().clean(value) if rich_to_plain(value) else value

    class Meta:
        label = _("Đoạn văn")
        icon = "pilcrow"
        group = GROUP
        template = "core/blocks/paragraph.html"
        description = _("Chữ thường, tiêu đề nhỏ, danh sách, liên kết.")
        preview_value = (
            "<h2>Từ quyển sổ đến tấm thẻ</h2><p>Cách làm không có gì cao siêu: "
            "mỗi giàn phơi một tấm thẻ, mỗi tấm thẻ một mã.</p>"
        )


class QuoteBlock(OurStructBlock):
    """Words of a person, with the name as the person agreed to."""

    text = blocks.TextBlock(label=_("Câu nói"), rows=3)
    name = blocks.CharBlock(label=_("Người nói"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("Vai trò"), required=False, max_length=160)

    def plain_text(self, value: Any) -> str:
        """The words, then who said them."""
        who = ", ".join(part for part in (value["name"], value["role"]) if part)
        return f"“{value['text']}” ({who})" if who else f"“{value['text']}”"

    class Meta:
        label = _("Trích lời")
        icon = "openquote"
        group = GROUP
        template = "core/blocks/quote.html"
        description = _("Lời một người, kèm tên và vai trò như họ đã đồng ý.")
        preview_value = {
            "text": "Bà con không phải học phần mềm. Bà con chỉ phải chụp một tấm ảnh.",
            "name": "Một thành viên",
            "role": "Nhóm Ruộng Số",
        }


class CalloutBlock(OurStructBlock):
    """Something to notice beside the text."""

    kind = blocks.ChoiceBlock(
        label=_("Kiểu"),
        choices=[("note", _("Ghi chú")), ("tip", _("Mẹo")), ("warning", _("Lưu ý"))],
        default="note",
    )
    title = blocks.CharBlock(label=_("Tiêu đề"), required=False, max_length=120)
    text = blocks.RichTextBlock(label=_("Nội dung"), features=SHORT_RICH_TEXT_FEATURES)

    def plain_text(self, value: Any) -> str:
        """Title, then text."""
        return "\n".join(part for part in (value["title"], rich_to_plain(value["text"])) if part)

    class Meta:
        label = _("Hộp ghi chú")
        icon = "info-circle"
        group = GROUP
        template = "core/blocks/callout.html"
        description = _("Điều cần nhớ, mẹo hay lưu ý, tách khỏi mạch bài.")
        preview_value = {
            "kind": "tip",
            "title": "Mẹo nhỏ",
            "text": "<p>Chụp ảnh lúc tám giờ sáng, cạnh cửa sổ, tắt đèn trong nhà.</p>",
        }


class StepBlock(ItemBlock):
    """One step."""

    title = blocks.CharBlock(label=_("Việc cần làm"), max_length=160)
    text = blocks.TextBlock(label=_("Cách làm"), required=False, rows=2)


class StepsBlock(OurStructBlock):
    """Numbered steps of how to do a thing."""

    title = blocks.CharBlock(label=_("Tiêu đề"), required=False, max_length=120)
    items = blocks.ListBlock(StepBlock(), label=_("Các bước"), min_num=1)

    def plain_text(self, value: Any) -> str:
        """“Bước 1: …” line by line."""
        lines = [value["title"]] if value["title"] else []
        for number, item in enumerate(value["items"], start=1):
            lines.append(f"Bước {number}: {item['title']}. {item['text']}".strip())
        return "\n".join(lines)

    class Meta:
        label = _("Các bước")
        icon = "list-ol"
        group = GROUP
        template = "core/blocks/steps.html"
        description = _("Hướng dẫn theo thứ tự, mỗi bước một việc.")
        preview_value = {
            "title": "Tự tạo mã truy xuất",
            "items": [
                {"title": "Ghi bốn ô", "text": "Hộ nào, ruộng nào, ngày tráng, ngày phơi."},
                {"title": "In mã", "text": "Máy in tem của tổ lấy bốn ô ấy in thành mã."},
            ],
        }


class QuestionBlock(ItemBlock):
    """A question and its answer."""

    question = blocks.CharBlock(label=_("Câu hỏi"), max_length=200)
    answer = blocks.RichTextBlock(label=_("Trả lời"), features=SHORT_RICH_TEXT_FEATURES)


class FaqBlock(OurStructBlock):
    """Questions people ask."""

    title = blocks.CharBlock(label=_("Tiêu đề"), required=False, max_length=120)
    items = blocks.ListBlock(QuestionBlock(), label=_("Hỏi và đáp"), min_num=1)

    def plain_text(self, value: Any) -> str:
        """Question, answer, question, answer."""
        lines = [value["title"]] if value["title"] else []
        for item in value["items"]:
            lines += [f"Hỏi: {item['question']}", f"Đáp: {rich_to_plain(item['answer'])}"]
        return "\n".join(lines)

    class Meta:
        label = _("Hỏi đáp")
        icon = "help"
        group = GROUP
        template = "core/blocks/faq.html"
        description = _("Câu hỏi bà con hay hỏi và câu trả lời, bấm để mở.")
        preview_value = {
            "title": "Hỏi nhanh",
            "items": [
                {
                    "question": "Hộ kinh doanh có phải trả phí khi dùng mã không?",
                    "answer": "<p>Năm đầu không. Từ năm sau trả tiền tem.</p>",
                }
            ],
        }


class TermBlock(ItemBlock):
    """A word and what it means."""

    term = blocks.CharBlock(label=_("Từ"), max_length=80)
    meaning = blocks.TextBlock(label=_("Nghĩa"), rows=2)


class GlossaryBlock(OurStructBlock):
    """Words explained."""

    title = blocks.CharBlock(label=_("Tiêu đề"), required=False, max_length=120)
    items = blocks.ListBlock(TermBlock(), label=_("Giải thích"), min_num=1)

    def plain_text(self, value: Any) -> str:
        """“Từ: nghĩa” line by line."""
        lines = [value["title"]] if value["title"] else []
        return "\n".join(lines + [f"{item['term']}: {item['meaning']}" for item in value["items"]])

    class Meta:
        label = _("Giải thích từ")
        icon = "clipboard-list"
        group = GROUP
        template = "core/blocks/glossary.html"
        description = _("Từ khó trong bài, mỗi từ một câu giải thích.")
        preview_value = {
            "title": "Từ trong bài",
            "items": [
                {"term": "Truy xuất nguồn gốc", "meaning": "Biết hàng từ đâu ra, qua tay ai."}
            ],
        }
