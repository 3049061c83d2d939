"""What the library does for others."""

from typing import Any

from django.core.files.base import File
from wagtail.models import Page, ReferenceIndex

from core.models import BasePage
from library.models import CustomImage


def create_image(
    *,
    file: File,
    title: str,
    alt: str = "",
    credit: str = "",
    caption: str = "",
    decorative: bool = False,
    uploaded_by: Any = None,
    collection: Any = None,
) -> CustomImage:
    """Take a picture into the library.

    Raises:
        ValidationError: the picture is refused (see `library.normalise`).
    """
    image = CustomImage(
        title=title,
        description=alt,
        is_decorative=decorative,
        caption=caption,
        credit=credit,
        uploaded_by_user=uploaded_by,
    )
    if collection:
        image.collection = collection
    image.file.save(file.name or "picture", file, save=False)
    image._set_image_file_metadata()
    image.save()
    return image


def is_published(file: Any) -> bool:
    """Whether readers see this picture or file on a page."""
    return BasePage.objects.visible().filter(pk__in=_pages_using(file)).exists()


def is_used(file: Any) -> bool:
    """Whether any page, public or not, uses it."""
    return bool(_pages_using(file))


def _pages_using(file: Any) -> list[int]:
    uses = ReferenceIndex.get_references_to(file).filter(
        base_content_type__app_label=Page._meta.app_label,
        base_content_type__model=Page._meta.model_name,
    )
    return [int(key) for key in set(uses.values_list("object_id", flat=True))]
