"""With whom a page waits. `workflow` lies above and says so here when it starts."""

from collections.abc import Callable, Sequence
from typing import Any

Answer = Callable[[Sequence[Any]], dict[int, list[Any]]]
_answers: list[Answer] = []


def register(answer: Answer) -> None:
    """Let `answer(pages)` give the people each page (by key) waits on."""
    if answer not in _answers:
        _answers.append(answer)


def holders(pages: Sequence[Any]) -> dict[int, list[Any]]:
    """The people each waiting page waits on, in few queries."""
    found: dict[int, list[Any]] = {}
    for answer in _answers:
        found |= answer(pages) if pages else {}
    return found
