"""The project's own app: system checks that belong to no single app, words of Wagtail."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "config"
    label = "config"

    def ready(self) -> None:
        from config import checks, wording  # noqa: F401

        wording.set_words()
