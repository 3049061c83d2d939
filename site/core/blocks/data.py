"""Blocks of figures: each is text first, drawing second, so that it reads aloud and prints."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from core.blocks.base import SHORT_RICH_TEXT_FEATURES, ItemBlock, OurStructBlock, rich_to_plain
from vietnamese import format_number

GROUP = _("3. Số liệu")


class FigureItemBlock(ItemBlock):
    """A number and what it counts."""

    value = blocks.CharBlock(label=_("Số"), max_length=40, help_text=_("Ví dụ: 2.000 hoặc 3,5"))
    unit = blocks.CharBlock(label=_("Đơn vị"), required=False, max_length=40)
    label = blocks.CharBlock(label=_("Nghĩa của số"), max_length=200)


class KeyFactsBlock(OurStructBlock):
    """The numbers of the piece, in a row."""

    title = blocks.CharBlock(
        label=_("Tiêu đề"), required=False, max_length=80, default="Điểm chính"
    )
    items = blocks.ListBlock(FigureItemBlock(), label=_("Các số"), min_num=1, max_num=6)

    def plain_text(self, value: Any) -> str:
        """“2.000 gói: đã dán mã” line by line."""
        lines = [value["title"]] if value["title"] else []
        for item in value["items"]:
            lines.append(f"{item['value']} {item['unit']}".strip() + f": {item['label']}")
        return "\n".join(lines)

    class Meta:
        label = _("Con số chính")
        icon = "order"
        group = GROUP
        template = "core/blocks/key_facts.html"
        description = _("Ba đến sáu con số đáng nhớ nhất của bài.")
        preview_value = {
            "title": "Điểm chính",
            "items": [
                {"value": "2.000", "unit": "", "label": "gói dán mã trong sáu tuần"},
                {"value": "11", "unit": "hộ", "label": "tham gia, không thu phí năm đầu"},
            ],
        }


class DataTableBlock(OurStructBlock):
    """A table with a caption; the first column heads its row."""

    caption = blocks.CharBlock(label=_("Tên bảng"), max_length=200)
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Chữ"), required=False)),
            ("number", blocks.CharBlock(label=_("Số"), required=False)),
            (
                "rich_text",
                blocks.RichTextBlock(
                    label=_("Chữ có định dạng"), required=False, features=SHORT_RICH_TEXT_FEATURES
                ),
            ),
        ],
        label=_("Bảng"),
    )
    source = blocks.CharBlock(label=_("Nguồn số liệu"), required=False, max_length=200)

    def plain_text(self, value: Any) -> str:
        """Row by row, “cột: giá trị”."""
        lines = [value["caption"]]
        headings = [column["heading"] for column in value["table"].columns]
        for row in value["table"].rows:
            cells = (rich_to_plain(cell.value) for cell in row)
            lines.append(
                "; ".join(f"{head}: {cell}" for head, cell in zip(headings, cells, strict=False))
            )
        return "\n".join(lines)

    class Meta:
        label = _("Bảng")
        icon = "table"
        group = GROUP
        template = "core/blocks/table.html"
        description = _("Bảng số liệu có tên; bảng rộng tự cuộn trên điện thoại.")
        preview_value = {
            "caption": "Chi phí một mẻ sấy",
            "table": {
                "columns": [
                    {"type": "text", "heading": "Khoản"},
                    {"type": "number", "heading": "Nghìn đồng"},
                ],
                "rows": [{"values": ["Điện", "12"]}, {"values": ["Công", "80"]}],
            },
            "source": "",
        }

    def get_preview_value(self) -> Any:
        """The table above, as an editor would have saved it."""
        return self.to_python(dict(self.meta.preview_value))


class BarBlock(ItemBlock):
    """A bar."""

    label = blocks.CharBlock(label=_("Nhãn"), max_length=80)
    value = blocks.FloatBlock(label=_("Giá trị"), min_value=0)


class BarChartBlock(OurStructBlock):
    """Bars drawn on the server from the numbers, which stand beside them."""

    title = blocks.CharBlock(label=_("Tên biểu đồ"), max_length=160)
    unit = blocks.CharBlock(label=_("Đơn vị"), required=False, max_length=40)
    items = blocks.ListBlock(BarBlock(), label=_("Các cột"), min_num=2, max_num=20)
    source = blocks.CharBlock(label=_("Nguồn số liệu"), required=False, max_length=200)

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        """Adds `bars`: label, formatted number and share of the largest, 0 to 100."""
        context = super().get_context(value, parent_context)
        largest = max((item["value"] or 0 for item in value["items"]), default=0) or 1
        context["bars"] = [
            {
                "label": item["label"],
                "number": format_number(item["value"] or 0),
                "share": round(100 * (item["value"] or 0) / largest),
            }
            for item in value["items"]
        ]
        return context

    def plain_text(self, value: Any) -> str:
        """“nhãn: số đơn vị” line by line."""
        lines = [value["title"]]
        for item in value["items"]:
            lines.append(
                f"{item['label']}: {format_number(item['value'] or 0)} {value['unit']}".strip()
            )
        return "\n".join(lines)

    class Meta:
        label = _("Biểu đồ cột")
        icon = "history"
        group = GROUP
        template = "core/blocks/bar_chart.html"
        description = _("So sánh vài con số bằng cột ngang.")
        preview_value = {
            "title": "Số gói dán mã theo tuần",
            "unit": "gói",
            "items": [{"label": "Tuần 1", "value": 120}, {"label": "Tuần 2", "value": 310}],
            "source": "Sổ ghi của tổ hợp tác",
        }


class MomentBlock(ItemBlock):
    """A moment."""

    when = blocks.CharBlock(label=_("Khi nào"), max_length=60)
    text = blocks.TextBlock(label=_("Chuyện gì"), rows=2)


class TimelineBlock(OurStructBlock):
    """What happened when."""

    title = blocks.CharBlock(label=_("Tiêu đề"), required=False, max_length=120)
    items = blocks.ListBlock(MomentBlock(), label=_("Các mốc"), min_num=1)

    def plain_text(self, value: Any) -> str:
        """“khi nào: chuyện gì” line by line."""
        lines = [value["title"]] if value["title"] else []
        return "\n".join(lines + [f"{item['when']}: {item['text']}" for item in value["items"]])

    class Meta:
        label = _("Các mốc thời gian")
        icon = "time"
        group = GROUP
        template = "core/blocks/timeline.html"
        description = _("Chuyện diễn ra theo thứ tự thời gian.")
        preview_value = {
            "title": "Từ ý tưởng đến mẻ đầu",
            "items": [
                {"when": "Tháng 3", "text": "Vẽ bản đầu tiên trên giấy."},
                {"when": "Tháng 9", "text": "Mẻ nghệ đầu sấy bằng nắng."},
            ],
        }
