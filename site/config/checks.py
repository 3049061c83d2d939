"""System checks for a public installation."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from wagtail.models import Site

LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
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


def refuse_weak_sign_in() -> None:
    """Stop a production process in which somebody could decide by a password alone.

    Raises:
        ImproperlyConfigured: when the second factor is not demanded of everybody who decides.
    """
    if not (settings.SECOND_FACTOR_DEMANDED and settings.SECOND_FACTOR_FOR_DEMO):
        raise ImproperlyConfigured("Production demands a second factor of everybody who decides.")


@register(Tags.security)
def second_factor_is_demanded(**_: Any) -> list[CheckMessage]:
    """The settings that free from it belong to the demo and to the tests."""
    if settings.DJANGO_ENV != "production":
        return []
    try:
        refuse_weak_sign_in()
    except ImproperlyConfigured as error:
        return [Error(str(error), id="site.E002")]
    return []


@register(Tags.database)
def demo_accounts_absent(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Production must not run with the log-ins of the demo."""
    if settings.DJANGO_ENV != "production" or not databases or not active_demo_accounts():
        return []
    return [Error("The database holds active demo accounts.", hint=HINT, id="site.E001")]


@register(Tags.database)
def site_has_an_address(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """In production canonical links must not lead to `localhost`."""
    if settings.DJANGO_ENV != "production" or not databases:
        return []
    try:
        local = Site.objects.filter(is_default_site=True, hostname__in=LOCAL_HOSTS).exists()
    except DatabaseError:
        return []
    hint = "Set SITE_URL to the public address, then run `manage.py setup_site`."
    return [Warning("The site's address is localhost.", hint=hint, id="site.W001")] if local else []


@register(Tags.database)
def staff_is_set_up(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Without its routes the site publishes nothing."""
    if settings.DJANGO_ENV != "production" or not databases:
        return []
    try:
        missing = not apps.get_model("workflow", "Route").objects.exists()
    except DatabaseError:
        return []
    hint = "Run `manage.py setup_site`."
    return (
        [Warning("Roles and routes are not set up.", hint=hint, id="site.W003")] if missing else []
    )


@register()
def limits_are_shared(**_: Any) -> list[CheckMessage]:
    """Limits live in the cache: in the memory of one process each worker would count for itself."""
    backend = settings.CACHES["default"]["BACKEND"]
    if settings.DJANGO_ENV != "production" or not backend.endswith("LocMemCache"):
        return []
    hint = "Set CACHE_URL to redis://… or dbcache://… (then `manage.py createcachetable`)."
    return [Warning("The cache belongs to each process alone.", hint=hint, id="site.W002")]
