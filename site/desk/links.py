"""Looking for links to what was deleted, in the stored texts of all public pages."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models
from wagtail.signals import page_published

from core.models import BasePage
from desk.models import BrokenLink
from workflow import clock

TAG = re.compile(r"<a\b[^>]*>")
KIND = re.compile(r'linktype=\\?"(page|document)')
KEY = re.compile(r'\bid=\\?"(\d+)')
CHUNK = 500


def connect() -> None:
    """Called once when the app is ready."""
    clock.register("broken-links", scan, every=timedelta(days=1), atomic=False)
    page_published.connect(scan_published, dispatch_uid="desk.scan_published")


def scan() -> None:
    """Write down anew which public pages lead to what is gone."""
    known = _known()
    broken = {key for key, text in _texts() if _targets(text) - known}
    BrokenLink.objects.exclude(page__in=broken).delete()
    rows = [BrokenLink(page_id=key) for key in broken]
    BrokenLink.objects.bulk_create(rows, ignore_conflicts=True)


def scan_published(sender: type, instance: Any, **kwargs: Any) -> None:
    """The same for one page that has just been published."""
    if not isinstance(instance, BasePage):
        return
    targets = set().union(*(_targets(text) for _key, text in _texts(instance)))
    if targets and targets - _known(targets):
        BrokenLink.objects.get_or_create(page_id=instance.pk)
    else:
        BrokenLink.objects.filter(page=instance.pk).delete()


Target = tuple[str, int]


def _texts(page: BasePage | None = None) -> Iterator[tuple[int, str]]:
    """Each stream of each public page as it is stored, without building a block."""
    for model in [type(page)] if page else get_page_models():
        streams = [field.name for field in model._meta.fields if isinstance(field, StreamField)]
        if not issubclass(model, BasePage) or not streams:
            continue
        rows = model.objects.filter(pk=page.pk) if page else model.objects.visible()
        for name in streams:
            stored = rows.annotate(stored=Cast(name, TextField())).order_by("pk")
            yield from stored.values_list("pk", "stored").iterator(chunk_size=CHUNK)


def _targets(stored: str | None) -> set[Target]:
    found = set()
    for tag in TAG.findall(stored or ""):
        kind, key = KIND.search(tag), KEY.search(tag)
        if kind and key:
            found.add((kind[1], int(key[1])))
    return found


def _known(wanted: set[Target] | None = None) -> set[Target]:
    """The pages and files there are; of `wanted` alone where given."""
    known: set[Target] = set()
    for kind, model in (("page", Page), ("document", get_document_model())):
        rows = model.objects.all()
        if wanted is not None:
            rows = rows.filter(pk__in=[key for word, key in wanted if word == kind])
        known |= {(kind, key) for key in rows.values_list("pk", flat=True)}
    return known
