"""A program of its own: a PDF comes in on standard input, a new one with its pages goes out.

Run by `submissions.files.pdf` with nothing of the site in its environment, and under limits it
sets for itself before it reads a byte: what would eat memory or time ends here, not in the site.

Nothing is taken over unless `pdf_names` names it. Annotations and form fields become part of the
picture of their page; scripts, actions, links, attached files, forms, layers, structure and
metadata have no name there, so they are gone. Exit codes are those of `Outcome`.
"""

import io
import resource
import sys
import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf, Stream

from submissions.files.pdf_names import FREELY_NAMED, KNOWN, NEVER, OF_PAGES, OF_RESOURCES
from submissions.files.pdf_streams import (
    MEGABYTE,
    Outcome,
    Refused,
    Scales,
    clean_picture,
    is_as_we_write,
)

MEMORY, SECONDS = 768 * MEGABYTE, 15
MOST_PAGES, MOST_OBJECTS, LONGEST_CHAIN = 30, 50_000, 50
FAULTS = (pikepdf.PdfError, zlib.error, ValueError, TypeError, LookupError, RuntimeError)
LARGEST_COPY = 25 * MEGABYTE


def limit_oneself() -> None:
    """Memory and time this process may use, and the sizes qpdf may unpack to."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    most = 256 * MEGABYTE
    pikepdf.settings.set_qpdf_limits(
        doc_max_warnings=200, parser_max_container_size=200_000, max_stream_filters=5,
        flate_max_memory=most, png_max_memory=most, run_length_max_memory=most,
        tiff_max_memory=most,
    )  # fmt: skip


def clean(raw: bytes) -> bytes:
    """A new PDF with the pages of `raw`.

    Raises:
        Refused: with the outcome.
    """
    source = _opened(raw)
    if len(source.pages) > MOST_PAGES:
        raise Refused(Outcome.TOO_MANY_PAGES)
    if len(source.pages) == 0:
        raise Refused(Outcome.DAMAGED)
    source.generate_appearance_streams()
    source.flatten_annotations("screen")
    copy = Pdf.new()
    pruning = _Pruning()
    for page in source.pages:
        pruning.page(page.obj)
        copy.pages.append(page)
    out = io.BytesIO()
    copy.save(
        out,
        linearize=True,
        compress_streams=True,
        recompress_flate=True,
        stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        fix_metadata_version=False,
        deterministic_id=True,
    )
    if pikepdf.settings.qpdf_limit_errors() or out.tell() > LARGEST_COPY:
        raise Refused(Outcome.TOO_COMPLICATED)
    return _looked_over(out.getvalue(), len(source.pages))


def _opened(raw: bytes) -> Pdf:
    try:
        source = Pdf.open(io.BytesIO(raw), suppress_warnings=True)
    except pikepdf.PasswordError:
        raise Refused(Outcome.ENCRYPTED) from None
    if source.is_encrypted:
        raise Refused(Outcome.ENCRYPTED)
    return source


class _Pruning:
    """Takes everything without a known name out of what the pages reach."""

    def __init__(self) -> None:
        self.seen: set[tuple[int, int]] = set()
        self.count = 0
        self.scales = Scales()

    def page(self, page: Object) -> None:
        """Keep of a page its boxes, content and resources, its own or inherited."""
        for key in ("/MediaBox", "/CropBox", "/Rotate", "/Resources"):
            if key not in page and (value := _inherited(page, key)) is not None:
                page[key] = value
        for key in [*page.keys()]:
            if key not in OF_PAGES and key not in ("/Type", "/Parent"):
                del page[key]
        self._walk([(page[key], key) for key in OF_PAGES if key in page])

    def _walk(self, todo: list[tuple[Object, str]]) -> None:
        while todo:
            thing, key = todo.pop()
            if not isinstance(thing, (Array, Dictionary, Stream)) or self._is_known(thing):
                continue
            self.count += 1
            if self.count > MOST_OBJECTS:
                raise Refused(Outcome.TOO_COMPLICATED)
            if isinstance(thing, Array):
                todo.extend((item, "") for item in thing if isinstance(item, Object))
            elif isinstance(thing, Stream):
                self.scales.weigh(thing)
                clean_picture(thing)
                todo.extend(self._kept(thing, ""))
            else:
                todo.extend(self._kept(thing, key))

    def _is_known(self, thing: Object) -> bool:
        if thing.is_indirect:
            if thing.objgen in self.seen:
                return True
            self.seen.add(thing.objgen)
        return False

    def _kept(self, thing: Any, key: str) -> list[tuple[Object, str]]:
        """What stays of a dictionary, with the word that says how to look at each value."""
        if key == "names" or key in FREELY_NAMED:
            return [(thing[name], "") for name in _keys(thing)]
        allowed = OF_RESOURCES if key == "/Resources" else KNOWN
        for name in _keys(thing) - allowed:
            del thing[name]
        below = "names" if key == "/Resources" else ""
        return [(thing[name], below or name) for name in _keys(thing)]


def _inherited(page: Object, key: str) -> Object | None:
    node = page
    for _step in range(LONGEST_CHAIN):
        node = node.get("/Parent")
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node[key]
    raise Refused(Outcome.TOO_COMPLICATED)


# --- afterwards -------------------------------------------------------------------------------
def _looked_over(made: bytes, pages: int) -> bytes:
    """The copy, opened once more: as many pages, and nothing in it that must not be."""
    with Pdf.open(io.BytesIO(made), attempt_recovery=False) as copy:
        odd, scales = [key for thing in copy.objects for key in _keys(thing) & NEVER], Scales()
        for stream in (thing for thing in copy.objects if isinstance(thing, Stream)):
            scales.weigh(stream)
            if not is_as_we_write(stream):
                raise Refused(Outcome.TOO_COMPLICATED)
        if odd or len(copy.pages) != pages or _keys(copy.Root) - {"/Type", "/Pages"}:
            raise Refused(Outcome.TOO_COMPLICATED)
    return made


def _keys(thing: Object) -> set[str]:
    return {*thing.keys()} if isinstance(thing, (Dictionary, Stream)) else set()


def main() -> int:
    """Standard input to standard output; the exit code says how it went."""
    limit_oneself()
    try:
        made = clean(sys.stdin.buffer.read())
    except Refused as refusal:
        return refusal.outcome
    except MemoryError:
        return Outcome.TOO_COMPLICATED
    except FAULTS:
        return Outcome.DAMAGED
    sys.stdout.buffer.write(made)
    return Outcome.CLEAN


if __name__ == "__main__":
    sys.exit(main())
