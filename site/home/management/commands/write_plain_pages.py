"""`manage.py write_plain_pages`: what nginx shows while the site is away."""

from typing import Any

from django.core.management.base import BaseCommand

from home.plain_pages import write_plain_pages


class Command(BaseCommand):
    """Run it after `collectstatic`, and after the unit's telephone has changed."""

    help = "Write the pages the web server shows by itself."

    def handle(self, *args: Any, **options: Any) -> None:
        """Name each file."""
        for path in write_plain_pages():
            if options["verbosity"]:
                self.stdout.write(str(path))
