"""Blocks out of what was copied: paragraphs, headings, lists and tables, in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from bs4 import NavigableString, Tag

from writing.paste.inline import inline, is_bold, is_italic, joined, plain
from writing.paste.source import MARKER, read_source, style_of

_BLOCKS: Final = {
    "p", "div", "section", "article", "header", "footer", "main", "aside", "blockquote", "pre",
    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead",
    "tbody", "tfoot", "tr", "td", "th", "hr", "figure", "figcaption", "caption", "center", "body",
    "html", "address",
}  # fmt: skip
_LEVEL: Final = re.compile(r"mso-list:\w+level(\d+)")
_NUMBERED: Final = re.compile(r"^\(?(\d+|[a-zđ]|[ivxlc]+)[.):]", re.I)
DEEPEST: Final = 4


@dataclass
class Line:
    """A paragraph (`level` 0), a heading (1–6) or an item of a list (`depth` from 0)."""

    html: str
    level: int = 0
    depth: int = -1
    ordered: bool = False


@dataclass
class TableRows:
    """A table: each cell as HTML within a paragraph; the first row heads the columns."""

    rows: list[list[str]]


@dataclass
class TextRun:
    """Running text between tables."""

    lines: list[Line] = field(default_factory=list)


Piece = TextRun | TableRows


def read_pieces(html: str) -> list[Piece]:
    """What can be kept of a copied text; [] where there is nothing to read.

    Raises:
        RecursionError: for markup nested without end.
    """
    reader = _Reader()
    reader.walk(read_source(html), bold=False, italic=False)
    reader.flush()
    pieces = [piece for piece in reader.pieces if isinstance(piece, TableRows) or piece.lines]
    _level_headings(pieces)
    return pieces


def _level_headings(pieces: list[Piece]) -> None:
    """The highest heading used becomes the first level of ours, all below it the second."""
    lines = [line for piece in pieces if isinstance(piece, TextRun) for line in piece.lines]
    highest = min((line.level for line in lines if line.level), default=0)
    for line in lines:
        if line.level:
            line.level = 2 if line.level == highest else 3


class _Reader:
    """Walks down the tree and writes a line wherever a block ends."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = [TextRun()]
        self.words: list[str] = []
        self.line = Line("")

    def flush(self) -> None:
        """End the line, if it holds a word."""
        html = joined(self.words)
        self.words = []
        if plain(html):
            run = self.pieces[-1]
            if not isinstance(run, TextRun):
                run = TextRun()
                self.pieces.append(run)
            html = re.sub(r"</?(strong|em)>", "", html) if self.line.level else html
            line = self.line
            run.lines.append(Line(html, line.level, line.depth, line.ordered))
            if line.depth >= 0:  # a second paragraph in an item is a paragraph
                self.line = Line("")

    def walk(self, node: Tag, *, bold: bool, italic: bool) -> None:
        """Everything below a node."""
        for child in list(node.children):
            if isinstance(child, NavigableString):
                self.words.append(inline(child, bold=bold, italic=italic))
            elif isinstance(child, Tag):
                self._tag(child, bold, italic)

    def _tag(self, tag: Tag, bold: bool, italic: bool) -> None:
        if tag.name == "table":
            self.flush()
            self._table(tag)
        elif tag.name in _BLOCKS:
            self.flush()
            before = self.line
            self.line = _line_of(tag) or before
            self.walk(tag, bold=is_bold(tag, bold), italic=is_italic(tag, italic))
            self.flush()
            self.line = before if before.depth < 0 else Line("")
        elif any(isinstance(child, Tag) and child.name in _BLOCKS for child in tag.descendants):
            self.walk(tag, bold=is_bold(tag, bold), italic=is_italic(tag, italic))
        else:
            self.words.append(inline(tag, bold=bold, italic=italic))

    def _table(self, table: Tag) -> None:
        rows = list(_rows(table))
        width = max((len(row) for row in rows), default=0)
        if width < 2 or len(rows) < 2:  # made to place text, not to compare it
            for row in table.find_all(["td", "th"]):
                self._tag_in_cell(row)
            return
        self.pieces.append(TableRows([row + [""] * (width - len(row)) for row in rows]))

    def _tag_in_cell(self, cell: Tag) -> None:
        self.walk(cell, bold=False, italic=False)
        self.flush()


def _line_of(tag: Tag) -> Line | None:
    """What a block begins; None where it only holds others."""
    if tag.name == "li":
        lists = [parent for parent in tag.parents if parent.name in ("ul", "ol")]
        nested = len(lists)
        said = str(tag.get("data-aria-level") or tag.get("aria-level") or "")
        depth = max(nested, int(said) if said.isdigit() else 1) - 1
        ordered = bool(lists) and lists[0].name == "ol"
        return Line("", depth=min(max(depth, 0), DEEPEST), ordered=ordered)
    if level := _heading_level(tag):
        return Line("", level=level)
    found = _LEVEL.search(style_of(tag))
    if tag.name == "p" and found:
        marker = tag.find(lambda inner: MARKER in style_of(inner))
        ordered = bool(marker and _NUMBERED.match(marker.get_text().strip()))
        return Line("", depth=min(int(found[1]) - 1, DEEPEST), ordered=ordered)
    inside = tag.find_parent(["li", "h1", "h2", "h3", "h4", "h5", "h6"])
    return None if inside or tag.name not in ("p", "div") else Line("")


def _heading_level(tag: Tag) -> int:
    if re.fullmatch(r"h[1-6]", tag.name):
        return int(tag.name[1])
    said = str(tag.get("aria-level") or "")
    if tag.get("role") == "heading" and said.isdigit():
        return max(1, min(int(said), 6))
    if "MsoTitle" in (tag.get("class") or []):
        return 1
    return 0


def _rows(table: Tag) -> Iterator[list[str]]:
    """Cells as HTML; a cell over several columns leaves empty ones behind it."""
    for row in table.find_all("tr"):
        if row.find_parent("table") is not table:
            continue
        cells: list[str] = []
        for cell in row.find_all(["td", "th"], recursive=False):
            cells.append(_cell(cell))
            span = str(cell.get("colspan") or "")
            cells += [""] * (min(int(span), 20) - 1 if span.isdigit() else 0)
        if any(plain(cell) for cell in cells):
            yield cells


def _cell(cell: Tag) -> str:
    reader = _Reader()
    reader.walk(cell, bold=False, italic=False)
    reader.flush()
    lines = [line for run in reader.pieces if isinstance(run, TextRun) for line in run.lines]
    return " ".join(line.html for line in lines)
