"""Blocks that lead the reader to do something."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.base import OurStructBlock
from core.blocks.references import WebLinkBlock

GROUP = _("5. Việc làm tiếp")


class ButtonBlock(OurStructBlock):
    """One button that says what it does."""

    label = blocks.CharBlock(
        label=_("Chữ trên nút"),
        max_length=60,
        help_text=_("Một việc cụ thể: “Đăng ký gian trưng bày”."),
    )
    page = blocks.PageChooserBlock(label=_("Trang trên trang này"), required=False)
    url = WebLinkBlock(label=_("hoặc địa chỉ ở nơi khác"), required=False)

    def clean(self, value: Any) -> Any:
        """Exactly one target."""
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            message = ValidationError(_("Chọn một trang hoặc ghi một địa chỉ, không cả hai."))
            raise StructBlockValidationError(block_errors={"url": message})
        return cleaned

    def plain_text(self, value: Any) -> str:
        """A button is not read out."""
        return ""

    class Meta:
        label = _("Nút bấm")
        icon = "arrow-right"
        group = GROUP
        template = "core/blocks/button.html"
        description = _("Một nút dẫn tới việc cụ thể.")
        preview_value = {
            "label": "Đăng ký gian trưng bày",
            "page": None,
            "url": "https://vi-du.example/",
        }


class ContactCardBlock(OurStructBlock):
    """An office to turn to. Never a private person: those have their own tables."""

    name = blocks.CharBlock(label=_("Nơi liên hệ"), max_length=160)
    role = blocks.CharBlock(label=_("Lo việc gì"), required=False, max_length=200)
    phone = blocks.CharBlock(label=_("Điện thoại cơ quan"), required=False, max_length=40)
    email = blocks.EmailBlock(label=_("Thư điện tử cơ quan"), required=False)
    hours = blocks.CharBlock(label=_("Giờ làm việc"), required=False, max_length=160)

    def plain_text(self, value: Any) -> str:
        """Name, task, phone, hours."""
        return ". ".join(value[key] for key in ("name", "role", "phone", "hours") if value[key])

    class Meta:
        label = _("Nơi liên hệ")
        icon = "mail"
        group = GROUP
        template = "core/blocks/contact_card.html"
        description = _("Cơ quan, bộ phận để hỏi; không ghi số riêng của cá nhân.")
        preview_value = {
            "name": "Bộ phận hỗ trợ khởi nghiệp",
            "role": "Hướng dẫn hồ sơ, giới thiệu sản phẩm",
            "phone": "0209 000 0000",
            "email": "hotro@phuong.example",
            "hours": "Thứ Hai đến thứ Sáu, 7:30–17:00",
        }


class ProcedureBlock(OurStructBlock):
    """A public service, linked at the national portal, never copied."""

    name = blocks.CharBlock(label=_("Tên thủ tục"), max_length=255)
    code = blocks.CharBlock(label=_("Mã thủ tục"), required=False, max_length=40)
    url = WebLinkBlock(
        label=_("Địa chỉ trên Cổng Dịch vụ công quốc gia"), default="https://dichvucong.gov.vn/"
    )
    note = blocks.CharBlock(label=_("Lưu ý"), required=False, max_length=200)

    def plain_text(self, value: Any) -> str:
        """Name and note."""
        return f"Thủ tục: {value['name']}. {value['note']}".strip()

    class Meta:
        label = _("Thủ tục hành chính")
        icon = "clipboard-list"
        group = GROUP
        template = "core/blocks/procedure.html"
        description = _("Dẫn tới thủ tục trên Cổng Dịch vụ công quốc gia.")
        preview_value = {
            "name": "Đăng ký thành lập hộ kinh doanh",
            "code": "",
            "url": "https://dichvucong.gov.vn/",
            "note": "Nộp hoàn toàn qua mạng.",
        }
