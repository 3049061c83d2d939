"""The letters themselves: one style, one row in the queue each."""

import logging
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from wagtail.models import WorkflowState

from mailing.services import queue
from workflow.content import writers_since_live

logger = logging.getLogger(__name__)
Receiver = Callable[..., None]


def absolute(name: str, *args: Any) -> str:
    """A full address of the site."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, reverse(name, args=args))


def write(
    person: Any, page: Any, *, subject: str, key: str, expires_at: Any = None, **context: Any
) -> Any:
    """One letter in the house's style; none to accounts that are closed or have no address."""
    if not person.is_active or not person.email:
        return None
    return queue(
        to=person.email,
        to_user=person,
        subject=f"{subject}: {page.title}",
        template="notice",
        kind=subject,
        key=key,
        expires_at=expires_at,
        context={"name": person.get_full_name(), "title": page.title, **context},
    )


def concerned(state: WorkflowState, *, besides: Any) -> Iterable[Any]:
    """Sender, owner, everybody who wrote on it, and who passed it on."""
    page = state.content_object
    keys = {state.requested_by_id, page.owner_id, *writers_since_live(page)}
    keys |= set(state.revisions().values_list("user_id", flat=True))
    keys |= set(state.task_states.values_list("finished_by_id", flat=True))
    return users(keys - {None, besides.pk if besides else None})


def users(keys: Iterable[int]) -> Any:
    """Active accounts with these keys."""
    return get_user_model().objects.filter(pk__in=keys, is_active=True).order_by("pk")


def standing_alone(receiver: Receiver) -> Receiver:
    """Whatever goes wrong inside is logged and undone, and nothing else."""

    @wraps(receiver)
    def wrapped(**kwargs: Any) -> None:
        try:
            with transaction.atomic():
                receiver(**kwargs)
        except Exception:
            logger.exception("a notice could not be written: %s", receiver.__name__)

    return wrapped
