"""Words and places of the desk."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from core.kinds import Kind
from core.templatetags.format_tags import vi_date_long
from planning.places import kinds

register = template.Library()


@register.simple_tag
def desk_line(panels: list[Any]) -> str:
    """`Thứ Hai, 23/11/2026 · 4 việc chờ bạn, 1 việc quá hạn`."""
    day = vi_date_long(timezone.localdate())
    waiting = next((panel for panel in panels if panel.name == "workflow_waiting"), None)
    if waiting is None or not waiting.count:
        return _("%s · không có việc nào chờ bạn") % day
    words = _("%(day)s · %(count)d việc chờ bạn") % {"day": day, "count": waiting.count}
    return words + (_(", %d việc quá hạn") % waiting.late if waiting.late else "")


@register.filter
def stands_in(panel: Any, column: str) -> bool:
    """Whether a panel belongs into that part of the desk; without a word of its own, `main`."""
    return bool(getattr(panel, "column", "main") == column)


WRITE = {
    Kind.NEWS: _lazy("Viết tin"),
    Kind.EVENT: _lazy("Thêm sự kiện"),
    Kind.STORY: _lazy("Viết câu chuyện"),
}


@register.simple_tag
def shortcuts(user: Any) -> list[dict[str, Any]]:
    """Where to begin writing, the most usual kind first, the others behind the last."""
    may = kinds(user)
    links = [
        {"label": label, "url": reverse("planning_write", args=[kind])}
        for kind, label in WRITE.items()
        if kind in may
    ]
    if len(may) > len(links):
        links.append({"label": _("Loại khác"), "url": reverse("planning_write_index")})
    return links
