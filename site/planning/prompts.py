"""Prompts of a template: words in [square brackets] that lead the writer and must not stay."""

import re
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

from core.checklist import Finding

SHOWN = 3
PROMPT = re.compile(r"\[(?=[^\[\]]*\s)[^\[\]]{8,}\]")
"""Several words in square brackets: neither a footnote [1] nor a [sic]."""


def unanswered(page: Any) -> list[str]:
    """Prompts nobody has replaced yet, each once, in the order of the page's fields."""
    found = (prompt for text in _texts(page) for prompt in PROMPT.findall(_plain(text)))
    return list(dict.fromkeys(found))


def prompts_left(page: Any) -> Iterator[Finding]:
    """For the checklist: what the template asked and nobody answered."""
    found = unanswered(page)
    if found:
        hint = _("Thay bằng chữ của bạn hoặc xóa đi: %s") % "; ".join(found[:SHOWN])
        count = _("%d chỗ") % len(found)
        yield Finding(_("Lời nhắc của bài mẫu còn sót:"), count, good=False, hint=hint)


def _plain(text: str) -> str:
    return " ".join(strip_tags(text.replace("</", " </")).split()) if "<" in text else text


def _texts(page: Any) -> Iterator[str]:
    yield from _own_texts(page)
    for relation in get_all_child_relations(page):
        for child in getattr(page, relation.get_accessor_name()).all():
            yield from _own_texts(child)


def _own_texts(row: models.Model) -> Iterator[str]:
    for field in row._meta.concrete_fields:
        if not field.editable:
            continue
        value = getattr(row, field.attname)
        if isinstance(field, StreamField):
            yield from _strings(list(value.raw_data))
        elif isinstance(field, (models.CharField, models.TextField)) and isinstance(value, str):
            yield value


def _strings(value: Any) -> Iterator[str]:
    """Every text inside a stored block, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from _strings(child)
    elif isinstance(value, (list, tuple)):
        for child in value:
            yield from _strings(child)
