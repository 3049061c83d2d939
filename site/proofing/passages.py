"""Every text of a page that its readers see, each with the name of the field it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.blocks.list_block import ListValue
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

from core.blocks import rich_to_plain

SKIPPED = ("slug", "seo_title", "search_description", "withdrawn_note", "draft_title")
NOT_PROSE = (models.URLField, models.EmailField, models.SlugField, models.UUIDField)


@dataclass(frozen=True)
class Passage:
    """A run of text: `where` is the label of its field, `source` its markup where it has some."""

    where: str
    text: str
    source: str = ""


def passages(page: Any) -> Iterator[Passage]:
    """The texts of `page` and of the rows edited with it, in the order of the model."""
    yield Passage(str(page._meta.get_field("title").verbose_name), page.title)
    yield from _of_row(page)
    for relation in get_all_child_relations(type(page)):
        for row in getattr(page, relation.get_accessor_name()).all():
            yield from _of_row(row)


def _of_row(row: Any) -> Iterator[Passage]:
    inherited = {field.name for field in Page._meta.get_fields()}
    for field in row._meta.concrete_fields:
        if field.name in inherited or field.name in SKIPPED or not field.editable:
            continue
        value, where = getattr(row, field.attname, None), str(field.verbose_name)
        if isinstance(field, StreamField):
            for block in value or ():
                yield from _of_value(block.value, str(block.block.label))
        elif isinstance(field, RichTextField) and value:
            yield Passage(where, rich_to_plain(value), str(value))
        elif _is_prose(field) and value:
            yield Passage(where, str(value))


def _is_prose(field: models.Field) -> bool:
    if isinstance(field, NOT_PROSE) or getattr(field, "choices", None):
        return False
    return isinstance(field, (models.CharField, models.TextField))


def _of_value(value: Any, where: str) -> Iterator[Passage]:
    if isinstance(value, RichText):
        yield Passage(where, rich_to_plain(value), value.source)
    elif isinstance(value, str):
        if value and "://" not in value.split(" ", 1)[0]:
            yield Passage(where, value)
    elif isinstance(value, Mapping):
        for child in value.values():
            yield from _of_value(child, where)
    elif isinstance(value, (ListValue, StreamValue)):
        for child in value:
            yield from _of_value(getattr(child, "value", child), where)
