"""Limits: who counts as one place, and what happens when the cache is away."""

import pytest
import time_machine
from django.core.cache import cache

from core import throttle
from core.throttle import client_network, within_limit


@pytest.mark.parametrize(
    ("remote", "forwarded", "who"),
    [
        ("203.0.113.5", "198.51.100.1", "203.0.113.5"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "rubbish", "unknown"),
        ("2001:db8:1:2:aaaa::1", "", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "", "2001:db8:1:2::/64"),
        ("", "", "unknown"),
    ],
)
def test_a_place_is_an_address_or_a_64_as_the_trusted_proxy_saw_it(rf, remote, forwarded, who):
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    request = rf.get("/", headers=headers, REMOTE_ADDR=remote)
    assert client_network(request) == who


def test_a_limit_holds_for_its_time_and_for_its_place():
    cache.clear()
    with time_machine.travel("2026-11-24T03:00:00Z", tick=False) as clock:
        acts = [within_limit("x", "a", limit=2, seconds=60) for _ in range(3)]
        assert acts == [True, True, False]
        assert within_limit("x", "b", limit=2, seconds=60)
        assert within_limit("y", "a", limit=2, seconds=60)
        clock.shift(61)
        assert within_limit("x", "a", limit=2, seconds=60)


def test_no_address_stands_in_the_cache(monkeypatch):
    kept = []
    monkeypatch.setattr(throttle.cache, "add", lambda key, *rest: kept.append(key) or True)
    within_limit("x", "203.0.113.5", limit=1, seconds=60)
    assert kept
    assert "203.0.113.5" not in kept[0]


def test_without_a_cache_everything_is_let_through(monkeypatch):
    def broken(*args):
        raise ConnectionError("away")

    monkeypatch.setattr(throttle.cache, "add", broken)
    assert within_limit("x", "a", limit=1, seconds=60)
