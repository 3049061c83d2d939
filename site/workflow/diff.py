"""What differs between two versions of a page, by Wagtail's own comparison."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.templatetags.format_tags import vi_datetime
from vietnamese import format_date

MARKED = re.compile(r"class=\"[^\"]*\b(?:addition|deletion)\b")


@dataclass(frozen=True)
class Change:
    """One field: its name and what changed, as safe HTML."""

    label: str
    html: SafeString


def changes(old: Any, new: Any, request: HttpRequest) -> list[Change]:
    """The fields in which `new` differs from `old`, in the order of the editor."""
    panel = new.get_edit_handler().get_bound_panel(instance=new, request=request, form=None)
    found = (compare(old, new) for compare in panel.get_comparison())
    drawn = [Change(str(c.field_label()), _shown(c)) for c in found if c.has_changed()]
    # A body saved by the editor counts as changed although no word of it is.
    return [change for change in drawn if MARKED.search(change.html)]


def _shown(comparison: Any) -> SafeString:
    """Wagtail's own drawing; times, dates and yes-or-no in words."""
    values = [getattr(comparison, name, None) for name in ("val_a", "val_b")]
    if not any(isinstance(value, (bool, date)) for value in values):
        return comparison.htmldiff()
    old, new = map(_words, values)
    return format_html(
        '<span class="deletion">{}</span> <span class="addition">{}</span>', old, new
    )


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, datetime):
        return vi_datetime(value)
    return format_date(value) if isinstance(value, date) else _("để trống")


def changes_since_live(page: Any, request: HttpRequest) -> list[Change]:
    """Against what is public; nothing for a page that never was."""
    if not page.live or not page.live_revision_id:
        return []
    return changes(page.live_revision.as_object(), page, request)
