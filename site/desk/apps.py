"""App configuration of desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "desk"
    verbose_name = _("Bàn biên tập")

    def ready(self) -> None:
        from desk import links, watches

        links.connect()
        watches.register_own()
