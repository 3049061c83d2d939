"""Abstract parts that several page types take up whole: fields, panels and search together."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from core.blocks import BodyBlock, body_plain_text

SYLLABLES_A_MINUTE = 240


class WithBody(models.Model):
    """A body of blocks."""

    body = StreamField(BodyBlock(), verbose_name=_("Nội dung"), blank=True, use_json_field=True)

    body_panels = [FieldPanel("body")]
    body_search_fields = [index.SearchField("body")]

    class Meta:
        abstract = True

    @property
    def plain_text(self) -> str:
        """The body without markup, for feeds, cards and the loudspeaker."""
        return body_plain_text(self.body)

    @property
    def reading_minutes(self) -> int:
        """Whole minutes a calm reader needs, at least 1."""
        return max(1, round(len(self.plain_text.split()) / SYLLABLES_A_MINUTE))


class ListingMixin(models.Model):
    """A page that lists others: an introduction, and what stands above the list."""

    intro = models.TextField(
        _("Lời giới thiệu"), blank=True, help_text=_("Một hoặc hai câu dưới tiêu đề.")
    )

    intro_panels = [FieldPanel("intro")]

    class Meta:
        abstract = True
