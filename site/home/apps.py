"""App configuration of home."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Trang chủ")

    def ready(self) -> None:
        from feeds import registry
        from home import cards, signals, warming
        from home.feeds import sources
        from workflow import clock

        registry.register(sources, order=40)
        clock.register("warming", warming.warm_some, atomic=False)
        clock.register("card-sweep", cards.remove_hidden_cards, atomic=False)
        clock.register("cards", cards.make_missing_cards, every=timedelta(minutes=10), atomic=False)
        signals.connect()
