"""Small fixes: a slip of the pen in what is public goes straight to the final step.

Offered only where title, pictures, figures and legal references are as they are published.
"""

import json
import re
from collections import Counter
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from wagtail.models import Task, WorkflowState

from workflow.models import Route
from workflow.services.decisions import NotAllowed, submit

BOOKKEEPING = {
    "content_updated_at", "draft_title", "first_published_at", "folded_text",
    "has_unpublished_changes", "id", "pk",
    "initial", "last_published_at", "latest_revision", "latest_revision_created_at", "listed_at",
    "live", "live_revision", "locked", "locked_at", "locked_by", "numchild", "owner", "sort_order",
    "title_sort", "wagtail_admin_comments", "year",
}  # fmt: skip
WORDS = {
    "title": _lazy("tiêu đề"), "slug": _lazy("địa chỉ trang"), "lead_image": _lazy("ảnh chính"),
    "legal": _lazy("văn bản liên quan"),
}  # fmt: skip
DOCUMENT = re.compile(r"\d+(?:/\d{4})?/[\w&-]*[A-ZĐÀ-Ỹ][\w&-]*")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
TAG = re.compile(r"<[^>]+>")
LINK = re.compile(r"<(?:a|embed)\s[^>]*>")  # of rich text; editors add keys to other tags


def small_fix_hindrance(page: Any) -> str:
    """Why the newest draft is no small fix, in words; '' where it is one."""
    if not page.live or not page.live_revision_id or not page.has_unpublished_changes:
        return _("Chỉ bài đang trên trang và có sửa đổi mới sửa nhỏ được.")
    if page.withdrawn_at:
        return _("Bài đã gỡ.")
    old, new = (_decoded(r.content) for r in (page.live_revision, page.get_latest_revision()))
    for name in ("title", "slug", "lead_image"):
        if old.get(name) != new.get(name):
            return _("Đã đổi %s.") % WORDS[name]
    if _legal(old) != _legal(new):
        return _("Đã đổi %s.") % WORDS["legal"]
    if fixed_parts(old) != fixed_parts(new):
        return _("Đã đổi con số, ngày, ảnh hoặc liên kết.")
    return ""


def send_small_fix(*, page: Any, user: Any) -> WorkflowState:
    """Straight to the final step.

    Raises:
        NotAllowed: it is more than a small fix, or under way already.
    """
    if hindrance := small_fix_hindrance(page):
        raise NotAllowed(hindrance)
    return submit(page=page, user=user, code=Route.Code.SMALL)


def leave_if_grown(state: WorkflowState) -> Task | None:
    """Put a passage on the small route whose text has grown onto the route of the page's type.

    Returns:
        The first step of that route; None where the passage stays.
    """
    if not Route.objects.filter(workflow_id=state.workflow_id, code=Route.Code.SMALL).exists():
        return None
    page = state.content_object.specific
    if not small_fix_hindrance(page):
        return None
    state.workflow = page.get_workflow()
    state.save()
    return state.workflow.tasks.filter(active=True).first()


def _legal(content: dict[str, Any]) -> tuple[Any, Counter[str]]:
    numbers = Counter(
        match for text in _texts(content) for match in DOCUMENT.findall(TAG.sub(" ", text))
    )
    return sorted(content.get("legal_references") or []), numbers


def fixed_parts(content: dict[str, Any]) -> list[str]:
    """Everything that is a figure, a date, a choice, an address or a reference, in its order."""
    return list(_walk(_decoded(content), ""))


def _walk(value: Any, name: str) -> Any:
    if name in BOOKKEEPING:
        return
    if name == "tagged_items":  # the form writes them anew, in whatever order
        yield from sorted(f"tag={item['tag']}" for item in value)
    elif isinstance(value, dict):
        if value.get("type") == "item" and "value" in value:  # of a list, as editors save it
            value = {"value": value["value"]}
        for key in sorted(value):
            yield from _walk(value[key], key if key not in ("value", "type") else name)
    elif isinstance(value, list):
        for child in value:
            yield from _walk(child, name)
    elif isinstance(value, str):
        yield from _fixed_parts(value, name)
    elif value is not None:
        yield f"{name}={value}"


def _fixed_parts(text: str, name: str) -> Any:
    if text and not re.search(r"\s", text):  # one word: a choice, an address, a key
        yield f"{name}={text}"
        return
    yield from LINK.findall(text)
    yield from NUMBER.findall(TAG.sub(" ", text))


def _decoded(value: Any) -> Any:
    """A StreamField stands in a revision as JSON in a string."""
    if isinstance(value, dict):
        return {key: _decoded(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_decoded(child) for child in value]
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            return _decoded(json.loads(value))
        except ValueError:
            return value
    return value


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        for key, child in value.items():
            if key not in BOOKKEEPING:
                yield from _texts(child)
    elif isinstance(value, list):
        for child in value:
            yield from _texts(child)
    elif isinstance(value, str):
        yield value
