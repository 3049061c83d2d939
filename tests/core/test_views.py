"""Errors, health, headers, cache."""

import logging

import pytest
from django.core.cache import caches
from django.test import Client, override_settings

from core.caching import ResilientRedisCache
from core.views import bad_request, permission_denied, server_error
from tests.factories.home import StandardPageFactory


def test_a_page_that_is_not_there_says_so_in_the_frame_of_the_site(client, home):
    answer = client.get("/khong-co-dau/")
    text = answer.content.decode()
    assert answer.status_code == 404
    assert "Trang này chưa được dệt" in text
    assert 'role="search"' in text
    assert "noindex" in text


def test_the_page_for_404_stands_even_without_a_site(client, db):
    from wagtail.models import Site

    Site.objects.all().delete()
    assert client.get("/gi-do/").status_code == 404


@pytest.mark.parametrize(
    ("view", "status", "words"),
    [
        (bad_request, 400, "Địa chỉ có ký tự"),
        (permission_denied, 403, "Cửa này đang khóa"),
        (server_error, 500, "đã được ghi lại"),
    ],
)
def test_errors_are_designed_and_need_no_database(rf, view, status, words):
    answer = view(rf.get("/"))
    assert answer.status_code == status
    assert words in answer.content.decode()
    assert '<html lang="vi">' in answer.content.decode()


@pytest.mark.parametrize("path", ["/%00", "/tin-tuc/%01/", "/a%0Ab/", "/%1F"])
def test_control_characters_in_a_path_are_refused(client, home, path):
    assert client.get(path).status_code == 400


def test_a_fault_in_a_view_ends_in_the_designed_500(home, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("đứt sợi")

    monkeypatch.setattr("search.views.SearchListing", broken)
    logging.disable(logging.CRITICAL)
    try:
        answer = Client(raise_request_exception=False).get("/tim-kiem/")
    finally:
        logging.disable(logging.NOTSET)
    assert answer.status_code == 500
    assert "đứt một sợi" in answer.content.decode()
    assert "RuntimeError" not in answer.content.decode()


def test_health_answers_without_a_database(client):
    assert client.get("/healthz").json() == {"status": "ok"}


def test_pages_allow_nothing_from_outside_and_no_inline_code(client, home):
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "object-src 'none'" in policy
    assert "unsafe" not in policy
    assert client.get("/")["X-Content-Type-Options"] == "nosniff"


def test_posting_to_a_page_that_takes_nothing_changes_nothing(client, home):
    page = StandardPageFactory(parent=home)
    assert client.post(page.url, {"title": "x"}).status_code in (200, 403, 405)
    page.refresh_from_db()
    assert page.title != "x"


AWAY = {
    "default": {
        "BACKEND": "core.caching.ResilientRedisCache",
        "LOCATION": "redis://127.0.0.1:1/0",
        "OPTIONS": {"socket_connect_timeout": 0.2},
    }
}


@override_settings(CACHES=AWAY)
def test_with_the_cache_server_away_pages_are_only_slower(client, home, caplog):
    assert isinstance(caches["default"], ResilientRedisCache)
    answer = client.get("/")
    assert answer.status_code == 200
    cache = caches["default"]
    cache.set("a", 1)
    assert cache.get("a", "nichts") == "nichts"
    assert cache.get_many(["a"]) == {}
    assert cache.add("a", 1) is True
    assert cache.delete("a") is False
    assert "cache away" in caplog.text


@pytest.mark.redis
def test_with_the_cache_server_there_it_keeps_things():
    import os

    address = os.environ.get("TEST_REDIS_URL")
    if not address:
        pytest.skip("no Redis server: set TEST_REDIS_URL")
    cache = ResilientRedisCache(address, {})
    cache.set("chào", "bạn", 10)
    assert cache.get("chào") == "bạn"
    cache.delete("chào")
    assert cache.get("chào") is None
    with pytest.raises(ValueError, match="not found"):
        cache.incr("không có")
