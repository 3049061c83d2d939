"""Blocks that point elsewhere: into the site, to documents, to the web."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from core.blocks.base import ItemBlock, OurStructBlock

GROUP = _("4. Dẫn nguồn")


class WebLinkBlock(blocks.URLBlock):
    """A web address; only http and https, and no user name before the host."""

    def clean(self, value: Any) -> Any:
        """Refuse anything a browser might run, or that hides where it leads."""
        value = super().clean(value)
        if value and (
            not value.lower().startswith(("http://", "https://")) or "@" in value.split("/")[2]
        ):
            raise ValidationError(_("Chỉ nhận địa chỉ bắt đầu bằng https:// hoặc http://."))
        return value


def visible_pages(pages: Any) -> list[Any]:
    """Of the chosen pages those the public may see, in the chosen order."""
    from core.models import BasePage

    keys = [page.pk for page in pages if page]
    found = {page.pk: page for page in BasePage.objects.visible().filter(pk__in=keys).for_cards()}
    return [found[key] for key in keys if key in found]


class PagesBlock(OurStructBlock):
    """A list of chosen pages; what is not visible is left out when shown."""

    title = blocks.CharBlock(label=_("Tiêu đề"), required=False, max_length=120)

    def get_context(self, value: Any, parent_context: Any = None) -> Any:
        """Adds `pages`: the visible ones."""
        context = super().get_context(value, parent_context)
        context["pages"] = visible_pages(value["pages"])
        return context

    def plain_text(self, value: Any) -> str:
        """The titles of the visible ones."""
        return "\n".join(page.title for page in visible_pages(value["pages"]))


class LegalDocumentsBlock(PagesBlock):
    """Documents of the library that the text speaks of."""

    pages = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("Văn bản"), page_type="library.LegalDocumentPage"),
        label=_("Văn bản"),
        min_num=1,
    )

    class Meta:
        label = _("Văn bản nhắc tới")
        icon = "doc-full-inverse"
        group = GROUP
        template = "core/blocks/legal_documents.html"
        description = _("Văn bản trong thư viện mà đoạn này nhắc tới.")
        preview_value = {"title": "Văn bản nhắc tới", "pages": []}


class RelatedPagesBlock(PagesBlock):
    """Other pieces worth reading."""

    pages = blocks.ListBlock(blocks.PageChooserBlock(label=_("Trang")), label=_("Trang"), min_num=1)

    class Meta:
        label = _("Đọc thêm trên trang này")
        icon = "link"
        group = GROUP
        template = "core/blocks/related_pages.html"
        description = _("Bài, câu chuyện hay sản phẩm liên quan trên trang này.")
        preview_value = {"title": "Đọc thêm", "pages": []}


class AttachmentBlock(ItemBlock):
    """A file."""

    document = DocumentChooserBlock(label=_("Tệp"))
    title = blocks.CharBlock(
        label=_("Tên hiển thị"),
        required=False,
        max_length=160,
        help_text=_("Để trống: dùng tên tệp."),
    )


class AttachmentsBlock(OurStructBlock):
    """Files to take along."""

    title = blocks.CharBlock(
        label=_("Tiêu đề"), required=False, max_length=80, default="Tệp kèm theo"
    )
    items = blocks.ListBlock(AttachmentBlock(), label=_("Các tệp"), min_num=1)

    def plain_text(self, value: Any) -> str:
        """Names of the files."""
        names = [item["title"] or getattr(item["document"], "title", "") for item in value["items"]]
        return "\n".join(f"Tệp kèm theo: {name}" for name in names if name)

    class Meta:
        label = _("Tệp kèm theo")
        icon = "download"
        group = GROUP
        template = "core/blocks/attachments.html"
        description = _("Tệp để tải về; tên, loại và dung lượng tự hiện.")
        preview_value = {"title": "Tệp kèm theo", "items": []}


class LinkItemBlock(ItemBlock):
    """A link."""

    label = blocks.CharBlock(label=_("Tên"), max_length=160)
    url = WebLinkBlock(label=_("Địa chỉ"))
    note = blocks.CharBlock(label=_("Một câu giới thiệu"), required=False, max_length=200)


class LinksBlock(OurStructBlock):
    """Links to other sites."""

    title = blocks.CharBlock(label=_("Tiêu đề"), required=False, max_length=120)
    items = blocks.ListBlock(LinkItemBlock(), label=_("Các liên kết"), min_num=1)

    def plain_text(self, value: Any) -> str:
        """Names and notes, no addresses."""
        return "\n".join(f"{item['label']}. {item['note']}".strip() for item in value["items"])

    class Meta:
        label = _("Liên kết ngoài")
        icon = "link-external"
        group = GROUP
        template = "core/blocks/links.html"
        description = _("Trang của nơi khác, mỗi liên kết một câu giới thiệu.")
        preview_value = {
            "title": "Xem thêm ở nơi khác",
            "items": [
                {
                    "label": "Cổng Dịch vụ công quốc gia",
                    "url": "https://dichvucong.gov.vn/",
                    "note": "Tra và nộp hồ sơ.",
                }
            ],
        }


class ShowcaseCardBlock(PagesBlock):
    """A startup or product as a card inside the text."""

    pages = blocks.ListBlock(
        blocks.PageChooserBlock(
            label=_("Đơn vị hoặc sản phẩm"),
            page_type=["showcase.StartupPage", "showcase.ProductPage"],
        ),
        label=_("Đơn vị hoặc sản phẩm"),
        min_num=1,
        max_num=4,
    )

    class Meta:
        label = _("Thẻ sản phẩm")
        icon = "tag"
        group = GROUP
        template = "core/blocks/showcase_card.html"
        description = _("Giới thiệu đơn vị hoặc sản phẩm trong trang trưng bày.")
        preview_value = {"title": "", "pages": []}


class EventCardBlock(PagesBlock):
    """An event as a date block inside the text."""

    pages = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("Sự kiện"), page_type="events.EventPage"),
        label=_("Sự kiện"),
        min_num=1,
        max_num=4,
    )

    class Meta:
        label = _("Thẻ sự kiện")
        icon = "date"
        group = GROUP
        template = "core/blocks/event_card.html"
        description = _("Nhắc tới một sự kiện, kèm ngày giờ và nơi diễn ra.")
        preview_value = {"title": "", "pages": []}
