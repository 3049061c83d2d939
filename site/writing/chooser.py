"""Choosing a page by its kind, the newest first, instead of walking down the tree.

Wagtail's chooser asks the hook `construct_page_chooser_queryset` which pages to list, when
browsing and when searching: both answers are given here.
"""

from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Length, Substr
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin.views.chooser import page_models_from_string
from wagtail.models import Page, get_page_models
from wagtail.query import PageQuerySet

from core.kinds import CONTENT_KINDS, Kind
from core.models import BasePage
from vietnamese import clean, fold

TREE, NEWEST = "cay", "moi"
"""Values of the parameter `loai` beside those of the kinds."""


class ChooserQuerySet(PageQuerySet):
    """Searched in the database, marks ignored, whichever search engine the site runs on."""

    def autocomplete(self, query: str, *args: Any, **kwargs: Any) -> QuerySet:
        """Pages with every word in title or sapo, the newest first."""
        found = self
        for word in clean(query).split()[:12]:
            folded = Q(basepage__folded_text__contains=fold(word))
            found = found.filter(folded | Q(draft_title__icontains=word))
        return found.order_by(F("latest_revision_created_at").desc(nulls_last=True), "-pk")


def desired_models(request: HttpRequest) -> tuple[type[Page], ...]:
    """Which types this chooser takes; (Page,) for any. Nonsense is left to Wagtail's view."""
    try:
        return page_models_from_string(request.GET.get("page_type") or "wagtailcore.page")
    except (ValueError, LookupError):
        return (Page,)


def offered_kinds(request: HttpRequest) -> list[str]:
    """The kinds that hold a page this chooser takes, in the order of the menu."""
    desired = desired_models(request)
    models = [m for m in get_page_models() if issubclass(m, desired) and issubclass(m, BasePage)]
    kinds = {model.page_kind for model in models}
    return [kind.value for kind in CONTENT_KINDS if kind in kinds]


def current(request: HttpRequest) -> str:
    """What is listed: a kind, all kinds together, or the tree."""
    match = request.resolver_match
    asked = request.GET.get("loai")
    kinds = offered_kinds(request)
    if not kinds or request.GET.get("user_perms"):
        return TREE  # a listing page, or a place to move or copy to
    if asked in (*kinds, NEWEST, TREE):
        return str(asked)
    below = bool(match and match.kwargs.get("parent_page_id"))
    return TREE if below else NEWEST


def choices(request: HttpRequest) -> list[dict[str, Any]]:
    """The choice above the list; [] where there is nothing to choose."""
    kinds = offered_kinds(request)
    if not kinds or request.GET.get("user_perms"):
        return []
    words = [(kind, str(Kind(kind).label)) for kind in kinds] if len(kinds) > 1 else []
    now = current(request)
    return [
        {"value": value, "label": label, "current": value == now}
        for value, label in [(NEWEST, _("Mới nhất")), *words, (TREE, _("Cây trang"))]
    ]


def pages_to_choose(pages: QuerySet, request: HttpRequest) -> QuerySet:
    """For the hook: the flat list of a kind; in a search our own way of searching."""
    kind = current(request)
    searching = bool(request.GET.get("q"))
    if kind == TREE and not searching:
        return pages
    found = ChooserQuerySet(model=Page).filter(depth__gt=1)
    if kind != TREE:
        kinds = offered_kinds(request) if kind == NEWEST else [kind]
        found = found.type(*desired_models(request)).filter(basepage__kind__in=kinds)
    if searching:
        return found
    above = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
    parent = Page.objects.filter(path=above, depth__gt=1).values("draft_title")
    newest = F("latest_revision_created_at").desc(nulls_last=True)
    found = found.annotate(under=Subquery(parent[:1])).order_by(newest, "-pk")
    return found.defer_streamfields().specific()
