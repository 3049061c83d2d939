"""Limits on how often one place may do something. Nobody's address is kept anywhere.

The key in the cache is a keyed hash of the address that changes each day and expires with its
window; it leads to nobody.
"""

import hashlib
import hmac
import ipaddress
import logging

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

logger = logging.getLogger(__name__)


def client_network(request: HttpRequest) -> str:
    """The reader's IPv4 address or IPv6 /64, as the trusted proxy saw it.

    `X-Forwarded-For` counts only where the connection comes from one of TRUSTED_PROXIES, and of it
    only the last entry: the one that proxy wrote.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if address in settings.TRUSTED_PROXIES:
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if found.version == 6:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found)


def within_limit(scope: str, who: str, *, limit: int, seconds: int) -> bool:
    """Count one act and say whether it is within `limit` acts in `seconds`.

    Without a cache everything is within its limit: a broken cache costs protection, not pages.
    """
    today = timezone.localdate().isoformat()
    secret = f"{settings.SECRET_KEY}{today}".encode()
    digest = hmac.new(secret, f"{scope}\0{who}".encode(), hashlib.sha256).hexdigest()[:32]
    key = f"throttle:{digest}"
    try:
        if cache.add(key, 1, seconds):
            return limit >= 1
        return int(cache.incr(key)) <= limit
    except ValueError:  # it expired between the two calls
        return True
    except Exception:
        logger.exception("the limit of %s could not be counted", scope)
        return True
