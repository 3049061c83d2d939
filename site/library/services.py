"""STUB."""
from library.models import CustomImage


def create_image(*, file, title, alt="", credit="", caption="", decorative=False, uploaded_by_user=None, collection=None):
    from willow.image import Image as W
    image = CustomImage(title=title, alt=alt, credit=credit, caption=caption, collection=collection)
    image.file = file
    image.width, image.height = W.open(file).get_size()
    image.save()
    return image
