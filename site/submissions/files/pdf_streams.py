"""What is packed into a PDF: how much it unpacks to, and JPEGs stripped of all but the picture."""

import re
import zlib
from enum import IntEnum
from typing import Final

from pikepdf import Array, Name, Object, Stream

MEGABYTE: Final = 1024 * 1024
LARGEST_STREAM, LARGEST_TOTAL = 160 * MEGABYTE, 768 * MEGABYTE
"""Unpacked: a page at 600 dots to the inch in full colour is 105 MB."""
CODED = (Name.DCTDecode, Name.JPXDecode, Name.CCITTFaxDecode, Name.JBIG2Decode)
PACKED = ([], [Name.FlateDecode], [Name.ASCII85Decode], [Name.ASCIIHexDecode])
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


class Outcome(IntEnum):
    """How it ended; anything else is a fault or a limit."""

    CLEAN = 0
    ENCRYPTED = 10
    DAMAGED = 11
    TOO_MANY_PAGES = 12
    TOO_COMPLICATED = 13


class Refused(Exception):
    """Why there will be no clean copy."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.name)
        self.outcome = outcome


class Scales:
    """Weighs what unpacks to how much, without keeping it: no bomb is handed on to a reader."""

    def __init__(self) -> None:
        self.total = 0

    def weigh(self, stream: Stream) -> None:
        """Count one stream.

        Raises:
            Refused: it is too much, or packed twice over.
        """
        filters = filters_of(stream)
        if len(filters) > 2 or filters.count(Name.FlateDecode) > 1:
            raise Refused(Outcome.TOO_COMPLICATED)
        if filters[:1] != [Name.FlateDecode]:
            return
        data, size, unpack = stream.read_raw_bytes(), 0, zlib.decompressobj()
        while data and not unpack.eof:
            size += len(unpack.decompress(data, MEGABYTE))
            data = unpack.unconsumed_tail
            if size > LARGEST_STREAM or self.total + size > LARGEST_TOTAL:
                raise Refused(Outcome.TOO_COMPLICATED)
        self.total += size


def filters_of(stream: Stream) -> list[Object]:
    """How it is packed, outermost first."""
    found = stream.get("/Filter")
    if isinstance(found, Array):
        return list(found)
    return [] if found is None else [found]


def is_as_we_write(stream: Stream) -> bool:
    """Packed once, or a coded picture packed once more: all else was rewritten, if it could be."""
    *outer, inner = filters_of(stream) or [Name.FlateDecode]
    return outer in PACKED if inner in CODED else inner == Name.FlateDecode and not outer


def clean_picture(stream: Stream) -> None:
    """Of a JPEG only what draws it: no EXIF, no comment, nothing behind its end."""
    if filters_of(stream) == [Name.DCTDecode]:
        stream.write(
            bare_jpeg(stream.read_raw_bytes()),
            filter=Name.DCTDecode,
            decode_parms=stream.get("/DecodeParms"),
        )


def bare_jpeg(data: bytes) -> bytes:
    """A JPEG without application segments (but Adobe's, which tells its colours) and comments.

    Raises:
        Refused: it is no JPEG.
    """
    if data[:2] != b"\xff\xd8":
        raise Refused(Outcome.DAMAGED)
    out, at = bytearray(data[:2]), 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise Refused(Outcome.DAMAGED)
        marker = data[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        if marker == 0xD9:
            break
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == 0xDA:
            end = _end_of_scan(data, end)
        is_extra = marker == 0xFE or (0xE0 <= marker <= 0xEF and marker != 0xEE)
        if not is_extra:
            out += data[at:end]
        at = end
    return bytes(out + b"\xff\xd9")


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker begins that is neither a stuffed byte nor a restart."""
    found = _NEXT_MARKER.search(data, at)
    return found.start() if found else len(data)
