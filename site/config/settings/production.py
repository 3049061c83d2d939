"""Settings for the public server. Refuses to start with anything that belongs to the demo."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *

DJANGO_ENV = "production"  # also where only the settings module was named
DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
if SECRET_KEY == SAMPLE_SECRET_KEY or len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY must be a secret of at least 50 characters of your own.")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
SERVE_MEDIA = env.bool("SERVE_MEDIA", False)
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked by the machine itself, without TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 31_536_000)
# Below a path the host is somebody else's, who alone may speak for its other names.
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", not SITE_PREFIX)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", not SITE_PREFIX)
if SITE_PREFIX:
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
# A browser takes `__Host-` only over TLS, from this very host, for all of its paths: no other host
# of the same domain can plant one. Below a path there is only the weaker `__Secure-`.
_GUARD = "__Secure-" if SITE_PREFIX else "__Host-"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_GUARD}sessionid", f"{_GUARD}csrftoken"
