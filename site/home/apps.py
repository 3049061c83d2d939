"""App configuration of home."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Trang chủ")

    def ready(self) -> None:
        from feeds import registry
        from home.feeds import sources

        registry.register(sources, order=40)
