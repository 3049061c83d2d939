"""`manage.py remove_demo_accounts`: shut the demo log-ins."""

from typing import Any

from django.core.management.base import BaseCommand

from demo.accounts import remove_accounts


class Command(BaseCommand):
    """Deactivate every demo log-in."""

    help = "Deactivate the demo accounts, so that production starts."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many."""
        self.stdout.write(f"{remove_accounts()} tài khoản mẫu đã khóa.")
