"""Free tags through django-taggit, one for all spellings that differ only in case or marks."""

from typing import Any, Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

from vietnamese import clean, fold, slugify


class TagQuerySet(models.QuerySet["Tag"]):
    """Finds a tag by any spelling: “Khoi nghiep”, “KHỞI NGHIỆP” and “khởi nghiệp” are one."""

    def _by_folded_name(self, kwargs: dict[str, Any]) -> dict[str, Any]:
        for lookup in ("name__iexact", "name"):
            if lookup in kwargs:
                kwargs["folded"] = fold(kwargs.pop(lookup))
        if "name__in" in kwargs:
            kwargs["folded__in"] = [fold(name) for name in kwargs.pop("name__in")]
        return kwargs

    def filter(self, *args: Any, **kwargs: Any) -> Self:
        """As Django's, names compared folded."""
        return super().filter(*args, **self._by_folded_name(kwargs))

    def get(self, *args: Any, **kwargs: Any) -> "Tag":
        """As Django's, names compared folded."""
        return super().get(*args, **self._by_folded_name(kwargs))

    def get_or_create(
        self, defaults: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple["Tag", bool]:
        """The tag of that meaning, in the spelling first written."""
        name = kwargs.get("name") or kwargs.get("name__iexact") or ""
        try:
            return self.get(folded=fold(name)), False
        except self.model.DoesNotExist:
            return self.create(name=(defaults or {}).get("name", name)), True


class Tag(TagBase):
    """A free word an editor puts on an item."""

    folded = models.CharField(max_length=120, unique=True, editable=False)
    free_tagging = True

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["folded"]
        verbose_name = _("từ khóa")
        verbose_name_plural = _("từ khóa")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Clean the name and keep its folded form, which is what makes it unique."""
        self.name = clean(self.name)[:100]
        self.folded = fold(self.name)[:120]
        super().save(*args, **kwargs)

    def slugify(self, tag: str, i: int | None = None) -> str:
        """ASCII address of the tag."""
        slug = slugify(tag, max_length=90) or "tu-khoa"
        return slug if i is None else f"{slug}-{i + 1}"

    def get_absolute_url(self) -> str:
        """The list of everything that carries this tag."""
        return reverse("tag", args=[self.slug])


class PageTag(ItemBase):
    """The tie between a page and a tag."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="tagged_pages")
    content_object = ParentalKey(
        "core.BasePage", on_delete=models.CASCADE, related_name="tagged_items"
    )

    class Meta:
        unique_together = [("tag", "content_object")]
