"""App configuration of events."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Sự kiện")

    def ready(self) -> None:
        from accounts import sections
        from events.feeds import sources
        from events.models import EventIndexPage, SpaceIndexPage
        from events.watches import register_watches
        from feeds import registry

        registry.register(sources, order=30)
        sections.register(EventIndexPage)
        sections.register(SpaceIndexPage)
        register_watches()
