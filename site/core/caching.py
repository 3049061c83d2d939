"""A cache that costs speed when it is away, never a page."""

import logging
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger(__name__)


def _guarded(name: str, fallback: Callable[..., Any]) -> Callable[..., Any]:
    def method(self: RedisCache, *args: Any, **kwargs: Any) -> Any:
        try:
            return getattr(super(ResilientRedisCache, self), name)(*args, **kwargs)
        except Exception as error:  # redis raises several unrelated classes
            if isinstance(error, (TypeError, ValueError)) and name != "get":
                raise  # a caller's mistake (incr of a missing key), not the server's
            logger.warning("cache away during %s: %s", name, error)
            return fallback(*args, **kwargs)

    method.__name__ = name
    return method


class ResilientRedisCache(RedisCache):
    """Django's Redis cache; with the server away a read is a miss and a write is dropped."""

    get = _guarded("get", lambda key, default=None, version=None: default)
    get_many = _guarded("get_many", lambda keys, version=None: {})
    set = _guarded("set", lambda *args, **kwargs: None)
    set_many = _guarded("set_many", lambda data, *args, **kwargs: list(data))
    add = _guarded("add", lambda *args, **kwargs: True)
    touch = _guarded("touch", lambda *args, **kwargs: False)
    delete = _guarded("delete", lambda *args, **kwargs: False)
    delete_many = _guarded("delete_many", lambda *args, **kwargs: None)
    has_key = _guarded("has_key", lambda *args, **kwargs: False)
    incr = _guarded("incr", lambda key, delta=1, version=None: delta)
    clear = _guarded("clear", lambda: None)
