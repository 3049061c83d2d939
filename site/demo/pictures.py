"""Pictures of the demo, taken into the library once, and the renditions of the home page."""

from django.core.files.base import ContentFile
from wagtail.models import Collection

from demo.content_files import PICTURES
from demo.lookup import Lookup
from library.models import CustomImage
from library.services import create_image

COLLECTION = "Nội dung mẫu"
CREDIT = "Tranh minh họa: Ban biên tập"


def load_pictures(lookup: Lookup, alts: dict[str, str]) -> int:
    """Take every picture into the library that is not there yet.

    Args:
        lookup: gets the pictures by file stem.
        alts: alternative text by stem.

    Returns:
        How many were new.
    """
    collection = Collection.objects.filter(name=COLLECTION).first()
    if collection is None:
        collection = Collection.get_first_root_node().add_child(name=COLLECTION)
    known = {image.title: image for image in CustomImage.objects.filter(collection=collection)}
    new = 0
    for path in sorted(PICTURES.glob("*.webp")):
        title = f"Tranh mẫu: {path.stem}"
        if title not in known:
            known[title] = create_image(
                file=ContentFile(path.read_bytes(), name=path.name),
                title=title,
                alt=alts.get(path.stem, "Tranh minh họa"),
                credit=CREDIT,
                collection=collection,
            )
            new += 1
        lookup.pictures[path.stem] = known[title]
    return new
