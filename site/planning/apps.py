"""App configuration of planning."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanningConfig(AppConfig):
    name = "planning"
    verbose_name = _("Lên lịch và viết")

    def ready(self) -> None:
        from core import checklist
        from planning import starting
        from planning.prompts import prompts_left

        checklist.register(prompts_left)
        starting.connect()
