"""A program of its own: a PDF comes in on standard input, a new one with its pages goes out.

Run by `submissions.files.pdf` with nothing of the site in its environment, and under limits it
sets for itself before it reads a byte: what would eat memory or time ends here, not in the site.

Nothing is taken over unless it is named below. Annotations and form fields become part of the
picture of their page; scripts, actions, links, attached files, forms, layers, structure and
metadata have no name here, so they are gone. Exit codes are those of `Outcome`.
"""

import io
import resource
import sys
from enum import IntEnum
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

MEGABYTE: Final = 1024 * 1024
MEMORY, SECONDS = 768 * MEGABYTE, 15
MOST_PAGES, MOST_OBJECTS, LONGEST_CHAIN = 30, 50_000, 50
LARGEST_COPY = 25 * MEGABYTE

PAGE = "MediaBox CropBox Rotate UserUnit Resources Contents Group"
RESOURCES = "ExtGState ColorSpace Pattern Shading XObject Font ProcSet"
STREAMS = """
Type Subtype Length Filter DecodeParms Predictor Colors Columns EarlyChange K EndOfLine
EncodedByteAlign Rows EndOfBlock BlackIs1 DamagedRowsBeforeError ColorTransform JBIG2Globals
"""
PICTURES = """
Width Height ColorSpace BitsPerComponent Intent ImageMask Mask Decode Interpolate SMask SMaskInData
Matte Name FormType BBox Matrix Resources Group S CS I N Alternate Range
"""
GRAPHICS = """
LW LC LJ ML D RI OP op OPM Font BG BG2 UCR UCR2 TR TR2 FL SM SA BM SMask CA ca AIS TK G BC
WhitePoint BlackPoint Gamma Colorants Process Components MixingHints Solidities PrintingOrder
DotGain PatternType PaintType TilingType XStep YStep Shading ExtGState ShadingType Background AntiAlias
Domain Function Coords Extend BitsPerCoordinate BitsPerFlag VerticesPerRow FunctionType C0 C1
Functions Bounds Encode Size BitsPerSample Order
"""
FONTS = """
BaseFont FirstChar LastChar Widths FontDescriptor Encoding BaseEncoding Differences ToUnicode
DescendantFonts CIDSystemInfo Registry Ordering Supplement DW W DW2 W2 CIDToGIDMap CharProcs
FontBBox FontMatrix FontName FontFamily FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading
CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 CharSet
CIDSet Style Panose Lang Length1 Length2 Length3 UseCMap CMapName WMode
"""


def _names(*words: str) -> frozenset[str]:
    return frozenset(f"/{name}" for word in words for name in word.split())


OF_PAGES, OF_RESOURCES = _names(PAGE), _names(RESOURCES)
KNOWN = _names(STREAMS, PICTURES, GRAPHICS, FONTS)
FREELY_NAMED = ("/CharProcs", "/Colorants")
"""Below these, as in resources, names are the author's own."""
NEVER = _names(
    "JS JavaScript AA OpenAction Launch EF EmbeddedFile EmbeddedFiles Annots AcroForm XFA Names "
    "URI RichMedia RichMediaContent Metadata PieceInfo Outlines StructTreeRoot OCProperties Info AF"
)


class Outcome(IntEnum):
    """How it ended; anything else is a fault or a limit."""

    CLEAN = 0
    ENCRYPTED = 10
    DAMAGED = 11
    TOO_MANY_PAGES = 12
    TOO_COMPLICATED = 13


class Refused(Exception):
    """Why there will be no clean copy."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.name)
        self.outcome = outcome


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
                todo.extend((item, key) for item in thing if isinstance(item, Object))
                continue
            if isinstance(thing, Stream):
                _clean_picture(thing)
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


# --- pictures on the pages --------------------------------------------------------------------
def _clean_picture(stream: Stream) -> None:
    """Of a JPEG only what draws it: no EXIF, no comment, nothing behind its end."""
    found = stream.get("/Filter")
    filters = list(found) if isinstance(found, Array) else [found]
    if filters == [Name.DCTDecode]:
        stream.write(
            bare_jpeg(stream.read_raw_bytes()),
            filter=Name.DCTDecode,
            decode_parms=stream.get("/DecodeParms"),
        )


def bare_jpeg(data: bytes) -> bytes:
    """A JPEG without application segments (but Adobe's, which tells its colours) and comments.

    Raises:
        Refused: it is no JPEG.
    """
    if data[:2] != b"\xff\xd8":
        raise Refused(Outcome.DAMAGED)
    out, at = bytearray(data[:2]), 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise Refused(Outcome.DAMAGED)
        marker = data[at + 1]
        if marker == 0xFF:  # filling
            at += 1
            continue
        if marker == 0xD9:
            break
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == 0xDA:
            end = _end_of_scan(data, end)
        is_extra = marker == 0xFE or (0xE0 <= marker <= 0xEF and marker != 0xEE)
        if not is_extra:
            out += data[at:end]
        at = end
    return bytes(out + b"\xff\xd9")


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker begins that is neither a stuffed byte nor a restart."""
    while (at := data.find(b"\xff", at)) != -1 and at + 1 < len(data):
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2
    return len(data)


# --- afterwards -------------------------------------------------------------------------------
def _looked_over(made: bytes, pages: int) -> bytes:
    """The copy, opened once more: as many pages, and nothing in it that must not be."""
    with Pdf.open(io.BytesIO(made), attempt_recovery=False) as copy:
        odd = [key for thing in copy.objects for key in _keys(thing) if key in NEVER]
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
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, RecursionError):
        return Outcome.DAMAGED
    sys.stdout.buffer.write(made)
    return Outcome.CLEAN


if __name__ == "__main__":
    sys.exit(main())
