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
        from news.intake import register_intakes
        from news.models import ArticlePage, ColumnPage, StoryIndexPage, StoryPage
        from news.pieces import ARTICLE_ANEW, PIECES, STORY_ANEW
        from news.watches import register_watches
        from planning.registry import register_pieces, register_rewriting

        registry.register(sources, order=10)
        register_pieces(*PIECES)
        register_rewriting(ArticlePage, ARTICLE_ANEW)
        register_rewriting(StoryPage, STORY_ANEW)
        sections.register(ColumnPage)
        sections.register(StoryIndexPage)
        register_watches()
        register_intakes()
