"""Words of planning for templates of the admin."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.kinds import COVER_KINDS
from planning.starting import ENTRY

register = template.Library()
WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


@register.filter
def tone(kind: str) -> str:
    """The colour of a kind: `news`, `story`, `product`, `event` or `neutral`."""
    return COVER_KINDS.get(kind, "neutral")


@register.filter
def weekday_short(day: Any) -> str:
    """`T2` to `CN`."""
    return WEEKDAYS[day.weekday()]


@register.filter
def clock(moment: Any) -> str:
    """`07:30` of a plain time."""
    return f"{moment:%H:%M}" if moment else ""


@register.simple_tag(takes_context=True)
def plan_entry_field(context: Any) -> SafeString | str:
    """The entry a new page is written for, kept in the form of Wagtail's create view."""
    request = context["request"]
    key = request.POST.get(ENTRY) or request.GET.get(ENTRY) or ""
    if not key.isdecimal():
        return ""
    return format_html('<input type="hidden" name="{}" value="{}">', ENTRY, key)
