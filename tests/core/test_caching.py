"""With the cache server away pages are slower, never broken (CASES F8)."""

import logging

import pytest
from django.core.cache import caches
from django.test import Client, override_settings

from core.caching import ResilientRedisCache
from tests.factories.accounts import UserFactory
from tests.factories.news import ArticlePageFactory, ColumnPageFactory

NOWHERE = "redis://127.0.0.1:1/0"
AWAY = {
    "default": {
        "BACKEND": "core.caching.ResilientRedisCache",
        "LOCATION": NOWHERE,
        "OPTIONS": {"socket_connect_timeout": 0.2},
    }
}


@pytest.fixture
def away():
    return ResilientRedisCache(NOWHERE, {"OPTIONS": {"socket_connect_timeout": 0.2}})


def test_every_read_is_a_miss_and_every_write_is_dropped(away):
    away.set("khóa", "giá trị")
    assert away.get("khóa") is None
    assert away.get("khóa", "mặc định") == "mặc định"
    assert away.get_many(["a", "b"]) == {}
    assert away.set_many({"a": 1, "b": 2}) == ["a", "b"]
    assert away.touch("a") is False
    assert away.has_key("a") is False
    assert "a" not in away
    assert away.delete("a") is False
    assert away.incr("a") == 1
    assert away.incr("a", 5) == 5
    away.delete_many(["a"])
    away.clear()


def test_what_is_not_kept_is_computed_each_time(away):
    counted = []

    def compute():
        counted.append(1)
        return "tính"

    assert away.get_or_set("a", compute) == "tính"
    assert away.get_or_set("a", compute) == "tính"
    assert counted


def test_a_mistake_of_the_caller_is_still_told(away, monkeypatch):
    def missing(*args, **kwargs):
        raise ValueError("Key 'a' not found.")

    monkeypatch.setattr("django.core.cache.backends.redis.RedisCache.incr", missing)
    with pytest.raises(ValueError, match="not found"):
        away.incr("a")


def test_what_is_kept_but_cannot_be_read_is_a_miss(away, monkeypatch):
    def broken(*args, **kwargs):
        raise ValueError("unsupported pickle protocol: 255")

    monkeypatch.setattr("django.core.cache.backends.redis.RedisCache.get", broken)
    assert away.get("a", "mặc định") == "mặc định"


@override_settings(CACHES=AWAY)
def test_readers_and_editors_get_their_pages_without_the_cache_server(home):
    logging.disable(logging.WARNING)
    try:
        page = ArticlePageFactory(parent=ColumnPageFactory(), tags=["nghệ"], title="Bài")
        assert isinstance(caches["default"], ResilientRedisCache)
        reader = Client()
        for url in ("/", "/tin-tuc/", page.url, "/tim-kiem/?q=bai", "/tu-khoa/nghe/", "/rss/"):
            answer = reader.get(url)
            assert answer.status_code == 200, url
        assert reader.get("/khong-co/").status_code == 404
        editor = Client()
        editor.force_login(UserFactory(is_superuser=True))
        assert editor.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    finally:
        logging.disable(logging.NOTSET)
