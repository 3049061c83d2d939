"""Pieces as our rich text and as the state of our blocks in the editing form."""

import re
from html import unescape
from typing import Any

from django.utils.html import escape
from wagtail.rich_text import RichText

from core.blocks import BodyBlock
from writing.paste.inline import plain
from writing.paste.pieces import Line, Piece, TableRows, TextRun

_NUMBER = re.compile(r"[-+]?[\d.,\s]+%?")


def to_html(run: TextRun) -> str:
    """As the database keeps rich text."""
    html: list[str] = []
    open_lists: list[str] = []

    def close(down_to: int) -> None:
        while len(open_lists) > down_to:
            html.append(f"</li></{open_lists.pop()}>")

    for line in run.lines:
        if line.depth < 0:
            close(0)
            tag = f"h{line.level}" if line.level else "p"
            html.append(f"<{tag}>{line.html}</{tag}>")
            continue
        _open(html, open_lists, line, close)
        html.append(line.html)
    close(0)
    return "".join(html)


def _open(html: list[str], open_lists: list[str], line: Line, close: Any) -> None:
    """Begin an item at its depth; one step deeper at most, as lists can be nested."""
    tag = "ol" if line.ordered else "ul"
    depth = min(line.depth, len(open_lists))
    close(depth + 1)
    if len(open_lists) == depth + 1:
        if open_lists[-1] == tag:
            html.append("</li><li>")
            return
        close(depth)
    open_lists.append(tag)
    html.append(f"<{tag}><li>")


def to_form(pieces: list[Piece]) -> list[dict[str, Any]]:
    """For the editor: `html` for where only text can stand, `type` and `state` for a new block."""
    children = BodyBlock().child_blocks
    found: list[dict[str, Any]] = []
    for piece in pieces:
        if isinstance(piece, TableRows):
            kind, value = "table", {"caption": "", "table": table_value(piece), "source": ""}
            value = children[kind].to_python(value)
            html = _rows_as_text(piece)
        else:
            html = to_html(piece)
            kind, value = "paragraph", RichText(html)
        state = children[kind].get_form_state(value)
        found.append({"type": kind, "html": html, "state": state, "text": plain(html)})
    return found


def table_value(table: TableRows) -> dict[str, Any]:
    """The first row heads the columns; a column of figures is one, one with links keeps them."""
    head, *body = table.rows
    kinds = [_kind([row[place] for row in body]) for place in range(len(head))]
    return {
        "columns": [
            {"type": kind, "heading": plain_text(cell)}
            for kind, cell in zip(kinds, head, strict=True)
        ],
        "rows": [
            {
                "values": [
                    f"<p>{cell}</p>" if kind == "rich_text" else plain_text(cell)
                    for kind, cell in zip(kinds, row, strict=True)
                ]
            }
            for row in body
        ],
    }


def _kind(cells: list[str]) -> str:
    if any("<a " in cell for cell in cells):
        return "rich_text"
    words = [plain_text(cell) for cell in cells]
    numbers = [word for word in words if _NUMBER.fullmatch(word)]
    return "number" if numbers and all(word in numbers or not word for word in words) else "text"


def plain_text(html: str) -> str:
    """Words without marks, with the signs HTML escapes."""
    return " ".join(unescape(re.sub(r"<br/>", " ", re.sub(r"</?(?!br)[^>]+>", "", html))).split())


def _rows_as_text(table: TableRows) -> str:
    """Where no table can stand: a line for each row."""
    rows = (" – ".join(filter(None, map(plain_text, row))) for row in table.rows)
    return "".join(f"<p>{escape(row)}</p>" for row in rows)
