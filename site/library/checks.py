"""Legal documents a page speaks of: well written, linked to the library, still in force."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from core.checklist import Finding
from core.kinds import Kind
from library.models import LegalDocumentPage
from library.models.legal import NUMBER_PATTERN, Effect

MENTION = re.compile(
    r"(?<![\w/.])(\d{1,5}[A-Za-z]?(?:\s?/\s?\d{4})?\s?[/–-]\s?"
    r"(?:[A-ZĐ]{1,8}[A-ZĐ0-9]*(?:\s?-\s?[A-ZĐ0-9]{1,14})*|[a-zđ]{2,8}(?:-[a-zđ]{2,14})+))(?![\w/])"
)
"""A number and symbol as people type them, blanks and small letters and all."""
SHOWN = 4
WELL_WRITTEN = re.compile(NUMBER_PATTERN)


def mentions(text: str) -> list[str]:
    """Numbers of documents in `text`, as typed, each once. `27/11` and `5/12/2026` are days."""
    found = (match[1] for match in MENTION.finditer(text))
    return list(dict.fromkeys(number for number in found if re.search(r"[A-Za-zĐđ]{2}", number)))


def document_numbers(page: Any) -> Iterator[Finding]:
    """Numbers not written as the State writes them, and documents that are not linked."""
    if page.page_kind == Kind.DOCUMENT:
        return
    text = "\n".join(filter(None, (page.title, page.sapo, getattr(page, "plain_text", ""))))
    numbers = mentions(text)
    crooked = [number for number in numbers if not WELL_WRITTEN.match(number)]
    if crooked:
        hint = _("Viết liền, chữ hoa, như 209/KH-UBND hoặc 224/2026/NĐ-CP: %s.")
        count = _("%d số") % len(crooked)
        yield Finding(
            _("Số hiệu văn bản viết chưa đúng:"), count, False, hint=hint % _listed(crooked)
        )
    yield from _against_the_library(page, set(numbers) - set(crooked))


def _against_the_library(page: Any, numbers: set[str]) -> Iterator[Finding]:
    linked = set(_linked(page))
    if not numbers and not linked:
        return
    rows = LegalDocumentPage.objects.visible()
    known = dict(rows.filter(number__in=numbers).values_list("number", "pk"))
    loose = sorted(number for number, pk in known.items() if pk not in linked)
    if loose:
        hint = _("Gắn ở mục “Văn bản liên quan” để người đọc mở được: %s.") % _listed(loose)
        yield Finding(
            _("Văn bản có trong thư viện mà chưa gắn vào bài:"),
            _("%d văn bản") % len(loose), False, hint=hint,
        )  # fmt: skip
    unknown = sorted(numbers - known.keys())
    if unknown:
        hint = _("Kiểm lại số hiệu, hoặc thêm văn bản vào thư viện: %s.") % _listed(unknown)
        count = _("%d văn bản") % len(unknown)
        yield Finding(_("Văn bản chưa có trong thư viện:"), count, False, hint=hint)
    over = rows.filter(pk__in=linked | set(known.values()), effect=Effect.EXPIRED)
    names = [document.code for document in over]
    if names:
        hint = _("Nói rõ trong bài là đã hết hiệu lực, hoặc dẫn văn bản thay thế: %s.")
        count = _("%d văn bản") % len(names)
        yield Finding(_("Dẫn văn bản đã hết hiệu lực:"), count, False, hint=hint % _listed(names))


def _linked(page: Any) -> Iterator[int]:
    """Documents the page names in its field, its body or the links of its text."""
    references = getattr(page, "legal_references", None)
    if references is not None:
        yield from (document.pk for document in references.all())
    body = getattr(page, "body", None)
    for block in body.raw_data if body else ():
        if isinstance(block, dict):
            yield from _keys(block.get("value"))


def _keys(value: Any) -> Iterator[int]:
    if isinstance(value, dict):
        for row in value.get("pages") or []:
            key = row.get("value") if isinstance(row, dict) else row
            if isinstance(key, int):
                yield key
        for child in value.values():
            yield from _keys(child)
    elif isinstance(value, str):
        for tag in re.findall(r"<a\b[^>]*>", value):
            key = re.search(r'\bid="(\d+)"', tag)
            if key and 'linktype="page"' in tag:
                yield int(key[1])


def _listed(words: list[str]) -> str:
    more = _(" và %d nữa") % (len(words) - SHOWN) if len(words) > SHOWN else ""
    return ", ".join(words[:SHOWN]) + more
