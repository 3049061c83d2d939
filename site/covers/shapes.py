"""The sizes cover art is drawn in, in CSS pixels."""

from typing import Final

SHAPES: Final[dict[str, tuple[int, int]]] = {
    "wide": (800, 450),
    "card": (800, 600),
    "photo": (900, 600),
    "square": (800, 800),
    "portrait": (640, 800),
}
DEFAULT_SHAPE: Final = "card"


def size_of(shape: str) -> tuple[int, int]:
    """Width and height of a shape; an unknown one is drawn as a card."""
    return SHAPES.get(shape, SHAPES[DEFAULT_SHAPE])
