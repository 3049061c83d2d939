"""Revisions somebody has read, or is to publish: their content never changes again.

Wagtail's autosave writes into the latest revision in place, so a revision's number alone does not
say what was read. Apps that hold revisions (`workflow`: links) register a question here.
"""

from collections.abc import Callable

from wagtail.models import Revision, TaskState

Question = Callable[[Revision], bool]
_questions: list[Question] = []


def register(question: Question) -> None:
    """Have `question(revision)` asked before a revision is written over."""
    if question not in _questions:
        _questions.append(question)


def is_held(revision: Revision) -> bool:
    """Whether a step of a workflow, a schedule, the live page or a registered app points at it."""
    page = revision.content_object
    if revision.approved_go_live_at or (page and page.live_revision_id == revision.pk):
        return True
    if TaskState.objects.filter(revision=revision).exists():
        return True
    return any(question(revision) for question in _questions)
