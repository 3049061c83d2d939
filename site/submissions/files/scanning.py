"""Asking ClamAV: the little of its protocol that is needed, over a local socket or TCP.

With CLAMAV_SOCKET unset nothing is asked. A scanner that does not answer is left alone for a
minute, so that one that hangs does not hold up every upload.
"""

import logging
import socket
import struct
import time
from typing import BinaryIO

from django.conf import settings
from django.core.cache import cache

logger = logging.getLogger(__name__)

CHUNK = 64 * 1024
LONGEST_ANSWER = 4096
SECONDS = 20.0
"""For the whole of one scan."""
CONNECT_SECONDS = 3.0
AWAY, AWAY_SECONDS = "submissions.scanner-away", 60


class NotScanned(Exception):
    """Nothing is known about this file."""


class ScannerAway(NotScanned):
    """Nobody answers: there is no use in asking about the next file either."""


def is_set() -> bool:
    """Whether there is a scanner at all."""
    return bool(settings.CLAMAV_SOCKET)


def is_infected(file: BinaryIO) -> bool:
    """Ask about the bytes of `file`, from its beginning.

    Raises:
        NotScanned: the scanner could not say; `ScannerAway` if it did not answer at all.
    """
    if cache.get(AWAY):
        raise ScannerAway("it was away a moment ago")
    file.seek(0)
    try:
        answer = _ask(file, time.monotonic() + SECONDS)
    except (OSError, ValueError) as fault:
        cache.set(AWAY, True, AWAY_SECONDS)
        logger.error("the virus scanner does not answer: %s", fault)
        raise ScannerAway(str(fault)) from fault
    finally:
        file.seek(0)
    return _understood(answer)


def _ask(file: BinaryIO, until: float) -> bytes:
    with _connected() as wire:
        wire.sendall(b"zINSTREAM\0")
        while chunk := file.read(CHUNK):
            wire.settimeout(_left(until))
            wire.sendall(struct.pack("!L", len(chunk)) + chunk)
        wire.sendall(struct.pack("!L", 0))
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
            wire.settimeout(_left(until))
            part = wire.recv(LONGEST_ANSWER)
            if not part:
                break
            answer += part
        return answer


def _connected() -> socket.socket:
    where = settings.CLAMAV_SOCKET
    if "/" not in where:
        host, _colon, port = where.rpartition(":")
        return socket.create_connection((host.strip("[]"), int(port)), timeout=CONNECT_SECONDS)
    wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    wire.settimeout(CONNECT_SECONDS)
    try:
        wire.connect(where)
    except OSError:
        wire.close()
        raise
    return wire


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError("it takes too long")
    return left


def _understood(answer: bytes) -> bool:
    words = answer.rstrip(b"\0\n")
    if words == b"stream: OK":
        return False
    if words.startswith(b"stream: ") and words.endswith(b" FOUND"):
        return True
    logger.error("the virus scanner says %s", ascii(words[:100]))
    raise NotScanned(ascii(words[:100]))
