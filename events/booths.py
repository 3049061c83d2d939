"""Taking a booth out of an event for good: live page, drafts and old revisions at once."""

from collections.abc import Callable
from typing import Any

from wagtail.log_actions import log
from wagtail.models import Revision
from wagtail.signals import page_published

from events.models import EventPage
from workflow.content import lock_page, rewrite

ACTION = "events.booth_out"
IsIt = Callable[[int | None, str], bool]
"""Whether the booth with this key of a product and this name is the one."""


def take_out(event: EventPage, is_it: IsIt) -> bool:
    """Nothing else of the page changes, so nobody approves it; whether it stood anywhere."""
    page = lock_page(event.pk)
    in_revisions = [_scrub(row, is_it) for row in Revision.objects.for_instance(page)]
    gone = [row for row in page.exhibitors.all() if is_it(row.product_id, row.name)]
    for row in gone:
        page.exhibitors.remove(row)
    if not gone and not any(in_revisions):
        return False
    if gone:
        page.save(clean=False)
    log(instance=page, action=ACTION)
    if gone and page.is_visible():
        # The social card and what else was made of the page is made anew.
        page_published.send(sender=type(page), instance=page, revision=page.live_revision)
    return True


def _scrub(revision: Revision, is_it: IsIt) -> bool:
    rows: list[dict[str, Any]] = revision.content.get("exhibitors") or []
    kept = [row for row in rows if not is_it(row.get("product"), row.get("name") or "")]
    if len(kept) == len(rows):
        return False
    rewrite(revision, {**revision.content, "exhibitors": kept})
    return True
