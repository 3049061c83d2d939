"""Models of events and spaces."""

from events.models.event import EventPage
from events.models.index import EventIndexPage
from events.models.parts import EventFigure, EventSession, Exhibitor, Organiser
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
