"""Registrations of events with the admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from events.booths import ACTION
from events.calendar import session_items
from events.viewsets import EventListing, SpaceListing
from planning.calendar import HOOK


@hooks.register("register_admin_viewset")
def listings() -> list[Any]:
    """Listings of each kind."""
    return [EventListing(), SpaceListing()]


hooks.register(HOOK, session_items)


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """The sentence of the record."""
    words = _("Bỏ một gian trưng bày theo yêu cầu của người đăng ký")
    actions.register_action(ACTION, words, words)
