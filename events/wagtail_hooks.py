"""Registrations of events with the admin."""

from wagtail import hooks

from events.calendar import session_items
from planning.calendar import HOOK

hooks.register(HOOK, session_items)
