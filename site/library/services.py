"""What the library does for others."""

from typing import Any

from django.core.files.base import File

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
