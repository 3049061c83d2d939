"""App configuration of submissions."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

A_DAY = timedelta(days=1)


class SubmissionsConfig(AppConfig):
    name = "submissions"
    verbose_name = _("Gửi giới thiệu")

    def ready(self) -> None:
        from submissions import checks, signals  # noqa: F401
        from submissions.files.services import scan_waiting, sweep_orphans
        from submissions.services import farewell, retention, yearly
        from workflow import clock

        signals.connect()
        clock.register("scan-waiting", scan_waiting, every=timedelta(minutes=5), atomic=False)
        clock.register("sweep-files", sweep_orphans, every=A_DAY, atomic=False)
        clock.register("submissions-farewell", farewell.forget_addresses)
        clock.register("submissions-retention", retention.sweep, every=A_DAY, atomic=False)
        clock.register("submissions-yearly", yearly.run, every=A_DAY, atomic=False)
