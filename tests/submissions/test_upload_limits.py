"""How much one request may bring, asked of the application itself (F-01)."""

import json
from urllib.parse import urlsplit

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_started
from django.db import close_old_connections
from django.test import Client

from core.body_limit import limit_of

FORM = "/gui-gioi-thieu/don-vi/gui/"


class Wire:
    """The body on its way in; counts what was read of it."""

    def __init__(self, size):
        self.left, self.taken = size, 0

    def read(self, size=-1):
        size = self.left if size < 0 else min(size, self.left)
        self.left, self.taken = self.left - size, self.taken + size
        return b"0" * size

    readline = read


@pytest.fixture
def ask(db):
    """`ask(path, wire, CONTENT_LENGTH="…")`: status, headers, text."""
    handler = WSGIHandler()
    request_started.disconnect(close_old_connections)  # as the test client does it

    def do(path, wire, method="POST", **more):
        said = {}

        def start(status, headers, exc_info=None):
            said.update(status=int(status.split()[0]), headers=dict(headers))

        parts = urlsplit(path)
        environ = {
            "REQUEST_METHOD": method, "PATH_INFO": parts.path, "QUERY_STRING": parts.query,
            "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": "http", "wsgi.input": wire, "wsgi.errors": None,
            "CONTENT_TYPE": "multipart/form-data; boundary=x", **more,
        }  # fmt: skip
        text = b"".join(handler(environ, start)).decode()
        return said["status"], said["headers"], text

    yield do
    request_started.connect(close_old_connections)


@pytest.mark.parametrize(
    ("path", "most"), [(FORM, 64), ("/admin/login/", 25), ("/tim-kiem/", 25), ("/", 25)]
)
def test_f_01_what_says_it_is_too_long_is_refused_before_a_byte_is_read(ask, path, most):
    limit = most * 2**20
    assert limit_of(path) == limit
    wire = Wire(limit + 1)
    status, headers, text = ask(path, wire, CONTENT_LENGTH=str(limit + 1))
    assert (status, wire.taken) == (413, 0)
    assert f"tối đa {most} MB" in text
    assert "Chưa có gì được nhận" in text
    assert f'href="{path}"' in text
    assert "Content-Security-Policy" in headers


def test_f_01_chunks_without_a_length_are_refused_unread(ask):
    wire = Wire(10 * 2**20)
    status, _headers, text = ask(FORM, wire, HTTP_TRANSFER_ENCODING="chunked")
    assert (status, wire.taken) == (411, 0)
    assert "Chưa có gì được nhận" in text


def test_f_01_of_a_length_that_lies_no_more_is_read_than_was_said(ask):
    wire = Wire(50 * 2**20)
    status, _headers, _text = ask(FORM, wire, CONTENT_LENGTH="1000")
    assert status in (400, 403)
    assert wire.taken <= 1000


def test_f_12_an_upload_that_stops_halfway_is_no_fault_of_ours(ask):
    wire = Wire(1000)
    status, _headers, _text = ask(FORM, wire, CONTENT_LENGTH=str(10 * 2**20))
    assert status in (400, 403)


def test_a_script_is_told_in_its_own_way(ask):
    status, headers, text = ask(
        "/gui-gioi-thieu/don-vi/anh/",
        Wire(0),
        CONTENT_LENGTH=str(2**30),
        HTTP_ACCEPT="application/json",
    )
    assert status == 413
    assert headers["Content-Type"] == "application/json"
    assert json.loads(text) == {"error": "Gửi một lần tối đa 64 MB."}


def test_a_request_within_its_limit_goes_through(db):
    assert Client().post("/tim-kiem/", {"q": "x" * 10_000}).status_code in (200, 302, 403, 405)


def test_who_only_reads_is_asked_for_no_length(ask, home):
    assert ask("/", Wire(0), method="GET", CONTENT_LENGTH="")[0] == 200
