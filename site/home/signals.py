"""Effects outside the database: the social card of what has been published."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.signals import page_published

from core.models import BasePage
from home.models import SiteIdentity


def connect() -> None:
    """Called once when the app is ready."""
    page_published.connect(_published, dispatch_uid="home.card")
    post_save.connect(_renamed, sender=SiteIdentity, dispatch_uid="home.cards")


def _published(instance: Any, **kwargs: Any) -> None:
    from home.tasks import draw_card_of

    # The demo publishes a hundred pages at once: the clock draws theirs.
    if isinstance(instance, BasePage) and not instance.is_sample:
        transaction.on_commit(partial(draw_card_of.enqueue, instance.pk))


def _renamed(created: bool, **kwargs: Any) -> None:
    from home.tasks import draw_missing_cards

    if not created:
        transaction.on_commit(draw_missing_cards.enqueue)
