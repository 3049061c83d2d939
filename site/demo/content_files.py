"""The demo content on disk: TOML files under `content/`, pictures under `pictures/`."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
CONTENT = ROOT / "content"
PICTURES = ROOT / "pictures"
FILES = ROOT / "files"

Item = dict[str, Any]


@cache
def single(name: str) -> Item:
    """One file, `content/<name>.toml`."""
    return tomllib.loads((CONTENT / f"{name}.toml").read_text("utf-8"))


def items(folder: str) -> Iterator[Item]:
    """Every file of a folder in the order of names; each item knows its slug (`01-abc` → `abc`)."""
    for path in sorted((CONTENT / folder).glob("*.toml")):
        item = tomllib.loads(path.read_text("utf-8"))
        item.setdefault("slug", path.stem.partition("-")[2] or path.stem)
        yield item


def picture_path(stem: str) -> Path:
    """Where the original of a demo picture lies."""
    return PICTURES / f"{stem}.webp"
