"""App configuration of events."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Sự kiện")

    def ready(self) -> None:
        from accounts import sections
        from events.feeds import sources
        from events.intake import register_intakes
        from events.models import EventIndexPage, EventPage, SpaceIndexPage
        from events.pieces import EVENT_ANEW, NOTICE
        from events.watches import register_watches
        from feeds import registry
        from planning.registry import register_pieces, register_rewriting

        registry.register(sources, order=30)
        register_pieces(NOTICE)
        register_rewriting(EventPage, EVENT_ANEW)
        sections.register(EventIndexPage)
        sections.register(SpaceIndexPage)
        register_watches()
        register_intakes()
