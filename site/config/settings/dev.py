"""Settings for a developer's machine and `make demo`: SQLite, no other server, DEBUG off."""

from config.settings.base import *

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])
LOGGING["loggers"] = {"django.request": {"level": "ERROR"}}
