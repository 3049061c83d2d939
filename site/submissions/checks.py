"""System checks of submissions."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security)
def quarantine_lies_apart(**_: Any) -> list[CheckMessage]:
    """What lies in a folder the web server shows has an address."""
    place = Path(settings.QUARANTINE_ROOT).resolve()
    for name in ("MEDIA_ROOT", "STATIC_ROOT"):
        shown = Path(getattr(settings, name)).resolve()
        if place.is_relative_to(shown) or shown.is_relative_to(place):
            words = f"QUARANTINE_ROOT and {name} lie in one another."
            return [Error(words, hint="Give each a folder of its own.", id="submissions.E001")]
    return []
