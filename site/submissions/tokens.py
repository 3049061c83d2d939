"""Private links: 26 letters a person can copy from paper, 130 random bits."""

import hashlib
import re
import secrets

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 26
_LOOK_ALIKES = str.maketrans({"o": "0", "i": "1", "l": "1", "u": "v"})
_BETWEEN = re.compile(r"[\s\-–—.]+")


def new_token() -> str:
    """A fresh token."""
    return "".join(secrets.choice(LETTERS) for _n in range(LENGTH))


def tidy(text: str) -> str:
    """The token in what somebody typed (`ABCD-EF0H …`, an O for a 0); '' if it can be none."""
    token = _BETWEEN.sub("", text.strip()[:200]).lower().translate(_LOOK_ALIKES)
    return token if len(token) == LENGTH and set(token) <= set(LETTERS) else ""


def spelled(token: str) -> str:
    """In groups of four for writing down: `abcd-efgh-…`."""
    return "-".join(token[at : at + 4] for at in range(0, len(token), 4))


def digest_of(token: str) -> str:
    """What the database knows of a token; '' for what is none."""
    found = tidy(token)
    return hashlib.sha256(found.encode()).hexdigest() if found else ""
