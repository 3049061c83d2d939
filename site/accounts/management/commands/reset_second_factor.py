"""`manage.py reset_second_factor <tên đăng nhập>`: for who lost the telephone."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.backends import user_by_login
from accounts.second_factor import take_away


class Command(BaseCommand):
    """Take the second factor of one account away."""

    help = "Take away an account's second factor and end its sessions; the person is told by mail."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose, by user name or address of mail."""
        parser.add_argument("user")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what happened."""
        user = user_by_login(options["user"])
        if user is None:
            raise CommandError(f"Không có tài khoản “{options['user']}”.")
        done = take_away(user=user)
        self.stdout.write(
            f"{user}: đã gỡ lớp xác thực thứ hai." if done else f"{user}: không có gì để gỡ."
        )
