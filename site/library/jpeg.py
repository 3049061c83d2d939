"""How often a JPEG goes over its picture: each scan costs time, and a small file can hold many."""

import re
from collections.abc import Iterator
from itertools import islice

_NEXT_MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd8\xff]")
MOST_SCANS = 60
"""Cameras and programs write one to about a dozen."""


def has_too_many_scans(data: bytes) -> bool:
    """Whether there are more than `MOST_SCANS` before its end; what follows is not looked at."""
    return next(islice(_scans(data), MOST_SCANS, None), None) is not None


def _scans(data: bytes) -> Iterator[int]:
    at = 2
    while found := _NEXT_MARKER.search(data, at):
        at, marker = found.end(), data[found.end() - 1]
        if marker == 0xD9:
            return
        if marker == 0xDA:
            yield at
        at += int.from_bytes(data[at : at + 2])
