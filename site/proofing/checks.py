"""What proofing finds in a page, as findings of the checklist."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from core.checklist import Finding
from core.models import BasePage
from proofing.models import OfficialName
from proofing.names import miswritten
from proofing.passages import passages
from proofing.typography import Slip, slips

SHOWN = 3
LINK = re.compile(r"<a\b[^>]*>", re.IGNORECASE)
ATTRIBUTE = re.compile(r'\b(linktype|id)="([^"]*)"')


def typography(page: Any) -> Iterator[Finding]:
    """Slips of spacing, punctuation and figures, gathered by kind."""
    found: dict[str, list[tuple[Slip, str]]] = {}
    for passage in passages(page):
        for slip in slips(passage.text):
            where = _capital(passage.where)
            found.setdefault(slip.rule.code, []).append((slip, where))
    for places in found.values():
        rule = places[0][0].rule
        quoted = "; ".join(f"“{slip.around}” ({where})" for slip, where in places[:SHOWN])
        hint = _("%(advice)s. %(places)s") % {"advice": _capital(rule.advice), "places": quoted}
        yield Finding(str(rule.words), _("%d chỗ") % len(places), good=False, hint=hint)


def official_names(page: Any) -> Iterator[Finding]:
    """Names of bodies in another spelling than the glossary's."""
    names = list(OfficialName.objects.values_list("name", flat=True))
    if not names:
        return
    places = Counter(
        (found.written, found.right)
        for passage in passages(page)
        for found in miswritten(passage.text, names)
    )
    for (written, right), count in places.most_common():
        words = _("Viết “%(right)s”, không viết “%(written)s”:")
        text = words % {"right": right, "written": written}
        yield Finding(text, _("%d chỗ") % count, good=False)


def internal_links(page: Any) -> Iterator[Finding]:
    """Links to pages that are gone or that no reader can open, and to files that are gone."""
    links = [link for passage in passages(page) for link in _links(passage.source)]
    pages = {key for kind, key in links if kind == "page"}
    files = {key for kind, key in links if kind == "document"}
    if not pages | files:
        return
    known = dict(BasePage.objects.filter(pk__in=pages).values_list("pk", "title"))
    open_ones = set(BasePage.objects.visible().filter(pk__in=pages).values_list("pk", flat=True))
    gone = len(pages - known.keys()) + len(files - _existing_files(files))
    if gone:
        hint = _("Trang hoặc tệp được dẫn tới đã bị xóa. Chọn lại hoặc bỏ liên kết.")
        yield Finding(_("Liên kết hỏng:"), _("%d liên kết") % gone, good=False, hint=hint)
    closed = [known[key] for key in sorted(known.keys() - open_ones)]
    if closed:
        names = ", ".join(f"“{name}”" for name in closed[:SHOWN])
        hint = _("Người đọc chưa mở được: %s.") % names
        count = _("%d liên kết") % len(closed)
        yield Finding(_("Liên kết tới trang chưa đăng hoặc đã gỡ:"), count, good=False, hint=hint)


def _links(source: str) -> Iterator[tuple[str, int]]:
    for tag in LINK.findall(source):
        attributes = dict(ATTRIBUTE.findall(tag))
        if attributes.get("id", "").isdigit():
            yield attributes.get("linktype", ""), int(attributes["id"])


def _existing_files(keys: Iterable[int]) -> set[int]:
    return set(get_document_model().objects.filter(pk__in=keys).values_list("pk", flat=True))


def _capital(words: Any) -> str:
    text = str(words)
    return text[:1].upper() + text[1:]
