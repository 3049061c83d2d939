"""Compose a cover: a lattice that fills all, or bands mirrored about the middle."""

from functools import lru_cache
from math import ceil

from covers.motifs import ZIGZAG, Grid, dash, diamond, draw, star, zigzag
from covers.shapes import size_of
from covers.threads import Weave, weave_for

STAR_STEP = 10
LEFT_RIGHT = "-1 0 0 1 1 0"
UP_DOWN = "1 0 0-1 0 1"


class _Loom:
    """Collects the SVG of one cover; `reach` is the number of threads from the middle to a side."""

    def __init__(self, weave: Weave, reach: tuple[int, int]) -> None:
        self.weave = weave
        self.across, self.down = reach
        self.count = 0

    def name(self) -> str:
        """A short id, unlike those of other covers on the same page."""
        self.count += 1
        return f"c{self.weave.tag}{self.count}"

    def row(self, art: str, period: int) -> str:
        """A tile repeated to both sides."""
        return self._repeat(art, period, self.across, "x")

    def column(self, art: str, period: int) -> str:
        """Something repeated up and down."""
        return self._repeat(art, period, self.down, "y")

    def _repeat(self, art: str, period: int, reach: int, axis: str) -> str:
        name = self.name()
        times = ceil((reach - period / 2) / period)
        copies = "".join(
            f'<use href="#{name}" {axis}="{k * period}"/>' for k in range(-times, times + 1) if k
        )
        return f'<g id="{name}">{art}</g>{copies}'

    def mirrored(self, art: str, matrix: str) -> str:
        """Something and its mirror image about the middle thread."""
        name = self.name()
        return f'<g id="{name}">{art}</g><use href="#{name}" transform="matrix({matrix})"/>'

    def quarters(self, grid: Grid) -> str:
        """A tile that is the same in all four quarters, drawn from the upper left one."""
        quarter = {(x, y): colour for (x, y), colour in grid.items() if x <= 0 and y <= 0}
        return self.mirrored(self.mirrored(draw(quarter), LEFT_RIGHT), UP_DOWN)

    def line(self, y: int, colour: str) -> str:
        """A line one thread thick over the whole width."""
        left, length = -self.across, 2 * self.across + 1
        return f'<path fill="{colour}" d="M{left} {y}h{length}v1H{left}z"/>'


def _lattice(loom: _Loom) -> str:
    weave = loom.weave
    tile = diamond(weave.period, weave.body, weave.first, weave.body)
    tile |= star(weave.second, weave.first)
    return loom.column(loom.row(loom.quarters(tile), weave.period), weave.period)


def _middle_band(loom: _Loom) -> str:
    weave = loom.weave
    tile = diamond(weave.period, weave.first, weave.body, weave.body)
    tile |= star(weave.second, weave.body)
    return loom.row(loom.quarters(tile), weave.period)


def _lower_bands(loom: _Loom) -> str:
    """All that lies under the middle band, from its edge outwards."""
    weave = loom.weave
    edge = weave.period // 2 + 2
    art = [
        loom.line(edge, weave.third),
        loom.row(draw(dash(weave.body, edge + 2, 2)), 4),
        loom.row(draw(zigzag(weave.second, edge + 4)), ZIGZAG),
        loom.line(edge + 13, weave.first),
        loom.row(draw(dash(weave.body, edge + 15, 1)), 2),
    ]
    if edge + 17 <= loom.down:
        art.append(_stars(loom, edge + 20))
        art.append(loom.line(edge + 26, weave.first))
    if edge + 29 <= loom.down:
        art.append(loom.row(draw(zigzag(weave.body, edge + 29)), ZIGZAG))
        art.append(loom.line(edge + 38, weave.third))
    return "".join(art)


def _stars(loom: _Loom, y: int) -> str:
    """A row of stars in two colours by turns."""
    weave = loom.weave
    tile: Grid = {}
    for (dx, dy), _ in star(weave.body, weave.body).items():
        tile[dx, y + dy] = weave.body
        side = STAR_STEP if dx < 0 else -STAR_STEP
        tile[dx + side, y + dy] = weave.third
    return loom.row(draw(tile), 2 * STAR_STEP)


def _bands(loom: _Loom) -> str:
    return _middle_band(loom) + loom.mirrored(_lower_bands(loom), UP_DOWN)


@lru_cache(maxsize=512)
def render_cover(kind: str, seed: str, shape: str) -> str:
    """SVG text of the cover of an item. The same words give the same cloth, for ever."""
    width, height = size_of(shape)
    weave = weave_for(kind, seed, max(width, height))
    thread = weave.thread
    loom = _Loom(weave, (ceil(width / thread / 2) + 1, ceil(height / thread / 2) + 1))
    art = _bands(loom) if weave.banded else _lattice(loom)
    left, top = (width - thread) / 2, (height - thread) / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" shape-rendering="crispEdges">'
        f'<path fill="{weave.ground}" d="M0 0h{width}v{height}H0z"/>'
        f'<g transform="translate({left:g} {top:g})scale({thread})">{art}</g></svg>'
    )
