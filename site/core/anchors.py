"""Ids on the headings of a body, so that every section can be linked to."""

import html
import re

from vietnamese import slugify

HEADING = re.compile(r"<h2(?P<attributes>[^>]*)>(?P<text>.*?)</h2>", re.DOTALL)
IDENTIFIED = re.compile(r"<h2[^>]*\bid=\"(?P<id>[^\"]+)\"[^>]*>(?P<text>.*?)</h2>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def with_anchors(body: str) -> str:
    """The same HTML with an `id` on every `<h2>` that has none; no id comes twice."""
    taken = {match["id"] for match in IDENTIFIED.finditer(body)}

    def add_id(match: re.Match[str]) -> str:
        if " id=" in match["attributes"]:
            return match[0]
        base = f"muc-{slugify(_text(match['text']))[:60].strip('-')}".rstrip("-")
        anchor, number = base, 2
        while anchor in taken:
            anchor, number = f"{base}-{number}", number + 1
        taken.add(anchor)
        return f'<h2 id="{anchor}"{match["attributes"]}>{match["text"]}</h2>'

    return HEADING.sub(add_id, body)


def headings(body: str) -> list[tuple[str, str]]:
    """(id, text) of every `<h2>` that has an id."""
    return [(match["id"], _text(match["text"])) for match in IDENTIFIED.finditer(body)]


def _text(markup: str) -> str:
    return " ".join(html.unescape(TAG.sub("", markup)).split())
