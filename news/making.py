"""The draft of a story out of a tip, and what is shown of the person in it."""

import json
from typing import Any

from django.utils.translation import gettext as _

from core.kinds import Kind
from core.models import BasePage
from news.models import StoryPage, StoryPerson
from submissions.drafting import one_line, paragraphs, set_lead, text_of
from submissions.intake import Payload
from submissions.models import Purpose

OWN_STORY = "toi"


def new_story(payload: Payload, pictures: list[Any]) -> StoryPage:
    """A story that is not in the tree yet; what came of it opens the body, pictures follow."""
    startup = BasePage.objects.filter(kind=Kind.STARTUP, pk=payload.get("startup") or 0).first()
    page = StoryPage(
        title=one_line(text_of(payload, "title")),
        startup=startup.specific if startup else None,
        challenge=paragraphs(text_of(payload, "challenge")),
        approach=paragraphs(text_of(payload, "approach")),
    )
    rest = set_lead(page, pictures)
    page.body = json.dumps(_blocks(text_of(payload, "result"), rest))
    return page


def _blocks(result: str, pictures: list[Any]) -> list[dict[str, Any]]:
    blocks = []
    if result:
        heading = f"<h2>{_('Nay được gì')}</h2>"
        blocks.append({"type": "paragraph", "value": heading + paragraphs(result)})
    for image in pictures:
        picture = {"image": image.pk, "decorative": False, "alt_text": image.description}
        value = {"image": picture, "caption": image.caption, "credit": image.credit}
        blocks.append({"type": "image", "value": value})
    return blocks


def release(submission: Any, consents: set[str]) -> None:
    """The sender, where the story is his own and he agreed to be named; nobody else.

    Whoever tells of others cannot consent for them: an editor asks them and notes it.
    """
    sender = getattr(submission, "sender", None)
    own = submission.payload.get("asked") == OWN_STORY
    name = sender.name if sender and own and Purpose.NAME in consents else ""
    story = StoryPage.objects.filter(came_from__submission=submission).first()
    mine = StoryPerson.objects.filter(submission=submission)
    if not name or story is None:
        for row in mine:
            row.delete()
        return
    row = mine.first() or StoryPerson(submission=submission)
    row.story, row.name, row.role, row.consented = story, name, sender.role, True
    row.save()
