"""App configuration of submissions."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

A_DAY = timedelta(days=1)


class SubmissionsConfig(AppConfig):
    name = "submissions"
    verbose_name = _("Gửi giới thiệu")

    def ready(self) -> None:
        from submissions import signals
        from submissions.services import retention, yearly
        from workflow import clock

        signals.connect()
        clock.register("submissions-retention", retention.sweep, every=A_DAY, atomic=False)
        clock.register("submissions-yearly", yearly.run, every=A_DAY, atomic=False)
