"""`manage.py publish_scheduled`: Wagtail's command, by our one way of going live."""

from typing import Any

from django.core.management.base import BaseCommand

from workflow.services import publish_due


class Command(BaseCommand):
    """Only what was approved for this moment; `run_due` does the same each minute."""

    help = "Publish what was approved for this moment and take down what has expired."

    def handle(self, *args: Any, **options: Any) -> None:
        """Once."""
        publish_due()
