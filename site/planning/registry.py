"""What the apps above bring: templates of usual pieces, and how a piece is written anew."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Piece:
    """A template as the code first words it; staff change it later (`PieceTemplate`).

    Attributes:
        key: stands in addresses (`?mau=`) and is unique.
        kind: of `core.kinds`.
        description: when to take it, one sentence.
        sapo: a prompt for the sapo.
        body: blocks as (type, value).
        fields: prompts for further fields of the page type; these stay in the code.
    """

    key: str
    kind: str
    name: Any
    description: Any
    sapo: Any = ""
    body: tuple[tuple[str, Any], ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Rewriting:
    """What becomes of a page's own dates and results when it is written anew for another year.

    Attributes:
        leave_out: fields and child relations that are not copied.
        values: field values of the copy, from the old page and the years between.
        child: changes a copied child in place.
    """

    leave_out: tuple[str, ...] = ()
    values: Callable[[Any, int], dict[str, Any]] = lambda page, years: {}
    child: Callable[[Any, int], None] = lambda child, years: None


_pieces: dict[str, Piece] = {}
_rewritings: dict[type, Rewriting] = {}


def register_pieces(*pieces: Piece) -> None:
    """Offer these templates."""
    _pieces.update({piece.key: piece for piece in pieces})


def pieces() -> list[Piece]:
    """All of them, in the order of registration."""
    return list(_pieces.values())


def piece(key: str) -> Piece | None:
    """The template of that key; None for one staff made."""
    return _pieces.get(key)


def register_rewriting(model: type, rewriting: Rewriting) -> None:
    """Say how pages of this type are written anew."""
    _rewritings[model] = rewriting


def rewriting_of(model: type) -> Rewriting:
    """How pages of this type are written anew; copied as they are where nobody said."""
    return _rewritings.get(model, Rewriting())
