"""STUB until the real one is in place."""
from wagtail.documents.models import AbstractDocument, Document


class CustomDocument(AbstractDocument):
    admin_form_fields = Document.admin_form_fields
