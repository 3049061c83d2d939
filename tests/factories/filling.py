"""Fills every field an editor may fill, of a page and of the rows below it."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField
from wagtail.models import Page

from core.models import BasePage
from library.models import CustomDocument, CustomImage
from tests.factories.library import DocumentFactory

TAX_CODE = "1234567893"
EXACT = {"tax_code": TAX_CODE, "number": "209/KH-UBND", "stars": 4, "percent": 50, "capacity": 2020}
FILLER = "những chữ nghiêng ngả đi mãi chưa hết "


def fill(page, image, text=FILLER, wanted=lambda field: True):
    """Fill all empty fields of a page and give it one row of each kind.

    Returns:
        {"model.field": the value} of every text that was put in.
    """
    put = _fill_fields(page, image, text, wanted)
    for relation in get_all_child_relations(page):
        model = relation.related_model
        if model._meta.app_label.startswith(("wagtail", "taggit")) or model.__name__ == "PageTag":
            continue
        row = model()
        put |= _fill_fields(row, image, text, wanted)
        getattr(page, relation.get_accessor_name()).add(row)
    page.save()
    return put


def _fill_fields(instance, image, text, wanted):
    put = {}
    for field in instance._meta.concrete_fields:
        if field.model is Page or not field.editable or field.primary_key or not wanted(field):
            continue
        name = f"{instance._meta.model_name}.{field.name}"
        value = _value(field, name, image, text)
        if value is not None and not (field.name == "title" and isinstance(instance, BasePage)):
            setattr(instance, field.attname, getattr(value, "pk", value))
            if isinstance(value, str) and not field.choices:
                put[name] = value
    return put


def _value(field, name, image, text):
    """Something for one field, as long as it takes; None to leave it."""
    if field.name in EXACT:
        kind = models.CharField if isinstance(EXACT[field.name], str) else models.IntegerField
        return EXACT[field.name] if isinstance(field, kind) else None
    if field.remote_field:
        made = {CustomImage: lambda: image, CustomDocument: DocumentFactory}
        return made.get(field.remote_field.model, lambda: None)()
    if isinstance(field, RichTextField):
        return f"<p>{name} chữ có <b>đậm</b></p>"
    if isinstance(field, models.EmailField):
        return f"{field.name}@mau.example".replace("_", "-")
    if isinstance(field, models.URLField):
        return f"https://mau.example/{name}/"
    if isinstance(field, (models.CharField, models.TextField)):
        return _text(field, name, text)
    return _other(field)


def _text(field, name, text):
    if field.choices:
        return str(field.choices[-1][0])
    if type(field) not in (models.CharField, models.TextField):
        return None  # a body of blocks, a slug
    length = min(field.max_length or 600, 600)
    return f"{name} {text * 30}"[:length].strip() if text == FILLER else text[:length]


def _other(field):
    now = timezone.now()
    if isinstance(field, models.DateTimeField):
        early = field.name.startswith(("starts", "opens"))
        return now + (timedelta(hours=-1) if early else timedelta(hours=9))
    if isinstance(field, models.DateField):
        return timezone.localdate()
    if isinstance(field, models.BooleanField):
        return None
    return 2020 if isinstance(field, models.IntegerField) else None
