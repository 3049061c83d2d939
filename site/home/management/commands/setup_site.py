"""`manage.py setup_site`: what an installation needs once, and after each change of address."""

from typing import Any

from django.core.management.base import BaseCommand

from home.services import point_site_at_its_address, setup_staff, write_consent_texts
from planning.services import seed_templates


class Command(BaseCommand):
    """Idempotent: run it after every `migrate`."""

    help = "Address of SITE_URL, roles, sections, routes to publication, templates, consents."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say which address it is."""
        setup_staff()
        seed_templates()
        site = point_site_at_its_address()
        write_consent_texts()
        if site and options["verbosity"]:
            self.stdout.write(f"Địa chỉ của trang: {site.root_url}")
