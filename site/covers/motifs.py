"""Motifs on the thread grid, as run-length paths. One thread is one square of side 1.

A grid maps (x, y) to a colour. The middle thread of a cover is (0, 0).
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

Grid = dict[tuple[int, int], str]

STAR: Final = ("X..X..X", ".X.X.X.", "..XXX..", "XXX.XXX", "..XXX..", ".X.X.X.", "X..X..X")
ZIGZAG: Final = 12


def _runs(cells: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Horizontal runs (x, y, length) of neighbouring threads."""
    ordered = sorted((y, x) for x, y in cells)
    for _, group in groupby(
        enumerate(ordered), key=lambda item: (item[1][0], item[0] - item[1][1])
    ):
        run = [cell for _, cell in group]
        yield run[0][1], run[0][0], len(run)


def path(cells: Iterable[tuple[int, int]]) -> str:
    """Path data of threads; every run starts relative to the one before."""
    parts: list[str] = []
    last_x = last_y = 0
    for x, y, length in _runs(cells):
        step = f"{x - last_x} {y - last_y}".replace(" -", "-")
        parts.append(f"m{step}h{length}v1h-{length}z")
        last_x, last_y = x, y
    return "M" + "".join(parts)[1:]


def draw(grid: Grid) -> str:
    """SVG of a grid: one path for each colour."""
    by_colour: dict[str, list[tuple[int, int]]] = {}
    for cell, colour in grid.items():
        by_colour.setdefault(colour, []).append(cell)
    return "".join(
        f'<path fill="{colour}" d="{path(cells)}"/>' for colour, cells in by_colour.items()
    )


def star(colour: str, middle: str) -> Grid:
    """The eight-point star, seven threads wide, around (0, 0)."""
    grid = {
        (x - 3, y - 3): colour
        for y, row in enumerate(STAR)
        for x, mark in enumerate(row)
        if mark == "X"
    }
    grid[0, 0] = middle
    return grid


def diamond(period: int, edge: str, outline: str, rings: str) -> Grid:
    """One tile of the lattice: a diamond with edge and outline, rings of threads outside it."""
    half = period // 2
    grid: Grid = {}
    for y in range(-half, half):
        for x in range(-half, half):
            distance = abs(x) + abs(y)
            if distance == half:
                grid[x, y] = edge
            elif distance == half - 2 or (distance == half - 3 and period >= 20):
                grid[x, y] = outline
            elif distance > half + 1 and (distance - half) % 3 == 2:
                grid[x, y] = rings
    return grid


def zigzag(colour: str, top: int) -> Grid:
    """One tile of a zigzag two threads thick and seven high, with its point at x = 0."""
    grid: Grid = {}
    for x in range(-ZIGZAG // 2, ZIGZAG // 2):
        depth = top + min(ZIGZAG // 2 - abs(x), 5)
        grid[x, depth] = grid[x, depth + 1] = colour
    return grid


def dash(colour: str, y: int, length: int) -> Grid:
    """One tile of a dashed line, symmetric about x = 0 (length 1: every second thread)."""
    reach = length // 2
    return {(x, y): colour for x in range(-reach, reach + 1)}
