"""Pictures, documents, legal documents."""

import datetime
import io

import factory
from django.core.files.base import ContentFile
from PIL import Image

from library.models import CustomDocument, LegalDocumentIndexPage, LegalDocumentPage
from library.services import create_image
from tests.factories.pages import BasePageFactory


def make_image(
    title="Ảnh", alt="Miến phơi trên giàn tre", size=(640, 480), colour="sienna", **more
):
    """A picture of the library."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG")
    file = ContentFile(out.getvalue(), name="anh.jpg")
    return create_image(file=file, title=title, alt=alt, **more)


class DocumentFactory(factory.django.DjangoModelFactory):
    title = factory.Sequence(lambda n: f"Tệp {n}")
    file = factory.LazyFunction(lambda: ContentFile(b"%PDF-1.7\n%%EOF", name="tep.pdf"))

    class Meta:
        model = CustomDocument


class LegalDocumentPageFactory(BasePageFactory):
    title = factory.Sequence(lambda n: f"Kế hoạch số {n} về khởi nghiệp")
    number = factory.Sequence(lambda n: f"{n + 1}/KH-UBND")
    doc_kind = "ke-hoach"
    issued_on = datetime.date(2026, 5, 15)
    sapo = None
    parent = factory.LazyFunction(LegalDocumentIndexPage.objects.get)

    class Meta:
        model = LegalDocumentPage
