"""Registrations of core with the admin."""

from django.db import models
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets.slug import SlugInput
from wagtail.snippets.models import register_snippet

from core.rich_text import register_foreign_words
from core.viewsets import PlanTaskViewSet, TagViewSet, TopicViewSet
from vietnamese import JS_FORMATTERS


class VietnameseSlugInput(SlugInput):
    """The slug field, whose JavaScript writes the same address as the server."""

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__(attrs=attrs, formatters=JS_FORMATTERS)


hooks.register("register_rich_text_features", register_foreign_words)
register_form_field_override(models.SlugField, override={"widget": VietnameseSlugInput})
register_snippet(TopicViewSet)
register_snippet(PlanTaskViewSet)
register_snippet(TagViewSet)
