"""Tokens in addresses never reach a log: who reads a log must not be able to act for others.

Used by LOGGING and DEFAULT_EXCEPTION_REPORTER in the settings and by gunicorn, which imports it
before there are settings. `deploy/nginx.conf` holds the same list for the web server in front.
"""

import logging
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, unquote

from django.template.defaultfilters import pprint
from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter
from gunicorn.glogging import Logger  # type: ignore[import-untyped]

PRIVATE_PATHS = (
    "duyet/<token>",
    "xem-nhap/<token>",
    "theo-doi/<token>",  # below the page of the form, whatever its address
    "password_reset/confirm/<uid>/<token>",
    "tai-khoan/<...>/key/<token>",
)
"""Paths whose <token> is a secret; what stands before and after them does not matter."""

HIDDEN = "***"
SHORTEST = 8  # a shorter value is no token, and hiding it would blacken innocent words

_SLASH = r"(?:[/\\]|%(?:25){0,3}(?:2f|5c))"
_SLASHES = f"{_SLASH}++"
_CHARACTER = rf"(?:[^\s/\\%?\#&\"'<>(),;|`\[\]{{}}]|(?!{_SLASH})%)"
_START = r"(?:(?<![\w-])|(?<=%[0-9a-f][0-9a-f])|(?<=252f)|(?<=255c))"
_PLACES = {
    "<uid>": f"(?:{_CHARACTER}{{1,16}}{_SLASHES})?",
    "<...>": f"(?:{_CHARACTER}{{1,64}}{_SLASHES}){{0,6}}",
}
_LINE_BREAK = re.compile(r"[\"']\n\s*b?[\"']")  # pprint breaks a long text in two literals
_SECRET_NAME = re.compile("token|secret|passw|signature", re.IGNORECASE)


def _spelled(word: str) -> str:
    """A pattern for `word` in which any letter may be percent-encoded, also more than once."""
    return "".join(
        f"(?:{re.escape(c)}|%(?:25){{0,3}}(?:{ord(c):02x}|{ord(c.upper()):02x}))" for c in word
    )


def _pattern(path: str) -> re.Pattern[str]:
    parts = path.split("/")[:-1]
    head = "".join(_PLACES.get(part) or _spelled(part) + _SLASHES for part in parts)
    return re.compile(f"(?P<head>{_START}(?:{head})+)(?P<token>{_CHARACTER}+)", re.IGNORECASE)


_PATTERNS = [(path.split("/")[0], _pattern(path)) for path in PRIVATE_PATHS]


def _patterns_for(text: str) -> Iterable[re.Pattern[str]]:
    """Those that could match: most texts hold none of the words."""
    lowered = text.lower()
    return (pattern for word, pattern in _PATTERNS if "%" in text or word in lowered)


def mask(text: str) -> str:
    """`text` with the token of each private address replaced by `***`."""
    for pattern in _patterns_for(text):
        text = pattern.sub(rf"\g<head>{HIDDEN}", text)
    return text


def secrets_in(texts: Iterable[str]) -> set[str]:
    """The tokens in the private addresses of `texts`, in each form they may be repeated in."""
    found = {
        match["token"] for text in texts for p in _patterns_for(text) for match in p.finditer(text)
    }
    return _forms(found)


def _forms(values: Iterable[str]) -> set[str]:
    """Plain, percent-encoded and in their parts: a bad signature is quoted alone by Django."""
    plain = {form for value in values for form in (value, unquote(value))}
    parts = {part for value in plain for mark in ":.=" for part in value.split(mark)}
    forms = plain | parts | {quote(value, safe="") for value in plain}
    return {form for form in forms if len(form) >= SHORTEST}


def _named(items: Iterable[tuple[Any, Any]]) -> set[str]:
    """The values that are secrets by their name."""
    return _forms(
        value
        for name, value in items
        if isinstance(value, str) and isinstance(name, str) and _SECRET_NAME.search(name)
    )


def _secrets_of(request: Any) -> set[str]:
    """What is secret in a request. Not every logger's `request` is one of Django."""
    meta = getattr(request, "META", None)
    if not isinstance(meta, dict):
        return set()
    texts = [value for value in meta.values() if isinstance(value, str)]
    match = getattr(request, "resolver_match", None)
    return secrets_in([*texts, str(getattr(request, "path", ""))]) | _named(
        match.kwargs.items() if match else ()
    )


def _hide(text: str, secrets: Iterable[str]) -> str:
    """`mask`, and no known secret outside of addresses either."""
    text = mask(text)
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, HIDDEN)
    return text


class MaskTokens(logging.Filter):
    """Masks message, arguments, traceback and stack of a record."""

    def filter(self, record: logging.LogRecord) -> bool:
        secrets = _secrets_of(getattr(record, "request", None))
        try:
            message = record.getMessage()
        except Exception:
            # The handler would print such a record to stderr as it is.
            message = f"{record.msg} {record.args!r}"
        record.msg, record.args = _hide(message, secrets), None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = _hide(record.exc_text, secrets)
        if record.stack_info:
            record.stack_info = _hide(record.stack_info, secrets)
        return True


class MaskedLogger(Logger):  # type: ignore[misc]
    """Gunicorn's logger: masked values in the access log, a masked error log."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        if not any(isinstance(known, MaskTokens) for known in self.error_log.filters):
            self.error_log.addFilter(MaskTokens())

    def atoms(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What an access log format may name, each text masked."""
        atoms = super().atoms(*args, **kwargs)
        return {name: mask(v) if isinstance(v, str) else v for name, v in atoms.items()}


class _Shown:
    """Stands for a variable of a frame: its masked text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


class MaskedExceptionReporter(ExceptionReporter):
    """Reports of errors, which are mailed: masked addresses, no token as a variable or a value."""

    def __init__(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.secrets = _secrets_of(request)

    def get_traceback_frames(self) -> list[Any]:
        frames = super().get_traceback_frames()
        for frame in frames:
            frame["vars"] = list(frame.get("vars", ()))
            self.secrets |= _named(frame["vars"])
            for _, value in frame["vars"]:
                # type(), not isinstance(): that one wakes lazy objects
                if issubclass(type(value), dict):
                    self.secrets |= _named(value.items())
        for frame in frames:
            frame["vars"] = [(name, self._shown(name, value)) for name, value in frame["vars"]]
        return frames

    def get_traceback_data(self) -> dict[str, Any]:
        data = super().get_traceback_data()
        for part in ("request_GET_items", "filtered_POST_items"):
            items = list(data.get(part, ()))
            self.secrets |= _named(items)
            data[part] = [(name, HIDDEN if _SECRET_NAME.search(name) else v) for name, v in items]
        return data

    def get_traceback_html(self) -> SafeString:
        return SafeString(_hide(super().get_traceback_html(), self.secrets))

    def get_traceback_text(self) -> SafeString:
        return SafeString(_hide(super().get_traceback_text(), self.secrets))

    def _shown(self, name: str, value: Any) -> _Shown:
        """Masked before Django cuts it to its length: half a token would not be recognised."""
        if _SECRET_NAME.search(name):
            return _Shown(HIDDEN)
        return _Shown(_hide(_LINE_BREAK.sub("", pprint(value)), self.secrets))
