"""App configuration of submissions."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubmissionsConfig(AppConfig):
    name = "submissions"
    verbose_name = _("Gửi giới thiệu")

    def ready(self) -> None:
        from submissions import checks  # noqa: F401
        from submissions.files.services import scan_waiting, sweep_orphans
        from workflow import clock

        clock.register("scan-waiting", scan_waiting, every=timedelta(minutes=5), atomic=False)
        clock.register("sweep-files", sweep_orphans, every=timedelta(days=1), atomic=False)
