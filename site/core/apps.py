"""App configuration of core."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Nền tảng")

    def ready(self) -> None:
        from core import nonces, redirects, signals

        nonces.connect()
        redirects.connect()
        signals.connect()
