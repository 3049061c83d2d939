"""Controlled terms: a name, an address, an order."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core import slugs
from vietnamese import clean, slugify, sort_key


class NamedTerm(index.Indexed, models.Model):
    """A term editors choose from a list; it keeps its address when the name changes."""

    name = models.CharField(_("Tên"), max_length=120, unique=True)
    slug = models.SlugField(
        _("Địa chỉ"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_("Để trống: tự đặt theo tên."),
    )
    name_sort = models.CharField(max_length=255, editable=False, db_index=True)

    panels = [FieldPanel("name"), FieldPanel("slug")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        abstract = True
        ordering = ["name_sort"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Clean the name, keep the address, give it its place in Vietnamese order."""
        self.name = clean(self.name)
        self.name_sort = sort_key(self.name)
        if not self.slug:
            others = type(self)._default_manager.exclude(pk=self.pk)
            base = slugify(self.name, max_length=110) or "muc"
            self.slug = slugs.unused(base, lambda slug: others.filter(slug=slug).exists())
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Topic(NamedTerm):
    """What an item is about; one list for the whole site, kept by the editors."""

    description = models.TextField(
        _("Mô tả"), blank=True, help_text=_("Một câu, hiện ở đầu trang chủ đề.")
    )

    panels = [*NamedTerm.panels, FieldPanel("description")]

    class Meta(NamedTerm.Meta):
        verbose_name = _("chủ đề")
        verbose_name_plural = _("chủ đề")

    def get_absolute_url(self) -> str:
        """The list of everything filed under this topic."""
        return reverse("topic", args=[self.slug])
