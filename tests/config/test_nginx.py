"""What nginx sends by itself says the same as what Django sends; tried with a real nginx."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import suppress
from http.client import RemoteDisconnected
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from config import headers
from tests.config.test_headers import production

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
NGINX = (DEPLOY / "nginx.conf").read_text()
SNIPPET = (DEPLOY / "nginx-headers.conf").read_text()
INCLUDE = "include /etc/nginx/snippets/portal-headers.conf;"
SENT = dict(re.findall(r'^add_header (\S+) "(.*)" always;$', SNIPPET, re.M))


def directives(policy):
    return {tuple(part.split()) for part in policy.split(";") if part.strip()}


def test_nginx_and_django_say_the_same(settings, home):
    for name, value in production().items():
        setattr(settings, name, tuple(value) if name == "SECURE_PROXY_SSL_HEADER" else value)
    answer = Client(headers={"x-forwarded-proto": "https"}).get("/")
    assert answer.status_code == 200
    for name, value in SENT.items():
        if name == "Content-Security-Policy":
            assert directives(value) == directives(answer[name])
        else:
            assert value == answer[name], name
    assert len(SENT) == 7
    assert SENT["Permissions-Policy"] == headers.PERMISSIONS


def blocks():
    """The head and the body of each `location`."""
    return re.findall(
        r"^    location ([^{]*(?:\"[^\"]*\"[^{]*)?)\{\n(.*?)^    \}", NGINX, re.M | re.S
    )


def test_no_location_loses_the_headers_by_adding_one_of_its_own():
    """`add_header` in a location drops all of the outer ones."""
    found = blocks()
    assert len(found) == NGINX.count("location ")
    for head, body in found:
        answers_itself = "proxy_pass" not in body and "return 301" not in body
        if answers_itself:
            assert INCLUDE in body, head
        if "add_header" in body:
            assert answers_itself, head
            assert INCLUDE in body, head


def test_nothing_is_said_twice_where_django_answers():
    passed_on = [body for _, body in blocks() if "proxy_pass" in body]
    assert len(passed_on) == 2
    assert not [body for body in passed_on if INCLUDE in body]
    tls_server = NGINX[NGINX.index("listen 443 ssl http2") :]
    outside = re.sub(r"^    location .*?^    \}", "", tls_server, flags=re.M | re.S)
    assert INCLUDE not in outside


def test_f_01_nginx_and_django_take_the_same_sizes(settings):
    said = dict(
        re.findall(r"^    location (/\S+) \{\n\s+client_max_body_size (\d+)m;", NGINX, re.M)
    )
    assert {path: int(most) * 2**20 for path, most in said.items()} == settings.BODY_LIMITS
    (outside,) = re.findall(r"^    client_max_body_size (\d+)m;", NGINX, re.M)
    assert int(outside) * 2**20 == settings.BODY_LIMIT


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def nginx(tmp_path, settings, db):
    """The real thing with nobody behind it; gives its addresses with and without TLS."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None or shutil.which("openssl") is None:
        pytest.skip("nginx is not installed")
    settings.STATIC_ROOT = str(tmp_path / "static")
    call_command("write_plain_pages", verbosity=0)
    (tmp_path / "static" / "a.css").write_text("a{}")
    name = ["-subj", "/CN=phuong.example", "-addext", "subjectAltName=DNS:phuong.example"]
    key, certificate = tmp_path / "privkey.pem", tmp_path / "fullchain.pem"
    subprocess.run(
        [
            *["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"],
            *name,
            "-keyout",
            str(key),
            "-out",
            str(certificate),
        ],
        check=True,
        capture_output=True,
    )
    plain, tls = free_port(), free_port()
    text = NGINX
    for old, new in {
        "/etc/nginx/snippets/portal-headers.conf": str(DEPLOY / "nginx-headers.conf"),
        "/etc/nginx/tls": str(tmp_path),
        "/srv/portal/var": str(tmp_path),
        "/var/log/nginx": str(tmp_path),
        "127.0.0.1:8000": f"127.0.0.1:{free_port()}",
        "listen 80": f"listen 127.0.0.1:{plain}",
        "listen 443": f"listen 127.0.0.1:{tls}",
    }.items():
        text = text.replace(old, new)
    temporary = "".join(
        f"{kind}_temp_path {tmp_path / kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; {user} pid {tmp_path / 'pid'}; error_log {tmp_path / 'main.log'};"
        f"events {{}} http {{ include /etc/nginx/mime.types; {temporary}\n{text}\n}}"
    )
    process = subprocess.Popen(
        [program, "-e", str(tmp_path / "main.log"), "-c", str(tmp_path / "nginx.conf")]
    )
    try:
        wait_for(tls, process, tmp_path / "main.log")
        yield plain, tls
    finally:
        process.terminate()
        process.wait(20)


def wait_for(port, process, log):
    for _ in range(100):
        assert process.poll() is None, log.read_text()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(log.read_text())


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


def ask(scheme, port, path, host="phuong.example", sent=None):
    """Status, headers, text. The certificate is our own; TLS is asked for by the name.

    `sent`: in place of a GET, a POST with these headers and then these parts.
    """
    if scheme == "http":
        request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": host})
        try:
            answer = urllib.request.build_opener(_NoRedirect).open(request, timeout=20)
        except urllib.error.HTTPError as fault:
            answer = fault
        return answer.status, answer.headers, answer.read().decode()
    context = ssl._create_unverified_context()
    with (
        socket.create_connection(("127.0.0.1", port), timeout=20) as plain,
        context.wrap_socket(plain, server_hostname=host) as wire,
    ):
        verb, more, parts = ("POST", *sent) if sent else ("GET", "", ())
        head = f"{verb} {path} HTTP/1.1\r\nHost: {host}\r\n{more}Connection: close\r\n\r\n"
        wire.sendall(head.encode())
        with suppress(OSError):  # it hangs up once it has heard enough
            for part in parts:
                wire.sendall(part)
        raw = b""
        while part := wire.recv(65536):
            raw += part
    head, _, body = raw.decode().partition("\r\n\r\n")
    lines = head.split("\r\n")
    found = [line.split(": ", 1) for line in lines[1:]]
    assert len({name.lower() for name, _ in found}) == len(found), "a header stands twice"
    return int(lines[0].split()[1]), dict(found), body


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/static/a.css", 200, "a{}"),
        ("/static/khong-co.css", 404, "Không mở được địa chỉ này"),
        ("/media/original_images/x.jpg", 404, "Không mở được địa chỉ này"),
        (f"/media/images/{'0' * 32}.webp", 404, "Không mở được địa chỉ này"),
        ("/static/loi/bao-tri.html", 404, "Không mở được địa chỉ này"),
        ("/tin-tuc/", 503, "Tạm nghỉ để bảo trì"),
    ],
)
def test_whatever_nginx_answers_by_itself_carries_every_header_once(nginx, path, status, words):
    got, sent, text = ask("https", nginx[1], path)
    assert (got, words in text) == (status, True)
    assert {name: sent.get(name) for name in SENT} == SENT
    assert sent["Cross-Origin-Resource-Policy"] in ("same-origin", "cross-origin")
    assert sent["Server"] == "nginx", "no version"
    assert "immutable" not in sent.get("Cache-Control", "") or status == 200


def test_r_12_with_the_site_away_a_reader_is_told_when_to_come_back(nginx):
    status, sent, text = ask("https", nginx[1], "/")
    assert (status, sent["Retry-After"], sent["Cache-Control"]) == (503, "300", "no-store")
    assert '<html lang="vi">' in text


def test_plain_http_leads_to_tls_and_strangers_names_get_nothing(nginx):
    plain, tls = nginx
    status, sent, _ = ask("http", plain, "/tin-tuc/?nam=2026")
    assert (status, sent["Location"]) == (301, "https://phuong.example/tin-tuc/?nam=2026")
    with pytest.raises(RemoteDisconnected):
        ask("http", plain, "/", host="evil.example")
    with pytest.raises(ssl.SSLError):
        ask("https", tls, "/", host="evil.example")


MEGABYTE = b"0" * 2**20
CHUNK = b"100000\r\n" + MEGABYTE + b"\r\n"


@pytest.mark.parametrize(
    ("path", "headers", "parts", "status"),
    [
        ("/gui-gioi-thieu/don-vi/gui/", f"Content-Length: {64 * 2**20 + 1}\r\n", [], 413),
        ("/gui-gioi-thieu/don-vi/gui/", "Transfer-Encoding: chunked\r\n", [CHUNK] * 66, 413),
        ("/gui-gioi-thieu/don-vi/gui/", f"Content-Length: {2**25}\r\n", [MEGABYTE] * 32, 503),
        ("/tim-kiem/", f"Content-Length: {25 * 2**20 + 1}\r\n", [], 413),
        ("/tim-kiem/", "Transfer-Encoding: chunked\r\n", [CHUNK] * 27, 413),
    ],
    ids=["said", "not said", "allowed", "said elsewhere", "not said elsewhere"],
)
def test_f_01_too_much_is_refused_in_words_before_it_is_read(nginx, path, headers, parts, status):
    """503: it was passed on, and nobody is there."""
    got, sent, text = ask("https", nginx[1], path, sent=(headers, parts))
    assert got == status
    assert ("Gùi này nặng quá" in text) is (status == 413)
    assert {name: sent.get(name) for name in SENT} == SENT
