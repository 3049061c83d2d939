"""App configuration of planning."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanningConfig(AppConfig):
    name = "planning"
    verbose_name = _("Lên lịch và viết")

    def ready(self) -> None:
        from planning import starting

        starting.connect()
