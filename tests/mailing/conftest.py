"""A clock that stands still, and a way to choose the mail server."""

import datetime

import pytest
import time_machine

from tests.mailing import backends

NOW = datetime.datetime(2026, 11, 24, 3, tzinfo=datetime.UTC)


@pytest.fixture
def frozen():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def server(settings):
    """`server("Refusing")` puts a server of `backends` in place; `server()` one that works."""

    def choose(name=None):
        settings.EMAIL_BACKEND = (
            f"tests.mailing.backends.{name}"
            if name
            else "django.core.mail.backends.locmem.EmailBackend"
        )
        chosen = getattr(backends, name) if name else None
        if hasattr(chosen, "tries"):
            chosen.tries = 0
        return chosen

    return choose
