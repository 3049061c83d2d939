"""The project's own app: system checks that belong to no single app."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "config"
    label = "config"

    def ready(self) -> None:
        from config import checks  # noqa: F401
