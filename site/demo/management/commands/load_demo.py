"""`manage.py load_demo`: the demo content and its log-ins. Safe to run again."""

import secrets
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from demo.accounts import load_accounts
from demo.bulk import add_articles, remove_articles
from demo.services import load_demo
from demo.warm import warm_sections


class Command(BaseCommand):
    """Load what is not there yet."""

    help = "Load the demo content (idempotent); its accounts only where DJANGO_ENV=dev."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--password` sets the accounts' password; one is made up without it."""
        parser.add_argument("--password", default="")
        parser.add_argument("--no-renditions", action="store_true")
        parser.add_argument("--bulk", type=int, metavar="N", help="add N generated articles")
        parser.add_argument("--no-bulk", action="store_true", help="take generated articles away")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, then warm the sections' pictures."""
        if settings.DJANGO_ENV == "production":
            raise CommandError("The demo content is not for production.")
        started = time.monotonic()
        if options["bulk"] or options["no_bulk"]:
            count = remove_articles() if options["no_bulk"] else add_articles(options["bulk"])
            seconds = time.monotonic() - started
            self.stdout.write(f"{count} bài tạo sẵn, {seconds:.0f} giây.")
            return
        quiet = options["verbosity"] == 0
        password = options["password"] or secrets.token_urlsafe(9)
        names = load_accounts(password)
        counts = load_demo((lambda line: None) if quiet else self.stdout.write)
        if not options["no_renditions"]:
            warm_sections()
        if quiet:
            return
        seconds = time.monotonic() - started
        new = f"{counts['pictures']} tranh, {counts['pages']} trang mới"
        self.stdout.write(f"Xong: {new}, {seconds:.0f} giây.")
        if not options["password"]:
            self.stdout.write(f"Tài khoản: {', '.join(names)} — mật khẩu: {password}")
