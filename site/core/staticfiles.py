"""Static files for production: one stylesheet, hashed names, compressed beside the original."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any, Protocol

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_IMPORT = re.compile(r"""@import\s+(?:url\(\s*)?["']?([^"')\s;]+)["']?\s*\)?\s*;""")
_URL = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")
_STRING = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)
_TOKEN = re.compile(rf"/\*.*?\*/|{_STRING.pattern}", re.DOTALL)
_OUTSIDE = ("http:", "https:", "data:", "//", "/", "#")


class _Opens(Protocol):
    def open(self, name: str, mode: str = "rb") -> Any: ...


Paths = dict[str, tuple[_Opens, str]]


def bundle_css(entry: str, paths: Paths) -> str:
    """CSS of `entry` with its own `@import`s put in their place, comments and spaces dropped.

    Each file comes in once, where it is first imported. What is not among `paths` stays imported.
    """
    return minify_css(_inline(entry, entry, paths, set()))


def minify_css(css: str) -> str:
    """CSS without comments and needless spaces. Strings are left as they are."""
    css = _without_comments(css)
    out: list[str] = []
    at = 0
    for string in _STRING.finditer(css):
        out += [_squeeze(css[at : string.start()]), string[0]]
        at = string.end()
    return "".join([*out, _squeeze(css[at:])]).strip()


def _squeeze(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    return css.replace(": ", ":").replace(";}", "}")


def _read(name: str, paths: Paths) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        content: bytes = file.read()
    return content.decode("utf-8")


def _inline(name: str, entry: str, paths: Paths, seen: set[str]) -> str:
    seen.add(name)
    css = _without_comments(_read(name, paths))

    def imported(found: re.Match[str]) -> str:
        target = _resolve(name, found[1])
        if target in seen:
            return ""
        if target not in paths:
            return found[0]
        return _inline(target, entry, paths, seen)

    def moved(found: re.Match[str]) -> str:
        quote, address = found[1], found[2].strip()
        if address.startswith(_OUTSIDE):
            return found[0]
        place = posixpath.relpath(_resolve(name, address), posixpath.dirname(entry) or ".")
        return f"url({quote}{place}{quote})"

    pieces = _IMPORT.split(css)
    own = [_URL.sub(moved, piece) for piece in pieces[::2]]
    links = list(_IMPORT.finditer(css))
    joined = own[0]
    for link, rest in zip(links, own[1:], strict=True):
        joined += imported(link) + rest
    return joined


def _without_comments(css: str) -> str:
    return _TOKEN.sub(lambda found: "" if found[0].startswith("/*") else found[0], css)


def _resolve(name: str, address: str) -> str:
    if address.startswith(_OUTSIDE):
        return address
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), address))


class BundledManifestStorage(CompressedManifestStaticFilesStorage):
    """Inlines the parts of `css/site.css` before names are hashed.

    Where static files are not collected (development) the browser follows the imports itself.
    """

    manifest_strict = False
    bundles = ("css/site.css",)

    def stored_name(self, name: str) -> str:
        """The hashed name; the plain one where the file is missing, so that no page fails."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name

    def post_process(
        self, paths: Paths, dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, bool | Exception]]:
        """Write the bundles into the collected files, then hash and compress everything."""
        if not dry_run:
            paths = {**paths, **self._bundled(paths)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _bundled(self, paths: Paths) -> Paths:
        """Bundles written to this storage, to be read from here instead of from their source."""
        done: Paths = {}
        for entry in self.bundles:
            if entry in paths:
                css = bundle_css(entry, paths)
                self.delete(entry)
                self._save(entry, ContentFile(css.encode("utf-8")))
                done[entry] = (self, entry)
        return done
