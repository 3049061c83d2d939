"""App configuration of showcase."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ShowcaseConfig(AppConfig):
    name = "showcase"
    verbose_name = _("Trưng bày")

    def ready(self) -> None:
        from accounts import sections
        from feeds import registry
        from showcase.feeds import sources
        from showcase.intake import register_intakes
        from showcase.models import ShowcaseIndexPage
        from showcase.watches import register_watches

        registry.register(sources, order=20)
        sections.register(ShowcaseIndexPage)
        register_watches()
        register_intakes()
