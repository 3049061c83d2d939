"""Where a person may write what: kinds, page types and the pages they stand under."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page, get_page_models
from wagtail.permissions import page_permission_policy

from core.kinds import CONTENT_KINDS, Kind
from core.models import BasePage


@dataclass(frozen=True)
class Place:
    """A page type and a page it may be written under."""

    model: type[BasePage]
    parent: Page

    @property
    def key(self) -> str:
        """Tells it from the other places of its kind."""
        return f"{self.model._meta.model_name}-{self.parent.pk}"

    @property
    def route(self) -> list[Any]:
        """Arguments of Wagtail's create view."""
        meta = self.model._meta
        return [meta.app_label, meta.model_name, self.parent.pk]


def page_types(kind: str) -> list[type[BasePage]]:
    """Page types of this kind that are written by hand."""
    found = [
        model
        for model in get_page_models()
        if issubclass(model, BasePage) and model.is_creatable and model.page_kind == kind
    ]
    return sorted(found, key=lambda model: model._meta.label)


def places(user: Any, kind: str, *, query: str = "") -> list[Place]:
    """Every place where `user` may add a page of `kind`, in the order of the tree.

    Args:
        user: whose page permissions count.
        kind: of `core.kinds`.
        query: words the parent's title holds.
    """
    found = []
    for model in page_types(kind):
        for parent in _parents(user, model, query):
            may_add = parent.permissions_for_user(user).can_add_subpage()
            if may_add and model.can_create_at(parent):
                found.append(Place(model, parent))
    return found


def kinds(user: Any) -> list[Kind]:
    """The kinds this person may write somewhere."""
    return [kind for kind in CONTENT_KINDS if _has_place(user, kind)]


def _has_place(user: Any, kind: str) -> bool:
    return any(
        model.can_create_at(parent)
        for model in page_types(kind)
        for parent in _parents(user, model, "")[:3]
    )


def _parents(user: Any, model: type[BasePage], query: str) -> Any:
    """Pages of the types it may stand under, where the user may add; not withdrawn ones."""
    allowed = page_permission_policy.instances_user_has_permission_for(user, "add")
    types = [
        parent for parent in model.allowed_parent_page_models() if issubclass(parent, BasePage)
    ]
    rows = BasePage.objects.filter(pk__in=allowed.values("pk"), withdrawn_at__isnull=True)
    rows = rows.type(*types) if types else rows.none()
    if query:
        rows = rows.containing(query)
    return rows.order_by("path")
