"""What a new page begins with: the template chosen and the entry of the calendar.

Wagtail's signal for a new page tells no request, so the hook that comes just before keeps what
the address asked for; both run within one request, and each new one overwrites it.
"""

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.blocks import StreamValue
from wagtail.signals import init_new_page

from core.kinds import Kind
from planning import registry, services
from planning.models import PieceTemplate, PlanEntry

TEMPLATE, ENTRY = "mau", "ke-hoach"
"""Names in the address."""


@dataclass(frozen=True)
class Start:
    """What was asked for and may be had."""

    template: PieceTemplate | None = None
    entry: PlanEntry | None = None


_start: ContextVar[Start | None] = ContextVar("start", default=None)


def connect() -> None:
    """Called once when the app is ready."""
    init_new_page.connect(fill, dispatch_uid="planning.start")


def entry_of(request: HttpRequest, kind: str | None = None) -> PlanEntry | None:
    """The entry the request names: open, without a page, this person's to write, of that kind."""
    key = request.POST.get(ENTRY) or request.GET.get(ENTRY) or ""
    if not key.isdecimal():
        return None
    rows = PlanEntry.objects.for_user(request.user).open().filter(page__isnull=True)
    rows = rows.filter(kind=kind) if kind else rows
    return rows.filter(pk=int(key[:18])).first()


def template_of(request: HttpRequest, kind: str) -> PieceTemplate | None:
    """The template the request names, if it is of that kind."""
    key = request.GET.get(TEMPLATE, "")
    return PieceTemplate.objects.filter(kind=kind, key=key).first() if key else None


def remember(request: HttpRequest, parent: Any, page_class: Any) -> None:
    """For `before_create_page`."""
    kind = getattr(page_class, "page_kind", "")
    if request.method == "GET" and kind:
        _start.set(Start(template_of(request, kind), entry_of(request, kind)))
    else:
        _start.set(None)


def tie_new_page(request: HttpRequest, page: Any) -> None:
    """For `after_create_page`."""
    entry = entry_of(request, getattr(page, "page_kind", ""))
    if entry is not None:
        services.tie(entry=entry, page=page, user=request.user)


def fill(page: Any, parent: Any = None, **kwargs: Any) -> None:
    """Headings and prompts of the template, words of the entry; else a first empty paragraph."""
    start = _start.get() or Start()
    _start.set(None)
    if template := start.template:
        _fill_from(page, template)
    elif getattr(page, "page_kind", "") == Kind.NEWS and not page.body:
        page.body = _stream(page.body, [{"type": "paragraph", "value": ""}])
    if entry := start.entry:
        page.title = entry.title
        page.sapo = entry.summary or page.sapo


def _fill_from(page: Any, template: PieceTemplate) -> None:
    page.sapo = template.sapo
    if hasattr(page, "body"):
        rows = [{"type": row["type"], "value": row["value"]} for row in template.body.raw_data]
        page.body = _stream(page.body, rows)
    piece = registry.piece(template.key)
    for name, words in (piece.fields if piece else {}).items():
        setattr(page, name, str(words))


def _stream(body: StreamValue, rows: list[dict[str, Any]]) -> StreamValue:
    return StreamValue(body.stream_block, rows, is_lazy=True)
