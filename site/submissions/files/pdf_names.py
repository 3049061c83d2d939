"""Which entries of a PDF's dictionaries are taken over, after ISO 32000; all others are dropped."""

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
DotGain PatternType PaintType TilingType XStep YStep Shading ExtGState ShadingType Background
AntiAlias Domain Function Coords Extend BitsPerCoordinate BitsPerFlag VerticesPerRow FunctionType C0
C1 Functions Bounds Encode Size BitsPerSample Order
"""
FONTS = """
BaseFont FirstChar LastChar Widths FontDescriptor Encoding BaseEncoding Differences ToUnicode
DescendantFonts CIDSystemInfo Registry Ordering Supplement DW W DW2 W2 CIDToGIDMap CharProcs
FontBBox FontMatrix FontName FontFamily FontStretch FontWeight Flags ItalicAngle Ascent Descent
Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3
CharSet CIDSet Style Panose Lang Length1 Length2 Length3 UseCMap CMapName WMode
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
