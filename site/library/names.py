"""Names of files on disk: 128 random bits, so that no address can be guessed."""

import secrets
from pathlib import PurePath

from vietnamese import slugify


def random_name(filename: str) -> str:
    """32 random hex digits and the ending of `filename` (at most 5 ASCII letters and digits)."""
    ending = "".join(
        c for c in PurePath(filename).suffix[1:].lower() if c.isascii() and c.isalnum()
    )
    return secrets.token_hex(16) + (f".{ending[:5]}" if ending else "")


def download_name(title: str, stored: str) -> str:
    """A name people recognise, yet cannot guess: the title and 12 digits of `stored`."""
    path = PurePath(stored)
    return f"{slugify(title)[:80] or 'tep'}-{path.stem[:12]}{path.suffix}"
