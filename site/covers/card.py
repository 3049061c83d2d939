"""The card chat apps and social networks show for a page: 1200 × 630, drawn with Pillow."""

import io
from dataclasses import astuple, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from covers.motifs import Grid, diamond, star
from covers.threads import KINDS, MARIGOLD, weave_for

SIZE: Final = (1200, 630)
TEXT_WIDTH: Final = 680
STRIP: Final = 32
EDGE: Final = 56
LINES: Final = 5
GROUND, PAPER, SOFT, TERRACOTTA, LEAF = "#17233F", "#FBF8F2", "#B9C5E0", "#D9683A", "#6FA98A"
FONTS: Final = Path(__file__).resolve().parents[2] / "static" / "fonts"
# The larger the fewer lines: (font size, line height, lines that may stand at it).
SCALE: Final = ((54, 72, 3), (46, 62, 4), (38, 52, LINES))

Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Card:
    """What stands on a card.

    Attributes:
        title: headline; cut with an ellipsis where five lines do not hold it.
        note: small line under it, as a rule column and date.
        unit: who speaks, small line at the top.
        site: name of the site.
        kind: `covers.KINDS` key: the ground of the cloth where there is no picture.
    """

    title: str
    note: str
    unit: str
    site: str
    kind: str = "neutral"


def draw_card(card: Card, picture: Image.Image | None = None) -> bytes:
    """JPEG bytes of a card; `picture` (any size) fills the right side, else woven cloth."""
    card = Card(*(_printable(text) for text in astuple(card)))
    canvas = Image.new("RGB", SIZE, GROUND)
    height = SIZE[1] - STRIP
    side = (TEXT_WIDTH, 0, SIZE[0], height)
    if picture is None:
        _weave(canvas, side, card)
    else:
        canvas.paste(_cropped(picture, (side[2] - side[0], height)), side[:2])
    pen = ImageDraw.Draw(canvas)
    _head(pen, card)
    _headline(pen, card)
    _strip(pen, height)
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=86, optimize=True, progressive=True)
    return out.getvalue()


def _printable(text: str) -> str:
    """Without control characters and halves of pairs, which no font can set."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


@lru_cache(maxsize=16)
def _font(name: str, size: int, weight: int = 0) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(str(FONTS / f"{name}.woff2"), size)
    if weight:
        font.set_variation_by_axes([weight])
    return font


def _head(pen: ImageDraw.ImageDraw, card: Card) -> None:
    mark: Grid = {
        (x, y): MARIGOLD for x in range(-6, 7) for y in range(-6, 7) if abs(x) + abs(y) == 6
    }
    mark |= star(PAPER, TERRACOTTA)
    _threads(pen, mark, (EDGE + 36, 84), 6)
    room = TEXT_WIDTH - EDGE - 100
    small, large = _font("be-vietnam-pro-400", 21), _font("source-serif-4-wght", 34, 600)
    pen.text((150, 70), _shortened(card.unit, small, room), SOFT, small, anchor="ls")
    pen.text((150, 116), _shortened(card.site, large, room), PAPER, large, anchor="ls")


def _headline(pen: ImageDraw.ImageDraw, card: Card) -> None:
    room = TEXT_WIDTH - 2 * EDGE
    note = _font("be-vietnam-pro-600", 22)
    pen.text((EDGE, 553), _shortened(card.note, note, room), MARIGOLD, note, anchor="ls")
    font, leading, lines = _set(card.title, room)
    if len(lines) > LINES:
        rest = " ".join(lines[LINES - 1 :])
        lines = [*lines[: LINES - 1], _shortened(rest, font, room)]
    for number, line in enumerate(reversed(lines)):
        pen.text((EDGE, 493 - number * leading), line, PAPER, font, anchor="ls")


def _set(title: str, width: int) -> tuple[ImageFont.FreeTypeFont, int, list[str]]:
    """Font, line height and lines of the headline: the largest size at which it fits."""
    settings = []
    for size, leading, most in SCALE:
        font = _font("source-serif-4-wght", size, 600)
        lines = wrapped(title, font, width)
        settings.append((font, leading, lines))
        if len(lines) <= most:
            break
    return settings[-1]


def wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """`text` in lines no wider than `width` pixels; a word too long for a line is cut."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width:
            lines[-1] = longer
            continue
        lines.append(_shortened(word, font, width))
    return [line for line in lines if line]


def _shortened(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip(' ,.;:')}…"


def _cropped(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The middle of the picture, filling `size`."""
    picture = picture.convert("RGB")
    scale = max(size[0] / picture.width, size[1] / picture.height)
    across, down = round(picture.width * scale), round(picture.height * scale)
    resized = picture.resize((max(across, size[0]), max(down, size[1])), Image.Resampling.LANCZOS)
    left, top = (resized.width - size[0]) // 2, (resized.height - size[1]) // 2
    return resized.crop((left, top, left + size[0], top + size[1]))


def _threads(pen: ImageDraw.ImageDraw, grid: Grid, middle: tuple[int, int], thread: int) -> None:
    for (x, y), colour in grid.items():
        left, top = middle[0] + x * thread, middle[1] + y * thread
        pen.rectangle((left, top, left + thread - 1, top + thread - 1), colour)


def _weave(canvas: Image.Image, box: Box, card: Card) -> None:
    """The lattice of the cover art, for pages without a picture."""
    width, height = box[2] - box[0], box[3] - box[1]
    cloth = Image.new("RGB", (width, height), KINDS.get(card.kind, KINDS["neutral"]).ground)
    weave = weave_for(card.kind, card.title, width)
    tile = diamond(weave.period, weave.body, weave.first, weave.body)
    tile |= star(weave.second, weave.first)
    thread, step = 10, 10 * weave.period
    pen = ImageDraw.Draw(cloth)
    for down in range(-1, height // step + 2):
        for across in range(-1, width // step + 2):
            _threads(pen, tile, (width // 2 + across * step - step, down * step), thread)
    canvas.paste(cloth, box[:2])


def _strip(pen: ImageDraw.ImageDraw, top: int) -> None:
    """The brocade strip of the masthead, four times as large."""
    thread = STRIP // 8
    tile: Grid = {}
    for left, plus in ((3, TERRACOTTA), (19, LEAF)):
        for x in range(-3, 4):
            for y in range(-3, 4):
                distance = abs(x) + abs(y)
                if distance in (0, 1, 3):
                    tile[left + x, 3 + y] = MARIGOLD if distance == 3 else plus
    for left in (11, 27):
        tile |= {(left + x, 3 + y): colour for (x, y), colour in star(PAPER, TERRACOTTA).items()}
    tile |= {(x, y): TERRACOTTA for x in (7, 15, 23, 31) for y in (0, 3, 6)}
    for left in range(0, SIZE[0], 32 * thread):
        _threads(pen, tile, (left, top), thread)
