"""What a legal document consists of: its files, and how it stands to others."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from library.models.legal import LegalDocumentPage


class LegalFile(Orderable):
    """A file of the document."""

    page = ParentalKey(LegalDocumentPage, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "library.CustomDocument",
        verbose_name=_("Tệp"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    label = models.CharField(_("Tên hiển thị"), max_length=160, blank=True)

    panels = [FieldPanel("document"), FieldPanel("label")]

    class Meta(Orderable.Meta):
        verbose_name = _("tệp văn bản")
        verbose_name_plural = _("tệp văn bản")


class DocumentRelation(Orderable):
    """How a document stands to another, of the library or by number only."""

    class Kind(models.TextChoices):
        """The relation, read from this document."""

        REPLACES = "replaces", _("Thay thế")
        AMENDS = "amends", _("Sửa đổi")
        BASED_ON = "based_on", _("Căn cứ")
        IMPLEMENTS = "implements", _("Triển khai")

    BACKWARD = {
        "replaces": _("Được thay thế bởi"),
        "amends": _("Được sửa đổi bởi"),
        "based_on": _("Là căn cứ của"),
        "implements": _("Được triển khai bởi"),
    }

    page = ParentalKey(LegalDocumentPage, on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("Quan hệ"), max_length=20, choices=Kind.choices)
    target = models.ForeignKey(
        LegalDocumentPage,
        verbose_name=_("Văn bản trong thư viện"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    number = models.CharField(_("hoặc số, ký hiệu"), max_length=60, blank=True)

    panels = [FieldPanel("kind"), FieldRowPanel([FieldPanel("target"), FieldPanel("number")])]

    class Meta(Orderable.Meta):
        verbose_name = _("quan hệ văn bản")
        verbose_name_plural = _("quan hệ văn bản")

    def clean(self) -> None:
        """One of the two."""
        super().clean()
        if not self.target_id and not self.number:
            raise ValidationError({"target": _("Chọn một văn bản hoặc ghi số, ký hiệu.")})
