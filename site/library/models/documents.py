"""Files people may download."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument

from library.names import download_name, random_name


def document_upload_to(instance: models.Model, filename: str) -> str:
    """`documents/<128 random bits>.<ending>`."""
    return f"documents/{random_name(filename)}"


class CustomDocument(AbstractDocument):
    """A file of the library; on disk under a random name, downloaded under its title."""

    file = models.FileField(_("Tệp"), upload_to=document_upload_to)

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("Tệp")
        verbose_name_plural = _("Tệp")
        permissions: ClassVar[Any] = [("choose_document", "Can choose document")]

    def clean(self) -> None:
        """Wagtail's check of the ending, where there is a file: a form may lack the field."""
        if self.file:
            super().clean()

    @property
    def filename(self) -> str:
        """Name in the address and in the reader's download folder."""
        return download_name(self.title, self.file.name)
