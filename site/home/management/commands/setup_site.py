"""`manage.py setup_site`: what an installation needs once, and after each change of address."""

from typing import Any

from django.core.management.base import BaseCommand

from home.services import grant_staff, name_in_vietnamese, point_site_at_its_address


class Command(BaseCommand):
    """Idempotent: run it after every `migrate`."""

    help = "Address of SITE_URL, Vietnamese names of groups, permissions of staff."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say which address it is."""
        name_in_vietnamese()
        grant_staff()
        site = point_site_at_its_address()
        if site and options["verbosity"]:
            self.stdout.write(f"Địa chỉ của trang: {site.root_url}")
