"""System checks for a public installation."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

HINT = "Run `manage.py remove_demo_accounts`."


def active_demo_accounts() -> bool:
    """Whether the database holds a log-in made by `load_demo`; False before the first migration."""
    user_model = get_user_model()
    try:
        return bool(user_model.objects.filter(is_demo=True, is_active=True).exists())
    except DatabaseError:
        return False


def refuse_demo_accounts() -> None:
    """Stop a production process that would serve the log-ins of the demo.

    Raises:
        ImproperlyConfigured: when such an account is active.
    """
    if active_demo_accounts():
        raise ImproperlyConfigured(f"The database holds active demo accounts. {HINT}")


@register(Tags.database)
def demo_accounts_absent(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Production must not run with the log-ins of the demo."""
    if settings.DJANGO_ENV != "production" or not databases or not active_demo_accounts():
        return []
    return [Error("The database holds active demo accounts.", hint=HINT, id="site.E001")]
