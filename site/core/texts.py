"""Cleaning every text of a row before it is kept."""

from django.db import models

from vietnamese import clean


def clean_texts(row: models.Model) -> None:
    """Clean every text column of `row` in place; line breaks stay where the column has them."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(field, (models.CharField, models.TextField)) and type(value) is str:
            multiline = isinstance(field, models.TextField)
            setattr(row, field.attname, clean(value, multiline=multiline))
