"""App configuration of news."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("Tin tức")

    def ready(self) -> None:
        from accounts import sections
        from feeds import registry
        from news.feeds import sources
        from news.models import ColumnPage, StoryIndexPage
        from news.watches import register_watches

        registry.register(sources, order=10)
        sections.register(ColumnPage)
        sections.register(StoryIndexPage)
        register_watches()
