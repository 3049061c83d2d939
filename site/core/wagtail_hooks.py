"""Registrations of core with the admin."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.admin.widgets.slug import SlugInput
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from core.rich_text import register_foreign_words
from core.viewsets import PlanTaskViewSet, TagViewSet, TopicViewSet
from core.widgets import DateInput, DateTimeInput
from vietnamese import JS_FORMATTERS


class VietnameseSlugInput(SlugInput):
    """The slug field, whose JavaScript writes the same address as the server."""

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__(attrs=attrs, formatters=JS_FORMATTERS)


@hooks.register("insert_global_admin_css")
def admin_style() -> SafeString:
    """Our colours and faces in the admin."""
    names = ("fonts", "admin/admin", "admin/files")
    files = [(static(f"css/{name}.css"),) for name in names]
    return format_html_join("", '<link rel="stylesheet" href="{}">', files)


@hooks.register("insert_global_admin_js")
def file_fields() -> SafeString:
    """The browser's own words on a file field, covered by ours."""
    return format_html('<script type="module" src="{}"></script>', static("js/admin/files.js"))


@hooks.register("construct_wagtail_userbar")
def check_what_was_written(request: HttpRequest, items: list[Any], page: Page | None) -> None:
    """Wagtail's content checks look at the item, not at the frame no editor can change."""
    for item in items:
        if isinstance(item, ContentCheckerItem):
            item.axe_include = ["main"]


@hooks.register("before_move_page")
def ask_before_moving(request: HttpRequest, page: Page, destination: Page) -> None:
    """Wagtail's page of confirmation asks for no right.

    Raises:
        PermissionDenied: for whoever may not move it there.
    """
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


hooks.register("register_rich_text_features", register_foreign_words)
register_form_field_override(models.DateField, override={"widget": DateInput})
register_form_field_override(models.DateTimeField, override={"widget": DateTimeInput})
register_form_field_override(models.SlugField, override={"widget": VietnameseSlugInput})
register_snippet(TopicViewSet)
register_snippet(PlanTaskViewSet)
register_snippet(TagViewSet)
