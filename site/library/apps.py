"""App configuration of library."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "library"
    verbose_name = _("Thư viện")

    def ready(self) -> None:
        from accounts import sections
        from core import checklist
        from library import checks, signals
        from library.models import LegalDocumentIndexPage

        sections.register(LegalDocumentIndexPage)
        checklist.register(checks.document_numbers)
        signals.connect()
