"""Names of files as their senders gave them: fit to be shown, and fit to be saved under."""

import re
from pathlib import PurePosixPath

from vietnamese import clean

LONGEST = 120
_RESERVED = re.compile(r'[<>:"/\\|?*%;]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.I)


def display_name(name: str) -> str:
    """The last part of a path in NFC, without invisible characters or a leading dot; '' for none.

    At most 120 characters, of which the ending stays.
    """
    name = " ".join(clean(name).replace("\\", "/").rpartition("/")[2].split())
    name = name.lstrip(". ")
    if len(name) <= LONGEST:
        return name
    ending = PurePosixPath(name).suffix[:10]
    return name[: LONGEST - len(ending)].rstrip() + ending


def download_name(name: str, stored: str, otherwise: str) -> str:
    """A name any system can save under, with the ending of the stored file, not the sender's."""
    stem = _RESERVED.sub("-", PurePosixPath(display_name(name)).stem).strip(". -")
    if _DEVICES.fullmatch(stem.partition(".")[0]):
        stem = f"{otherwise}-{stem}"
    return f"{stem or otherwise}{PurePosixPath(stored).suffix}"
