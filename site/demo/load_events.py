"""Spaces and events of the demo: past, running, to come, all counted from today."""

from demo.content_files import items
from demo.tree import Row, Tree, pick
from demo.when import moment, published
from events.models import (
    EventFigure,
    EventPage,
    EventSession,
    Exhibitor,
    OpeningHours,
    Organiser,
    SpacePage,
)


def load_spaces(tree: Tree, pages: Row) -> None:
    """Community spaces."""
    fields = (
        "address",
        "map_url",
        "rules",
        "capacity",
        "cost_note",
        "booking_note",
        "phone",
        "email",
    )
    for row in items("spaces"):
        page, new = tree.page(
            pages["khong-gian"],
            SpacePage,
            row["slug"],
            when=published(row.get("days_ago", 120)),
            **tree.common(row),
            **pick(row, *fields),
            facilities="\n".join(row.get("facilities", [])),
        )
        if new:
            for hours in row.get("hours", []):
                page.hours.add(OpeningHours(**pick(hours, "days", "time")))
            tree.finish(page, row)


def load_events(tree: Tree, pages: Row) -> None:
    """Events: past, running, to come, all counted from today."""
    fields = ("event_kind", "theme", "status", "status_note", "registration_url",
              "registration_note", "capacity")  # fmt: skip
    for row in items("events"):
        deadline = row.get("registration_deadline_days")
        page, new = tree.page(
            pages["su-kien"],
            EventPage,
            row["slug"],
            when=published(row.get("days_ago", 60)),
            **tree.common(row),
            **pick(row, *fields),
            registration_deadline=None if deadline is None else moment(deadline, "17:00"),
        )
        if not new:
            continue
        for session in row["sessions"]:
            page.sessions.add(_session(tree, session))
        for organiser in row.get("organisers", []):
            page.organisers.add(Organiser(**pick(organiser, "name", "role")))
        for booth in row.get("exhibitors", []):
            product = tree.lookup.page(booth["product"]) if booth.get("product") else None
            page.exhibitors.add(Exhibitor(product=product, **pick(booth, "name", "booth")))
        for figure in row.get("outcome_figures", []):
            page.figures.add(EventFigure(value=str(figure["value"]), label=figure["label"]))
        if row.get("outcome"):
            page.outcome = tree.bodies.build(row["outcome"])
        tree.finish(page, row)


def _session(tree: Tree, row: Row) -> EventSession:
    start = moment(row["start_days"], row.get("start"))
    end = moment(row.get("end_days", row["start_days"]), row.get("end", "17:00"))
    programme = row.get("programme", "")
    return EventSession(
        starts_at=start,
        ends_at=max(end, start),
        space=tree.lookup.page(row["space"]) if row.get("space") else None,
        programme=programme if isinstance(programme, str) else "\n".join(programme),
        **pick(row, "title", "all_day", "place", "address", "map_url", "online_url"),
    )
