"""Asking the WSGI application itself, as the process answers that is served below a prefix."""

from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.db import close_old_connections
from django.test import RequestFactory, override_settings
from django.urls import set_script_prefix

from config.wsgi import strip_prefix

CLOSING = (signals.request_started, signals.request_finished)


def ask(path, *, prefix):
    """Status, headers and text of an answer. The test's own connection stays open."""
    answer = {}

    def start_response(status, headers, exc_info=None):
        answer.update(status=int(status[:3]), headers=dict(headers))

    environ = RequestFactory().get(path).environ | {"HTTP_HOST": "localhost"}
    below = {
        "FORCE_SCRIPT_NAME": prefix,
        "SESSION_COOKIE_PATH": f"{prefix}/",
        "CSRF_COOKIE_PATH": f"{prefix}/",
    }
    with override_settings(**below):
        for signal in CLOSING:
            signal.disconnect(close_old_connections)
        try:
            body = strip_prefix(WSGIHandler(), prefix)(environ, start_response)
            answer["text"] = b"".join(body).decode()
            body.close()
        finally:
            for signal in CLOSING:
                signal.connect(close_old_connections)
            set_script_prefix("/")
    return answer
