"""Counting readers and their say."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from core.models import BasePage
from feedback.models import TEXT_LENGTH, PageDay, Remark
from vietnamese import clean

KEEP_REMARKS_FOR = timedelta(days=365)


def count_view(*, page: BasePage) -> None:
    """One more reading of the page today."""
    _add(page, "views")


def rate(*, page: BasePage, useful: bool) -> None:
    """One more reader who found the page useful, or not."""
    _add(page, "useful" if useful else "useless")


def leave_remark(*, page: BasePage, text: str, useful: bool | None = None) -> Remark | None:
    """Keep a sentence about a page.

    Returns:
        What was kept; None for a text without words.
    """
    words = clean(text, multiline=True).strip()[:TEXT_LENGTH]
    return Remark.objects.create(page=page, text=words, useful=useful) if words else None


def forget_old_remarks() -> int:
    """Drop sentences older than a year; the figures stay."""
    old = Remark.objects.filter(sent_on__lt=timezone.localdate() - KEEP_REMARKS_FOR)
    return old.delete()[0]


def _add(page: BasePage, column: str) -> None:
    """Add one to a figure of today. Two at once count two."""
    today = PageDay.objects.filter(page_id=page.pk, day=timezone.localdate())
    if today.update(**{column: F(column) + 1}):
        return
    try:
        with transaction.atomic():
            PageDay.objects.create(page_id=page.pk, **{column: 1})
    except IntegrityError:  # another reader of today came first
        today.update(**{column: F(column) + 1})
