"""A browser's half of HTTP, many at once: one connection a request, as nginx makes them."""

import asyncio
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

from tests.bench.server import HOST

PATIENCE = 120
"""Seconds until a sender gives up."""


@dataclass
class Answer:
    """Status 0: none came."""

    status: int = 0
    headers: list = field(default_factory=list)
    text: str = ""
    seconds: float = 0.0
    fault: str = ""

    def header(self, name):
        return next((value for key, value in self.headers if key == name), "")


class Client:
    """Somebody at an address of his own behind the trusted proxy."""

    def __init__(self, port, address):
        self.port, self.address, self.cookies = port, address, {}

    async def get(self, path):
        return await self._ask("GET", path, b"")

    async def post(self, path, values):
        return await self._ask("POST", path, urlencode(values, doseq=True).encode())

    async def _ask(self, method, path, body):
        started = time.monotonic()
        try:
            async with asyncio.timeout(PATIENCE):
                answer = await self._exchange(method, path, body)
        except (OSError, TimeoutError, ValueError, EOFError) as fault:
            answer = Answer(fault=type(fault).__name__)
        answer.seconds = time.monotonic() - started
        return answer

    async def _exchange(self, method, path, body):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(self._head(method, path, body) + body)
            await writer.drain()
            raw = await reader.read()
        finally:
            writer.close()
        return self._understood(raw)

    def _head(self, method, path, body):
        lines = [
            f"{method} {path} HTTP/1.0", f"Host: {HOST}", "Connection: close",
            f"X-Forwarded-For: {self.address}", "X-Forwarded-Proto: https",
        ]  # fmt: skip
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        if method == "POST":
            lines += [
                "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}",
                f"Origin: https://{HOST}", f"Referer: https://{HOST}{path}",
            ]  # fmt: skip
        return "\r\n".join([*lines, "", ""]).encode()

    def _understood(self, raw):
        head, _gap, body = raw.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        found = [line.partition(": ") for line in lines]
        headers = [(name.lower(), value) for name, _colon, value in found]
        for name, value in headers:
            if name == "set-cookie":
                key, _equals, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return Answer(int(first.split()[1]), headers, body.decode("utf-8", "replace"))


class Hidden(HTMLParser):
    """The hidden values of the forms of a page."""

    def __init__(self, text):
        super().__init__()
        self.values = {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "input" and found.get("type") == "hidden" and found.get("name"):
            self.values[found["name"]] = found.get("value") or ""
