"""App configuration of proofing."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProofingConfig(AppConfig):
    name = "proofing"
    verbose_name = _("Soát bài")

    def ready(self) -> None:
        from core import checklist
        from proofing import checks

        checklist.register(checks.typography)
        checklist.register(checks.official_names)
        checklist.register(checks.internal_links)
