"""Planning: verbs."""

import json
from datetime import date, time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.models import BasePage
from planning import registry
from planning.models import PieceTemplate, PlanEntry
from planning.years import next_anniversary, retitled


class PlanningError(Exception):
    """Why it cannot be done, in words for the person who asked."""


def tie(*, entry: PlanEntry, page: BasePage, user: Any) -> bool:
    """Make `page` the piece written for `entry`.

    Returns:
        False, and nothing is changed, where the entry is given up, has a page or is of another
        kind, or the page has an entry already.
    """
    with transaction.atomic():
        entry = PlanEntry.objects.select_for_update().get(pk=entry.pk)
        taken = PlanEntry.objects.open().filter(page_id=page.pk).exists()
        if entry.dropped_at or entry.page_id or entry.kind != page.page_kind or taken:
            return False
        entry.page_id = page.pk
        entry.writer = entry.writer or user
        entry.save(update_fields=["page", "writer"])
    return True


def plan_page(*, page: BasePage, user: Any, on: date | None, at: time | None) -> PlanEntry | None:
    """Set the day a page is to appear; None takes it out of the calendar, on the record.

    Returns:
        The entry; None where the page has none any more.
    """
    entry = PlanEntry.objects.open().filter(page_id=page.pk).first()
    if on is None:
        if entry:
            drop(entry=entry)
        return None
    if entry is None:
        writer = page.owner or user
        parent = page.get_parent()
        entry = PlanEntry(page_id=page.pk, created_by=user, writer=writer, parent=parent)
        entry.kind = page.page_kind
        entry.title = page.get_admin_display_title()
    entry.planned_on, entry.planned_time = on, at
    entry.save()
    return entry


def drop(*, entry: PlanEntry) -> None:
    """Give it up; it stays in the calendar's record."""
    entry.dropped_at = timezone.now()
    entry.save(update_fields=["dropped_at"])


def restore(*, entry: PlanEntry) -> None:
    """Take it up again.

    Raises:
        PlanningError: where its page has got another entry meanwhile.
    """
    others = PlanEntry.objects.open().filter(page_id=entry.page_id).exclude(pk=entry.pk)
    if entry.page_id and others.exists():
        raise PlanningError(_("Bài này đã có một mục khác trong lịch."))
    entry.dropped_at = None
    entry.save(update_fields=["dropped_at"])


# --- year after year ----------------------------------------------------------------------------
def repeat_yearly(*, today: date | None = None) -> int:
    """Give each yearly entry whose day has passed its successor, once.

    Returns:
        How many were made.
    """
    today = today or timezone.localdate()
    due = PlanEntry.objects.filter(
        repeats_yearly=True, planned_on__lt=today, next_year__isnull=True
    ).select_related("writer")
    made = [_successor(entry, today) for entry in due]
    return len(made)


def _successor(entry: PlanEntry, today: date) -> PlanEntry:
    day = next_anniversary(entry.planned_on, today)
    writer = entry.writer if entry.writer and entry.writer.is_active else None
    copied = ("kind", "planned_time", "parent_id", "template_id", "note", "created_by_id")
    following = PlanEntry(
        title=retitled(entry.title, entry.planned_on.year, day.year),
        planned_on=day,
        writer=writer,
        repeats_yearly=True,
        repeats_from=entry,
        **{name: getattr(entry, name) for name in copied},
    )
    following.save()
    return following


def rewrite(*, entry: PlanEntry, user: Any) -> BasePage:
    """A draft beside last year's page, without its dates, results and identity; tied to `entry`.

    Raises:
        PlanningError: where there is no such page, or the entry has one already.
        PermissionDenied: where `user` may not read it or may not write beside it.
    """
    before = entry.last_year
    if before is None or before.page is None:
        raise PlanningError(_("Không còn bài của năm trước."))
    if entry.page_id or entry.dropped_at:
        raise PlanningError(_("Mục này đã có bài."))
    page = before.page.specific
    tester = page.permissions_for_user(user)
    if not (page.is_visible() or tester.can_edit()) or not tester.can_copy_to(page.get_parent()):
        raise PermissionDenied
    with transaction.atomic():
        copy = _copied(page, entry, user)
        if not tie(entry=entry, page=copy, user=user):
            raise PlanningError(_("Mục này đã có bài."))
    return copy


def _copied(page: BasePage, entry: PlanEntry, user: Any) -> BasePage:
    how = registry.rewriting_of(type(page))
    old = entry.repeats_from.planned_on.year if entry.repeats_from else entry.planned_on.year
    years = entry.planned_on.year - old
    values = {
        "title": entry.title,
        "draft_title": entry.title,
        "slug": "",
        "go_live_at": None,
        "expire_at": None,
        "expired": False,
        "locked": False,
        "locked_at": None,
        "locked_by": None,
        "latest_revision": None,
        "latest_revision_created_at": None,
        "seo_title": retitled(page.seo_title, old, old + years),
        "sapo": entry.summary or retitled(page.sapo, old, old + years),
        **how.values(page, years),
    }
    return page.copy(
        copy_revisions=False,
        keep_live=False,
        user=user,
        exclude_fields=list(how.leave_out),
        update_attrs=values,
        process_child_object=lambda source, copy, relation, child: how.child(child, years),
    )


# --- templates ------------------------------------------------------------------------------------
def seed_templates() -> int:
    """Put the templates of the code into the database, where staff keep them from then on.

    Returns:
        How many were new. One that is there is never written over.
    """
    known = set(PieceTemplate.objects.values_list("key", flat=True))
    new = [piece for piece in registry.pieces() if piece.key not in known]
    for piece in new:
        PieceTemplate.objects.create(
            key=piece.key,
            kind=piece.kind,
            name=str(piece.name),
            description=str(piece.description),
            sapo=str(piece.sapo),
            body=json.dumps(
                [{"type": name, "value": value} for name, value in piece.body], default=str
            ),
        )
    return len(new)
