"""Colours of each kind, and what the seed decides: thread, period, layout, order of colours."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

MARIGOLD: Final = "#E9A820"
PAPER: Final = "#F6EBD8"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Palette:
    """Ground, body colour and the three accents whose order the seed decides."""

    ground: str
    body: str
    accents: tuple[str, str, str]

    @property
    def colours(self) -> frozenset[str]:
        """Every colour that may appear."""
        return frozenset((self.ground, self.body, *self.accents))


KINDS: Final[dict[str, Palette]] = {
    "news": Palette("#17233F", "#35539B", (MARIGOLD, PAPER, "#D9683A")),
    "story": Palette("#5B2110", "#C9683A", (MARIGOLD, PAPER, "#8FB49A")),
    "product": Palette("#12452F", "#4C9069", (MARIGOLD, PAPER, "#D9683A")),
    "event": Palette("#4A213D", "#A26A8C", (MARIGOLD, PAPER, "#8FB0D8")),
    "neutral": Palette("#2A3140", "#66738C", (MARIGOLD, PAPER, "#8FB49A")),
}
DEFAULT_KIND: Final = "neutral"


class Dice:
    """Choices that depend on the seed alone, the same on every machine and in every version."""

    def __init__(self, seed: str) -> None:
        raw = seed.encode("utf-8", "surrogatepass")
        self._number = int.from_bytes(hashlib.blake2b(raw, digest_size=16).digest(), "big")
        self.tag = f"{self._number & 0xFFFFF:05x}"

    def roll(self, sides: int) -> int:
        """A number from 0 to sides - 1."""
        self._number, rest = divmod(self._number, sides)
        return rest

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.roll(len(options))]

    def shuffled(self, options: Sequence[T]) -> list[T]:
        """The options in an order of their own."""
        left = list(options)
        return [left.pop(self.roll(len(left))) for _ in options]


@dataclass(frozen=True, slots=True)
class Weave:
    """All that is decided about one cover. `first`, `second`, `third` are the accents in order."""

    ground: str
    body: str
    first: str
    second: str
    third: str
    thread: int
    period: int
    banded: bool
    tag: str


def weave_for(kind: str, seed: str, longest: int) -> Weave:
    """Decide the weave of a kind (unknown ones are neutral) whose longer side is `longest`."""
    palette = KINDS.get(kind, KINDS[DEFAULT_KIND])
    dice = Dice(f"{kind}\0{seed}")
    first, second, third = dice.shuffled(palette.accents)
    return Weave(
        ground=palette.ground,
        body=palette.body,
        first=first,
        second=second,
        third=third,
        thread=round(dice.pick((8, 10, 10, 12)) * longest / 800),
        period=dice.pick((16, 20, 24, 28)),
        banded=dice.roll(2) == 1,
        tag=dice.tag,
    )
