"""What a page was called: in letters to the staff, and in addresses."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from mailing.models import OutgoingMail
from workflow.models import Publication, ShareLink


def titles_of(page: Any) -> set[str]:
    """Every title it has had in a revision that is kept."""
    kept = page.revisions.values_list("content__title", flat=True)
    return {title for title in (page.title, page.draft_title, *kept) if title}


def letters_about(page: Any) -> list[int]:
    """Keys of letters of its way to publication that name it; to be asked before it is emptied.

    Such a letter says in its own key which passage, revision or page it is about.
    """
    states = WorkflowState.objects.filter(
        object_id=str(page.pk), base_content_type=page.get_base_content_type()
    )
    ids = {page.pk, *page.revisions.values_list("pk", flat=True)}
    for rows in (
        states,
        TaskState.objects.filter(workflow_state__in=states),
        Publication.objects.filter(page=page.pk),
        ShareLink.objects.filter(revision__in=page.revisions.all()),
    ):
        ids |= set(rows.values_list("pk", flat=True))
    named = Q()
    for title in titles_of(page):
        named |= Q(subject__endswith=f": {title}")
    rows = OutgoingMail.objects.filter(named, to_user__isnull=False).values_list("pk", "key")
    return [pk for pk, key in rows if _second(key) in map(str, ids)]


def empty(letters: list[int]) -> None:
    """The rows stay, without a word; what has not gone goes no more."""
    rows = OutgoingMail.objects.filter(pk__in=letters)
    rows.filter(sent_at=None, given_up_at=None).update(given_up_at=timezone.now())
    rows.update(subject="", text="", html="")


def _second(key: str | None) -> str:
    return (key or "").split(":")[1] if ":" in (key or "") else ""
