"""Files as people, telephones and bad people send them, built byte by byte."""

import io
import zlib
from struct import pack

import pillow_heif
from django.core.files.base import ContentFile
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image, PngImagePlugin

SECRET = b"NHA-BA-MAI-SO-7"
"""Stands wherever a file can say where it was made and by whom."""
SCRIPT = b"<script>alert('xau')</script>"
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
GPS_IFD, ORIENTATION = 0x8825, 0x0112


def upload(content, name="IMG_2041.jpg"):
    return ContentFile(content, name=name)


def exif(orientation=1):
    found = Image.Exif()
    found[0x010E] = found[0x013B] = found[0x8298] = SECRET.decode()
    found[ORIENTATION] = orientation
    place = {1: "N", 2: (22.0, 8.0, 30.0), 3: "E", 4: (105.0, 50.0, 0.0), 0x1D: SECRET.decode()}
    found.get_ifd(GPS_IFD).update(place)
    return found.tobytes() + SECRET  # where the thumbnail lies


def picture(form="JPEG", size=(64, 48), *, marked=False, orientation=1, colour=(200, 60, 40)):
    """Red above, blue below; `marked`: with EXIF, GPS, XMP, IPTC, comment and author."""
    image = Image.new("RGB", size, colour)
    image.paste((30, 40, 200), (0, size[1] // 2, size[0], size[1]))
    out, options = io.BytesIO(), {}
    if marked:
        options = {"exif": exif(orientation), "xmp": b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"}
    if marked and form == "JPEG":
        options["comment"] = SECRET
    if marked and form == "PNG":
        options = {"exif": exif(orientation), "pnginfo": PngImagePlugin.PngInfo()}
        options["pnginfo"].add_text("Author", SECRET.decode())
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", SECRET.decode())
    if form == "HEIF":
        pillow_heif.from_pillow(image).save(out, quality=70, **options)
    else:
        image.save(out, form, **options)
    raw = out.getvalue()
    if marked and form == "JPEG":
        iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + pack(">I", len(SECRET)) + SECRET
        raw = raw[:2] + b"\xff\xed" + pack(">H", len(iptc) + 2) + iptc + raw[2:]
    return raw


def png_that_says(width, height):
    """A few bytes with the header of a picture of that size."""

    def chunk(kind, data):
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    header = pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"\0" * 100_000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body


def moving(form, frames=2):
    first, *rest = [Image.new("RGB", (9, 9), (n * 97 % 255, n // 255, 90)) for n in range(frames)]
    out = io.BytesIO()
    first.save(out, form, save_all=True, append_images=rest)
    return out.getvalue()


# --- PDF ----------------------------------------------------------------------------------------
def saved(pdf, **options):
    out = io.BytesIO()
    pdf.save(out, compress_streams=False, **options)
    return out.getvalue()


def sheets(count=1, text=b"Giay chung nhan"):
    """A plain PDF of so many pages with a line of text each."""
    pdf = Pdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    for _n in range(count):
        page = pdf.add_blank_page(page_size=(300, 200))
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        page.Contents = Stream(pdf, b"BT /F1 12 Tf 20 100 Td (" + text + b") Tj ET")
    return pdf


def script():
    return Dictionary(S=Name.JavaScript, JS=String("app.alert('xau')"))


def _photograph(pdf):
    """A page's picture as a scanner embeds it: the JPEG as it is, EXIF and all."""
    jpeg = picture(marked=True) + SECRET
    return Stream(
        pdf, jpeg, Type=Name.XObject, Subtype=Name.Image, Width=64, Height=48,
        ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode,
    )  # fmt: skip


def pdf_full_of_tricks():
    """Every way a PDF can act, carry or tell something, in one."""
    pdf = sheets(2)
    page = pdf.pages[0]
    page.Resources.XObject = Dictionary(Im0=_photograph(pdf))
    page.Resources.Properties = Dictionary(P0=Dictionary(JS=String("app.alert('xau')")))
    page.Contents = Stream(pdf, b"% " + SCRIPT + b"\nq 64 0 0 48 9 9 cm /Im0 Do Q\n")
    acts = [
        script(),
        Dictionary(S=Name.URI, URI=String("http://xau.example/")),
        Dictionary(S=Name.Launch, F=String("cmd.exe")),
        Dictionary(S=Name.SubmitForm, F=String("http://xau.example/")),
        Dictionary(S=Name.GoToR, F=String("http://xau.example/x.pdf"), D=Array([0])),
    ]
    rect = Array([0, 0, 50, 50])
    links = [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=act) for act in acts]
    film = Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=rect,
                      RichMediaContent=Dictionary(Assets=String("xau")))  # fmt: skip
    page.Annots = Array([pdf.make_indirect(link) for link in [*links, film]])
    page.AA = Dictionary(O=script(), C=script())
    page.Metadata = Stream(pdf, SECRET)
    pdf.Root.OpenAction = script()
    pdf.Root.AA = Dictionary(WC=script())
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script()])))
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=Stream(pdf, b"<xdp>" + SCRIPT))
    pdf.Root.Metadata = Stream(pdf, b"<x:xmpmeta>" + SECRET)
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Author=String(SECRET.decode())))
    pdf.attachments["xau.exe"] = b"MZ-" + SECRET
    return saved(pdf)


def pdf_bomb(packings=1, megabytes=300):
    """A page whose content unpacks to so much."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b"\0" * 2**20) for _n in range(megabytes)) + packer.flush()
    for _n in range(packings - 1):
        data = zlib.compress(data, 9)
    pdf = sheets()
    pdf.pages[0].Contents = content = Stream(pdf, b"")
    content.write(data, filter=Array([Name.FlateDecode] * packings))
    out = io.BytesIO()
    pdf.save(out, stream_decode_level=0, recompress_flate=False, compress_streams=False)
    return out.getvalue()
