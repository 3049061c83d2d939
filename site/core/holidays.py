"""Public holidays."""

from datetime import date


def known_holidays() -> set[date]:
    """Those of the site's settings; they belong to a higher room, so by name."""
    from django.apps import apps

    identity = apps.get_model("home", "SiteIdentity").objects.first()
    return set(identity.holiday_dates) if identity else set()
