"""App configuration of news."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("Tin tức")

    def ready(self) -> None:
        from feeds import registry
        from news.feeds import sources

        registry.register(sources, order=10)
