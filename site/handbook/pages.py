"""The handbook: Markdown files of `docs/`, one a task, read as they are.

`docs/huong-dan/` is for those who write and approve, `docs/van-hanh/` for whoever keeps the server.
A file is called `<number>-<slug>.md`; its first line is `# <title>`, its first paragraph says what
the page is for. Pictures lie in `anh/` beside the files.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from markdown_it import MarkdownIt

FILE_NAME = re.compile(r"(?P<number>\d{2})-(?P<slug>[a-z0-9-]+)\.md")
PICTURE_NAME = re.compile(r"[a-z0-9-]+\.(?:jpg|png|svg)")
BOOKS = {"huong-dan": "editors", "van-hanh": "operators"}
"""Folder of each book: whom it is for."""


@dataclass(frozen=True)
class HandbookPage:
    """One page: where it lies and what it says."""

    book: str
    slug: str
    path: Path

    @property
    def source(self) -> str:
        """The Markdown."""
        return self.path.read_text("utf-8")

    @property
    def title(self) -> str:
        """Its first heading."""
        return self.source.partition("\n")[0].removeprefix("#").strip()

    @property
    def summary(self) -> str:
        """Its first paragraph, without markup."""
        paragraphs = self.source.split("\n\n", 2)[1:2]
        return re.sub(r"[*`_]|\[([^]]*)\]\([^)]*\)", r"\1", " ".join(paragraphs)).strip()

    def html(self) -> str:
        """The page below its title, links between files turned into addresses of the admin.

        Raw HTML in a file stays text.
        """
        reader = MarkdownIt("commonmark", {"html": False}).enable("table")
        tokens = reader.parse(self.source.partition("\n")[2])
        for token in (child for block in tokens for child in block.children or ()):
            if token.type == "image":
                token.attrs["src"] = f"../{token.attrs['src']}"
                token.attrs["loading"] = "lazy"
            elif token.type == "link_open":
                token.attrs["href"] = _address(str(token.attrs["href"]))
        return str(reader.renderer.render(tokens, reader.options, {}))


def _address(target: str) -> str:
    """`02-viet-tin.md#anh` → `../viet-tin/#anh`; another book one step up; the web as it is."""
    path, _hash, anchor = target.partition("#")
    parts = path.rsplit("/", 1)
    match = FILE_NAME.fullmatch(parts[-1])
    if not match:
        return target
    book = f"../../{Path(parts[0]).name}" if len(parts) > 1 else ".."
    return f"{book}/{match['slug']}/{f'#{anchor}' if anchor else ''}"


def folder(book: str) -> Path:
    """Where a book lies."""
    return Path(settings.BASE_DIR) / "docs" / book


def pages(book: str) -> list[HandbookPage]:
    """All pages of a book, in their order; none where the folder was not shipped."""
    found = []
    for path in sorted(folder(book).glob("*.md")):
        if match := FILE_NAME.fullmatch(path.name):
            found.append(HandbookPage(book, match["slug"], path))
    return found


def find(book: str, slug: str) -> HandbookPage | None:
    """The page of that name."""
    return next((page for page in pages(book) if page.slug == slug), None)


def picture(book: str, name: str) -> Path | None:
    """The file of a picture; None for anything that is no picture of the book."""
    path = folder(book) / "anh" / name
    return path if PICTURE_NAME.fullmatch(name) and path.is_file() else None
