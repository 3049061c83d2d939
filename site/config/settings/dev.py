"""Settings for a developer's machine and `make demo`: SQLite, no other server, DEBUG off."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *

if DJANGO_ENV != "dev":
    raise ImproperlyConfigured(f"DJANGO_ENV is {DJANGO_ENV}, not dev: see config.settings")
# Any host only where somebody said that this is a demo; forgotten settings stay on this machine.
if "DJANGO_ENV" in env.ENVIRON:
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])
LOGGING["loggers"]["django.request"] = {"level": "ERROR"}
SECOND_FACTOR_FOR_DEMO = False
