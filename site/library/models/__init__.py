"""Models of the library."""

from library.models.documents import CustomDocument
from library.models.images import CustomImage, CustomRendition
from library.models.legal import LegalDocumentIndexPage, LegalDocumentPage
from library.models.legal_parts import DocumentRelation, LegalFile

__all__ = [
    "CustomDocument",
    "CustomImage",
    "CustomRendition",
    "DocumentRelation",
    "LegalDocumentIndexPage",
    "LegalDocumentPage",
    "LegalFile",
]
