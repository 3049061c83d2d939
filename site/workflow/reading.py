"""What a reader of a waiting item sees first: its beginning, its writers, how long it is."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from wagtail.models import TaskState

from workflow.content import writers_since_live
from workflow.models import ReviewTaskState

BEGINNING = 320


@dataclass(frozen=True)
class PageDigest:
    """The beginning of a page: its section's name, some text, minutes to read it all."""

    section: str
    beginning: str
    minutes: int


def digest_of_page(page: Any) -> PageDigest:
    """Of a revision at hand."""
    beginning = " ".join(getattr(page, "plain_text", "").split())
    if len(beginning) > BEGINNING:
        beginning = beginning[:BEGINNING].rsplit(" ", 1)[0] + "…"
    parent = page.get_parent()
    return PageDigest(
        section=parent.title if parent and parent.depth > 2 else str(page.get_verbose_name()),
        beginning=beginning,
        minutes=getattr(page, "reading_minutes", 1),
    )


@dataclass(frozen=True)
class People:
    """Who wrote it since it was last published, and who has passed it on, with the hour."""

    writers: list[Any]
    passed: list[ReviewTaskState]


def writers_of(state: ReviewTaskState) -> People:
    """Of an item at a step."""
    page = state.workflow_state.content_object
    keys = writers_since_live(page)
    writers = list(get_user_model().objects.filter(pk__in=keys).order_by("pk"))
    passed = ReviewTaskState.objects.filter(
        workflow_state=state.workflow_state,
        status=TaskState.STATUS_APPROVED,
        finished_by__isnull=False,
    )
    return People(writers, list(passed.select_related("finished_by", "task").order_by("pk")))
