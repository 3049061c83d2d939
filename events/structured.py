"""Events and spaces for machines (schema.org): one Event for each session."""

from typing import TYPE_CHECKING, Any

from core.meta import Frame, Thing, moment, thing

if TYPE_CHECKING:
    from events.models import EventPage, EventSession, SpacePage

STATUS = {
    "scheduled": "https://schema.org/EventScheduled",
    "moved": "https://schema.org/EventRescheduled",
    "postponed": "https://schema.org/EventPostponed",
    "cancelled": "https://schema.org/EventCancelled",
}
MODES = {
    (True, False): "https://schema.org/OfflineEventAttendanceMode",
    (False, True): "https://schema.org/OnlineEventAttendanceMode",
    (True, True): "https://schema.org/MixedEventAttendanceMode",
}


def describe_event(page: "EventPage", frame: Frame) -> list[Thing]:
    """One Event a session; none while no date is set."""
    return [_session(page, session, frame) for session in page.ordered_sessions]


def _session(page: "EventPage", session: "EventSession", frame: Frame) -> Thing:
    place = _place(session)
    online = thing("VirtualLocation", url=session.online_url) if session.online_url else None
    where: list[Any] = [part for part in (place, online) if part]
    several = len(page.ordered_sessions) > 1 and session.title
    return thing(
        "Event",
        name=f"{page.title}: {session.title}" if several else page.title,
        description=page.sapo,
        image=[frame.image] if frame.image else [],
        url=frame.url,
        startDate=moment(session.effective_start),
        endDate=moment(session.effective_end),
        eventStatus=STATUS[page.status],
        eventAttendanceMode=MODES.get((bool(place), bool(online)), MODES[True, False]),
        location=where[0] if len(where) == 1 else where,
        organizer=[thing("Organization", name=row.name) for row in page.organisers.all()]
        or frame.publisher,
        isAccessibleForFree=True,
    )


def _place(session: "EventSession") -> Thing | None:
    name = session.place_name or session.address
    return thing("Place", name=name, address=session.address or name) if name else None


def describe_space(page: "SpacePage", frame: Frame) -> Thing:
    """A Place with its hours in words."""
    return thing(
        "Place",
        name=page.title,
        description=page.sapo,
        url=frame.url,
        image=frame.image,
        address=page.address,
        telephone=page.phone,
        hasMap=page.map_url,
    )
