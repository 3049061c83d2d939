"""`manage.py check_health`: each part in words, for the operator."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.health import examine


class Command(BaseCommand):
    """Exit code 1 where something vital does not work."""

    help = "Say of each part whether it works."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """`--wait SECONDS`: after a start, until all is well or the time is over."""
        parser.add_argument("--wait", type=int, default=0, metavar="SECONDS")

    def handle(self, *args: Any, **options: Any) -> None:
        """One line a part."""
        until = time.monotonic() + options["wait"]
        parts = examine()
        while time.monotonic() < until and not all(p.is_well for p in parts if p.vital):
            time.sleep(2)
            parts = examine()
        for part in parts:
            sign = "tốt " if part.is_well else "HỎNG" if part.vital else "xem "
            self.stdout.write(f"{sign}  {part.name}: {part.words}")
        if not all(part.is_well for part in parts if part.vital):
            raise CommandError("Có phần không chạy. Xem docs/van-hanh/07-su-co.md.")
