"""What one may ask of a listing of pages."""

from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, MultipleUserFilter, WagtailFilterSet

from core.models import BasePage, Topic
from vietnamese import clean, fold
from writing.states import State


def writers(request: Any) -> QuerySet:
    """Accounts that own a page."""
    return get_user_model().objects.filter(owned_pages__isnull=False).distinct()


class TopicFilter(django_filters.ModelMultipleChoiceFilter):
    """As the first topic or any other."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """Pages on one of the topics."""
        if not value:
            return qs
        others = BasePage.topics.through.objects.filter(topic__in=value)
        keys = others.values("basepage_id")
        return qs.filter(Q(primary_topic__in=value) | Q(pk__in=keys))


class BelowFilter(django_filters.ModelMultipleChoiceFilter):
    """Pages below one of the chosen pages: a column, a startup."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """By the path in the tree."""
        below = Q()
        for page in value or ():
            below |= Q(path__startswith=page.path)
        return qs.filter(below)


class KindFilterSet(WagtailFilterSet):
    """State, writer, days and topic; each kind adds its own."""

    state = django_filters.MultipleChoiceFilter(
        label=_("Tình trạng"), choices=State.choices, widget=CheckboxSelectMultiple
    )
    mine = django_filters.ChoiceFilter(
        label=_("Của tôi"),
        choices=[("toi", _("Tôi viết hoặc sửa lần cuối"))],
        empty_label=_("Của mọi người"),
        method="filter_mine",
        widget=RadioSelect,
    )
    owner = MultipleUserFilter(
        label=_("Người viết"), queryset=writers, widget=CheckboxSelectMultiple
    )
    first_published_at = django_filters.DateFromToRangeFilter(
        label=_("Đăng lần đầu"), widget=DateRangePickerWidget
    )
    latest_revision_created_at = django_filters.DateFromToRangeFilter(
        label=_("Sửa lần cuối"), widget=DateRangePickerWidget
    )
    topic = TopicFilter(
        label=_("Chủ đề"), queryset=Topic.objects.all(), widget=CheckboxSelectMultiple
    )

    def filter_mine(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Mine: I began it, or was the last to save it."""
        user = self.request.user
        return queryset.filter(Q(owner=user) | Q(latest_revision__user=user)) if value else queryset


def containing(pages: QuerySet, words: str) -> QuerySet:
    """Pages whose title or sapo holds every word, marks ignored; drafts by their newest title."""
    found = pages
    for word in clean(words).split()[:12]:
        folded = Q(folded_text__contains=fold(word))
        found = found.filter(folded | Q(draft_title__icontains=word))
    return found
