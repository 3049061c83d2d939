"""Emptying pages: the row stays so that its address answers 410; no word of it stays."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import StreamField
from wagtail.models import Page, PageLogEntry, WorkflowState

from core.models import BasePage
from vietnamese import slugify
from workflow.models import Publication
from workflow.services import withdraw_on_request

KEPT = ("slug", "path", "url_path", "expired", "content_type", "locale", "owner")


def scrub(page: Any, names: Iterable[str]) -> None:
    """Off the site, then without content, revisions, comments and history in words.

    Args:
        page: of any type.
        names: of the person, and what the page was called; an address that spells one of them
            gives way to a neutral one.
    """
    withdraw_on_request(page=page)
    page = type(page).objects.get(pk=page.pk)
    _empty(page)
    page.save(clean=False)
    slugs = [slug for name in names if len(slug := slugify(name)) > 3]
    if any(slug in page.slug for slug in slugs):
        _readdress(page)
    _forget_history(page)
    for slug in slugs:
        Redirect.objects.filter(old_path__contains=slug, redirect_page_id=page.pk).delete()


def with_what_is_below(pages: Iterable[Any]) -> list[Any]:
    """The pages and their children, parents first: a product is shown by its unit alone."""
    found: dict[int, Any] = {}
    for page in pages:
        rows = BasePage.objects.descendant_of(page, inclusive=True).order_by("path")
        found |= {row.pk: row for row in rows.specific()}
    return sorted(found.values(), key=lambda row: row.path)


def _readdress(page: Any) -> None:
    """A neutral address, without the redirect from the old one that saving would leave behind."""
    slug, old = f"{page.page_kind.value}-{page.uuid.hex[:12]}", page.url_path
    new = f"{page.get_parent().url_path}{slug}/"
    Page.objects.filter(pk=page.pk).update(slug=slug, url_path=new)
    page._update_descendant_url_paths(old, new)


def _empty(page: Any) -> None:
    for field in page._meta.concrete_fields:
        if field.name not in KEPT and field.editable and not field.primary_key:
            _empty_field(page, field)
    page.title = page.draft_title = _("Nội dung đã xóa")
    page.withdrawn_note = ""
    page.wagtail_admin_comments.all().delete()
    for relation in get_all_child_relations(page):
        getattr(page, relation.get_accessor_name()).set([])
    for field in page._meta.many_to_many:
        if field.editable:
            getattr(page, field.name).clear()
    page.tags.clear()


def _empty_field(page: Any, field: Any) -> None:
    if isinstance(field, StreamField):
        setattr(page, field.name, [])
    elif isinstance(field, (models.CharField, models.TextField)):
        if not field.choices:
            setattr(page, field.name, "")
    elif field.is_relation and field.null and not isinstance(field, models.OneToOneField):
        setattr(page, field.name, None)


def _forget_history(page: Any) -> None:
    """Who did what and when stays; what it was called and what was said of it goes."""
    page.revisions.all().delete()
    Page.objects.filter(pk=page.pk).update(latest_revision_created_at=None)
    PageLogEntry.objects.filter(page=page.pk).update(label=page.title, data={})
    Publication.objects.filter(page=page.pk).update(page_title=page.title)
    states = WorkflowState.objects.filter(
        object_id=str(page.pk), base_content_type=page.get_base_content_type()
    )
    states.update(current_task_state=None)
