"""App configuration of feedback."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    name = "feedback"
    verbose_name = _("Bạn đọc")

    def ready(self) -> None:
        from feedback.services import forget_old_remarks
        from workflow import clock

        clock.register("old-remarks", forget_old_remarks, every=timedelta(days=1))
