"""Planning and starting to write: what is to appear when, by whom, from which template."""

from typing import Any


def leftovers(page: Any) -> list[str]:
    """Prompts of a template nobody has replaced yet, each once, in the order of the page."""
    from planning.prompts import unanswered

    return unanswered(page)
