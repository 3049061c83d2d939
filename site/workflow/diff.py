"""What differs between two versions of a page, by Wagtail's own comparison."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Change:
    """One field: its name and what changed, as safe HTML."""

    label: str
    html: SafeString


def changes(old: Any, new: Any, request: HttpRequest) -> list[Change]:
    """The fields in which `new` differs from `old`, in the order of the editor."""
    panel = new.get_edit_handler().get_bound_panel(instance=new, request=request, form=None)
    found = (compare(old, new) for compare in panel.get_comparison())
    return [Change(str(c.field_label()), c.htmldiff()) for c in found if c.has_changed()]


def changes_since_live(page: Any, request: HttpRequest) -> list[Change]:
    """Against what is public; nothing for a page that never was."""
    if not page.live or not page.live_revision_id:
        return []
    return changes(page.live_revision.as_object(), page, request)
