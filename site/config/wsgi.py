"""WSGI entry point, served equally from a sub-domain and from a sub-path."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from config.environment import choose_settings

choose_settings()

StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]


def strip_prefix(app: Application, prefix: str) -> Application:
    """Take `prefix` off PATH_INFO, whether or not the web server in front already did."""

    def wrapped(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path == prefix or path.startswith(f"{prefix}/"):
            environ["PATH_INFO"] = path[len(prefix) :] or "/"
        environ["SCRIPT_NAME"] = prefix
        return app(environ, start_response)

    return wrapped


application: Application = get_wsgi_application()
if settings.DJANGO_ENV == "production":
    from config.checks import refuse_demo_accounts, refuse_weak_sign_in

    refuse_weak_sign_in()
    refuse_demo_accounts()
if settings.SITE_PREFIX:
    application = strip_prefix(application, settings.SITE_PREFIX)
