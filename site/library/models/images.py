"""Pictures and their renditions."""

from typing import Any, ClassVar

from django.core.files.base import File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    WagtailImageField,
    WagtailImageFieldFile,
    get_upload_to,
)

from library.names import random_name
from library.normalise import normalise


class OriginalFile(WagtailImageFieldFile):
    """A stored original. Whatever way a picture comes in, it is normalised here."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Normalise, then store.

        Raises:
            ValidationError: see `library.normalise.normalise`.
        """
        clean = normalise(content)
        super().save(clean.name or name, clean, save=save)


class OriginalField(WagtailImageField):
    """Image field whose files are normalised before they are stored."""

    attr_class = OriginalFile


class People(models.TextChoices):
    """Whether people can be recognised in a picture, and what they said."""

    NONE = "none", _("Không thấy rõ mặt ai")
    AGREED = "agreed", _("Có người, họ hoặc người giám hộ đã đồng ý")
    PUBLIC = "public", _("Có người, chụp tại sự kiện công khai")
    UNKNOWN = "unknown", _("Chưa hỏi: chỉ dùng nội bộ, chưa đăng")


class CustomImage(AbstractImage):
    """A picture with everything a caption and a blind reader need."""

    file = OriginalField(
        verbose_name=_("Tệp ảnh"),
        upload_to=get_upload_to,
        width_field="width",
        height_field="height",
    )
    description = models.CharField(
        _("Mô tả ảnh cho người không nhìn thấy"),
        max_length=300,
        blank=True,
        default="",
        help_text=_(
            "Một câu nói điều thấy trong ảnh. Ví dụ: Miến phơi trên giàn tre trước sân nhà."
        ),
    )
    # Not `decorative`: Wagtail sets an attribute of that name on every instance (ImageBlock).
    is_decorative = models.BooleanField(
        _("Ảnh chỉ để trang trí"),
        default=False,
        help_text=_("Ảnh không nói thêm điều gì: máy đọc sẽ bỏ qua."),
    )
    caption = models.CharField(_("Chú thích"), max_length=300, blank=True)
    credit = models.CharField(
        _("Nguồn ảnh"), max_length=160, blank=True, help_text=_("Ví dụ: Ảnh: Nguyễn Văn A")
    )
    people = models.CharField(
        _("Người trong ảnh"), max_length=10, choices=People.choices, default=People.NONE
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "is_decorative",
        "caption",
        "credit",
        "people",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("Ảnh")
        verbose_name_plural = _("Ảnh")
        permissions: ClassVar[Any] = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self) -> str:
        """What a screen reader says; '' for decoration."""
        return "" if self.is_decorative else self.description

    def get_upload_to(self, filename: str) -> str:
        """`original_images/<128 random bits>.<ending>`."""
        return f"original_images/{random_name(filename)}"


class CustomRendition(AbstractRendition):
    """A picture at one size and in one format."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="library_one_rendition"
            )
        ]

    def get_upload_to(self, filename: str) -> str:
        """`images/<128 random bits>.<ending>`: nothing in it leads to the original."""
        return f"images/{random_name(filename)}"
