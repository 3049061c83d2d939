"""Blocks of pictures, sound and film. Nothing is loaded from outside."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from core.blocks.base import ItemBlock, OurStructBlock, any_image
from core.blocks.references import WebLinkBlock

GROUP = _("2. Ảnh, tiếng, phim")


def alt_of(picture: Any) -> str:
    """Alternative text of an image block's value; '' when it is decoration or missing."""
    if not picture or getattr(picture, "decorative", False):
        return ""
    return getattr(picture, "contextual_alt_text", "") or ""


class PictureBlock(ImageBlock):
    """Wagtail's, whose first field has no label of its own. Stored and migrated as Wagtail's."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        self.child_blocks["image"].label = _("Ảnh")


class FigureBlock(OurStructBlock):
    """One picture with alternative text, caption and credit kept apart."""

    image = PictureBlock(label=_("Ảnh"))
    caption = blocks.CharBlock(label=_("Chú thích"), required=False, max_length=300)
    credit = blocks.CharBlock(label=_("Nguồn ảnh"), required=False, max_length=160)

    def plain_text(self, value: Any) -> str:
        """What the picture shows."""
        words = value["caption"] or alt_of(value["image"])
        return f"Ảnh: {words}" if words else ""

    def get_preview_value(self) -> Any:
        """A picture of the library."""
        return self.normalize(
            {
                "image": any_image(),
                "caption": "Mẻ miến đầu mùa phơi trên giàn tre.",
                "credit": "Ảnh: Ban biên tập",
            }
        )

    class Meta:
        label = _("Ảnh")
        icon = "image"
        group = GROUP
        template = "core/blocks/image.html"
        description = _("Một ảnh lớn kèm chú thích và nguồn.")


class GalleryItemBlock(ItemBlock):
    """A picture of the gallery."""

    image = PictureBlock(label=_("Ảnh"))
    caption = blocks.CharBlock(label=_("Chú thích"), required=False, max_length=200)


class GalleryBlock(OurStructBlock):
    """Several pictures side by side."""

    title = blocks.CharBlock(label=_("Tiêu đề"), required=False, max_length=120)
    items = blocks.ListBlock(GalleryItemBlock(), label=_("Các ảnh"), min_num=2, max_num=24)
    credit = blocks.CharBlock(label=_("Nguồn ảnh"), required=False, max_length=160)

    def plain_text(self, value: Any) -> str:
        """The captions."""
        words = [item["caption"] or alt_of(item["image"]) for item in value["items"]]
        return "\n".join([value["title"], *[f"Ảnh: {text}" for text in words if text]]).strip()

    def get_preview_value(self) -> Any:
        """The newest picture twice."""
        picture = {"image": any_image(), "caption": "Phiên chợ cuối tuần"}
        return self.normalize({"title": "Ảnh phiên chợ", "items": [picture, picture]})

    class Meta:
        label = _("Bộ ảnh")
        icon = "image"
        group = GROUP
        template = "core/blocks/gallery.html"
        description = _("Từ hai ảnh trở lên, xếp ô vuông.")


class SideBlock(ItemBlock):
    """One side of a comparison."""

    image = PictureBlock(label=_("Ảnh"))
    label = blocks.CharBlock(label=_("Nhãn"), max_length=80)


class BeforeAfterBlock(OurStructBlock):
    """Two pictures to compare."""

    before = SideBlock(label=_("Trước"))
    after = SideBlock(label=_("Sau"))
    caption = blocks.CharBlock(label=_("Chú thích"), required=False, max_length=300)

    def plain_text(self, value: Any) -> str:
        """Both labels and the caption."""
        sides = f"{value['before']['label']} – {value['after']['label']}"
        return f"Ảnh: {sides}. {value['caption']}".strip()

    def get_preview_value(self) -> Any:
        """The newest picture on both sides."""
        image = any_image()
        return self.normalize(
            {
                "before": {"image": image, "label": "Tháng 3"},
                "after": {"image": image, "label": "Tháng 9"},
                "caption": "Cùng một góc vườn, trước và sau khi lắp cảm biến.",
            }
        )

    class Meta:
        label = _("Trước và sau")
        icon = "arrow-right-full"
        group = GROUP
        template = "core/blocks/before_after.html"
        description = _("Hai ảnh đặt cạnh nhau để so sánh.")


class VideoBlock(OurStructBlock):
    """A film elsewhere, linked and summed up: nothing is embedded, so nobody is tracked."""

    title = blocks.CharBlock(label=_("Tên phim"), max_length=160)
    url = WebLinkBlock(label=_("Địa chỉ"))
    duration = blocks.CharBlock(
        label=_("Độ dài"), required=False, max_length=20, help_text=_("Ví dụ: 3 phút 20 giây")
    )
    summary = blocks.TextBlock(
        label=_("Tóm tắt bằng chữ"), required=False, rows=3,
        help_text=_("Cho người không xem hoặc không nghe được."),
    )  # fmt: skip
    poster = PictureBlock(label=_("Ảnh bìa"), required=False)

    def plain_text(self, value: Any) -> str:
        """Title and summary."""
        return f"Phim: {value['title']}. {value['summary']}".strip()

    class Meta:
        label = _("Phim")
        icon = "media"
        group = GROUP
        template = "core/blocks/video.html"
        description = _("Liên kết tới phim ở nơi khác, có ảnh bìa và tóm tắt. Không nhúng.")
        preview_value = {
            "title": "Một buổi sáng ở xưởng tráng bánh",
            "url": "https://video.example/xuong-trang",
            "duration": "3 phút",
            "summary": "Sáu công đoạn, từ ngâm bột đến cuốn lá.",
            "poster": None,
        }


class AudioBlock(OurStructBlock):
    """A sound file of the library with its words."""

    title = blocks.CharBlock(label=_("Tên bản ghi"), max_length=160)
    file = DocumentChooserBlock(label=_("Tệp âm thanh"), required=False)
    url = WebLinkBlock(label=_("hoặc địa chỉ ở nơi khác"), required=False)
    transcript = blocks.TextBlock(
        label=_("Lời ghi lại"),
        rows=4,
        help_text=_("Bắt buộc: để người không nghe được cũng đọc được."),
    )

    def plain_text(self, value: Any) -> str:
        """The words spoken."""
        return f"{value['title']}\n{value['transcript']}".strip()

    class Meta:
        label = _("Âm thanh")
        icon = "media"
        group = GROUP
        template = "core/blocks/audio.html"
        description = _("Bản tin hay lời kể ghi âm, kèm lời ghi lại bằng chữ.")
        preview_value = {
            "title": "Bản tin truyền thanh tuần 47",
            "file": None,
            "url": "",
            "transcript": "Kính thưa toàn thể nhân dân, sau đây là ba việc cần nhớ trong tuần.",
        }
