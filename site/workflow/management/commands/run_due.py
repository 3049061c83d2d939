"""`manage.py run_due`: the one clock. Safe to run at any time, late, or twice."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from workflow.clock import run_due


class Command(BaseCommand):
    """Run every timed job that is due."""

    help = "Run every timed job that is due (a timer calls this each minute)."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--loop SECONDS` keeps going, for machines without timers."""
        parser.add_argument("--loop", type=int, metavar="SECONDS", default=0)

    def handle(self, *args: Any, **options: Any) -> None:
        """One tick, or one each `--loop` seconds."""
        while True:
            for name, outcome in run_due().items():
                if outcome != "not due" and (outcome == "failed" or options["verbosity"] > 1):
                    self.stdout.write(f"{name}: {outcome}")
            if not options["loop"]:
                return
            close_old_connections()
            time.sleep(options["loop"])
