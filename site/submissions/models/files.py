"""Files that came with a submission: kept apart, under names of our own, with no address."""

from typing import Any, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from submissions.files.storage import quarantine, quarantine_name


class SubmissionFileQuerySet(models.QuerySet["SubmissionFile"]):
    """Words about files."""

    def pictures(self) -> Self:
        """In the order the sender gave them."""
        return self.filter(kind=SubmissionFile.Kind.PICTURE)

    def certificates(self) -> Self:
        """PDF certificates."""
        return self.filter(kind=SubmissionFile.Kind.CERTIFICATE)

    def usable(self) -> Self:
        """Scanned, or no scanner is set."""
        return self.filter(state=SubmissionFile.State.CLEAN)

    def standing(self) -> Self:
        """All but those whose bytes were deleted as infected."""
        return self.exclude(state=SubmissionFile.State.INFECTED)


class SubmissionFile(models.Model):
    """A picture, re-encoded, or a PDF, cleaned. What came in is not kept."""

    class Kind(models.TextChoices):
        """What it is."""

        PICTURE = "picture", _("Ảnh")
        CERTIFICATE = "certificate", _("Giấy chứng nhận (PDF)")

    class State(models.TextChoices):
        """Whether it may leave the quarantine."""

        WAITING = "waiting", _("Chờ quét")
        CLEAN = "clean", _("Sạch")
        INFECTED = "infected", _("Có mã độc")

    draft = models.ForeignKey(
        "submissions.Draft", null=True, blank=True, on_delete=models.SET_NULL, related_name="files"
    )
    submission = models.ForeignKey(
        "submissions.Submission",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="files",
    )
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PICTURE)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    file = models.FileField(upload_to=quarantine_name, storage=quarantine)
    name = models.CharField(_("Tên tệp của người gửi"), max_length=120, blank=True)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField(default=0)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    digest = models.CharField(max_length=64, help_text="SHA-256 of the bytes that came in")
    alt = models.CharField(_("Trong ảnh có gì"), max_length=300, blank=True)
    has_person = models.BooleanField(_("Thấy rõ mặt người"), null=True)
    """None: nobody was asked."""
    order = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    image = models.ForeignKey(
        "library.CustomImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="the picture of the library it became",
    )

    objects = SubmissionFileQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("tệp của hồ sơ")
        verbose_name_plural = _("tệp của hồ sơ")

    def __str__(self) -> str:
        return self.name or self.get_kind_display()

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """The bytes go once the row is gone for good."""
        name, storage = self.file.name, self.file.storage
        done = super().delete(*args, **kwargs)
        if name:
            transaction.on_commit(lambda: storage.delete(name))
        return done

    def drop_bytes(self) -> None:
        """Keep the row and delete the bytes: nobody reads them again. The caller saves."""
        name, storage = self.file.name, self.file.storage
        self.file.name, self.size = "", 0
        if name:
            transaction.on_commit(lambda: storage.delete(name))
