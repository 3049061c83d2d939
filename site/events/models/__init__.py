"""Models of events and spaces."""

from events.models.event import EventFigure, EventPage, EventSession, Exhibitor, Organiser
from events.models.index import EventIndexPage
from events.models.space import OpeningHours, SpaceIndexPage, SpacePage

__all__ = [
    "EventFigure",
    "EventIndexPage",
    "EventPage",
    "EventSession",
    "Exhibitor",
    "OpeningHours",
    "Organiser",
    "SpaceIndexPage",
    "SpacePage",
]
