"""Receivers that keep core's own columns and the visibility snapshot true."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import ModelLogEntry, Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from core import visibility


def connect() -> None:
    """Called once when the app is ready."""
    for signal in (page_published, page_unpublished):
        signal.connect(_tree_changed, dispatch_uid="core.visibility")
    post_page_move.connect(_moved, dispatch_uid="core.moved")
    pre_save.connect(_without_names, sender=ModelLogEntry, dispatch_uid="core.without_names")
    for signal in (post_save, post_delete):
        for sender in (PageViewRestriction, Page):
            signal.connect(
                _tree_changed, sender=sender, dispatch_uid=f"core.visibility.{sender.__name__}"
            )


def _tree_changed(**kwargs: Any) -> None:
    visibility.forget()


def _without_names(instance: ModelLogEntry, **kwargs: Any) -> None:
    """The record outlives what a person takes back: it names a row about people by its kind."""
    from core.viewsets import PeopleViewSet

    model = instance.content_type.model_class()
    if isinstance(getattr(model, "snippet_viewset", None), PeopleViewSet):
        instance.label = f"{model._meta.verbose_name} {instance.object_id}"


def _moved(instance: Page, **kwargs: Any) -> None:
    """A page filed under another column or startup takes that one's facet."""
    from core.models import BasePage

    visibility.forget()
    for page in BasePage.objects.descendant_of(instance, inclusive=True).specific():
        page.refresh_facet_group()
