"""Clean and fold text: what is stored, and what is compared."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

# Letters that Unicode does not take apart. Eth and African D are typed for Đ by mistake.
LETTERS: Final[Mapping[str, str]] = {
    "Đ": "D",
    "đ": "d",
    "Ð": "D",
    "ð": "d",
    "Ɖ": "D",
    "ɖ": "d",
    "Æ": "AE",
    "æ": "ae",
    "Œ": "OE",
    "œ": "oe",
    "ẞ": "SS",
    "ß": "ss",
    "Ø": "O",
    "ø": "o",
    "Ł": "L",
    "ł": "l",
    "Þ": "TH",
    "þ": "th",
    "Ħ": "H",
    "ħ": "h",
    "Ŧ": "T",
    "ŧ": "t",
    "Ŋ": "N",
    "ŋ": "n",
    "ı": "i",
}

# The inside of a character class, read alike by Python and by JavaScript: controls that do not
# separate words, soft hyphen, zero-width, direction and filler characters.
INVISIBLE: Final = (
    r"\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    + "\U000e0000-\U000e007f"
)

_PLANE_ENDS = "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
_REMOVED = re.compile(f"[{INVISIBLE}\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]")
_LINE_BREAK = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
_LETTERS_TABLE = str.maketrans(dict(LETTERS))


def clean(text: str, *, multiline: bool = False) -> str:
    """Return ``text`` in NFC, safe to store, show and put in XML 1.0.

    Invisible, control and non-characters and lone surrogates go. Tabs and line breaks become
    spaces, or stay (breaks as ``\\n``) with ``multiline``. Ends are stripped, inner spaces kept.
    """
    text = _LINE_BREAK.sub("\n" if multiline else " ", text)
    if not multiline:
        text = text.replace("\t", " ")
    return unicodedata.normalize("NFC", _REMOVED.sub("", text)).strip()


def strip_marks(text: str) -> str:
    """Return ``text`` without marks; đ and other undivided Latin letters become plain ones."""
    parts = unicodedata.normalize("NFKD", text)
    kept = "".join(char for char in parts if unicodedata.category(char) not in ("Mn", "Me"))
    return kept.translate(_LETTERS_TABLE)


def fold(text: str) -> str:
    """Return ``text`` for comparing and searching: lower case, no marks, đ as d, single spaces.

    Every way to type the same letters (NFC, NFD, full width) folds to the same string.
    """
    plain = strip_marks(clean(text, multiline=True)).lower()
    return " ".join(unicodedata.normalize("NFC", plain).split())
