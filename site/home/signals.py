"""Effects outside the database: the social card of what has been published."""

from functools import partial
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from core.models import BasePage
from home.cards import remove_card, remove_hidden_cards
from home.models import SiteIdentity, SocialCard


def connect() -> None:
    """Called once when the app is ready."""
    page_published.connect(_published, dispatch_uid="home.card")
    page_unpublished.connect(_hidden, dispatch_uid="home.card.hidden")
    post_delete.connect(_deleted, sender=SocialCard, dispatch_uid="home.card.deleted")
    post_save.connect(_closed, sender=PageViewRestriction, dispatch_uid="home.card.closed")
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


def _hidden(instance: Any, **kwargs: Any) -> None:
    transaction.on_commit(partial(remove_card, instance.pk))


def _closed(**kwargs: Any) -> None:
    transaction.on_commit(remove_hidden_cards)


def _deleted(instance: SocialCard, **kwargs: Any) -> None:
    """The row went with its page: the file goes too."""
    transaction.on_commit(partial(default_storage.delete, instance.name))
