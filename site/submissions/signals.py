"""What must follow when a page goes public."""

from functools import partial
from typing import Any

from django.db import transaction
from wagtail.signals import page_published


def connect() -> None:
    """Called once when the app is ready."""
    page_published.connect(_published, dispatch_uid="submissions.published")


def _published(instance: Any, **kwargs: Any) -> None:
    from submissions.services.publication import page_is_out

    transaction.on_commit(partial(page_is_out, instance.pk), robust=True)
