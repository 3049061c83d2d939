"""Colour profiles, and what cameras and bad people hide in the corners of a file."""

import io
import struct
import time
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from library.normalise import normalise
from library.services import create_image

MARKER = b"TEN-CHU-ANH-0900000011"


def encoded(picture, form, **options):
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def taken(content):
    return Image.open(io.BytesIO(normalise(ContentFile(content, name="anh.jpg")).read()))


def fixed(*numbers):
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def profile(red, green, blue, note=b"wide"):
    """An ICC profile (version 2, gamma 2.2) with these primaries in XYZ."""

    def xyz(values):
        return b"XYZ \0\0\0\0" + fixed(*values)

    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    text = b"text\0\0\0\0" + note + b"\0" * (4 - len(note) % 4)
    name = b"desc\0\0\0\0" + struct.pack(">I", len(note) + 1) + note + b"\0" * (79 + 5)
    tags = {
        b"desc": name + b"\0" * (-len(name) % 4),
        b"cprt": text,
        b"wtpt": xyz((0.9642, 1.0, 0.8249)),
        b"rXYZ": xyz(red),
        b"gXYZ": xyz(green),
        b"bXYZ": xyz(blue),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body, at = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for key, value in tags.items():
        table += key + struct.pack(">II", at + len(body), len(value))
        body += value
    head = struct.pack(
        ">I4sI4s4s4s", at + len(body), b"none", 0x02400000, b"mntr", b"RGB ", b"XYZ "
    )
    head += b"\0" * 12 + b"acsp" + b"\0" * 28 + fixed(0.9642, 1.0, 0.8249) + b"\0" * 48
    return head + table + body


ADOBE = ((0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446))


def chunk(name, body):
    crc = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + crc


def png_with(*chunks):
    """A tiny grey PNG with chunks of one's own before the pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(b"\0\x60\x60\x60\x60" * 4))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + pixels + chunk(b"IEND", b"")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_photo_in_a_wide_colour_space_looks_the_same_in_a_browser_without_it(form):
    dull = Image.new("RGB", (32, 32), (200, 90, 90))
    wide = profile(*ADOBE)
    options = {"icc_profile": wide} | ({"quality": 97} if form != "PNG" else {})
    picture = taken(encoded(dull, form, **options))
    red, green, blue = picture.convert("RGB").getpixel((16, 16))
    assert red > 212, "the same red needs a higher number in the narrower space"
    assert abs(green - 90) < 12
    assert abs(blue - 90) < 12
    assert "icc_profile" not in picture.info


@pytest.mark.parametrize(
    "broken", [b"not a profile", profile(*ADOBE)[:150], b"\0" * 200], ids=["text", "cut", "zeros"]
)
def test_a_spoilt_profile_costs_the_profile_and_not_the_picture(broken):
    picture = taken(encoded(Image.new("RGB", (32, 32), (200, 90, 90)), "JPEG", icc_profile=broken))
    assert picture.size == (32, 32)
    assert abs(picture.getpixel((16, 16))[0] - 200) < 6


def test_a_profile_made_for_another_kind_of_picture_is_passed_over():
    grey = encoded(Image.new("L", (32, 32), 120), "JPEG", icc_profile=profile(*ADOBE))
    assert abs(taken(grey).getpixel((5, 5))[0] - 120) < 6


def jpeg_with_everything():
    """What a newspaper's camera writes: IPTC, a thumbnail, a profile with a name, a tail."""
    plain = encoded(
        Image.new("RGB", (300, 200), "teal"), "JPEG", icc_profile=profile(*ADOBE, MARKER)
    )
    iptc = b"\x1c\x02\x50" + struct.pack(">H", len(MARKER)) + MARKER
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iptc)) + iptc + b"\0" * (len(iptc) % 2)
    thumbnail = encoded(Image.new("RGB", (16, 16), "red"), "JPEG", comment=MARKER)
    place = 8 + 2 + 6 + 2 + 2 * 12 + 4
    tiff = b"MM\0*" + struct.pack(">IHI", 8, 0, 14) + struct.pack(">H", 2)
    tiff += struct.pack(">HHII", 0x0201, 4, 1, place) + struct.pack(">HHII", 0x0202, 4, 1, 99)
    parts = {
        b"\xff\xe1": b"Exif\0\0" + tiff + b"\0" * 4 + thumbnail,
        b"\xff\xed": b"Photoshop 3.0\0" + block,
        b"\xff\xef": MARKER,
        b"\xff\xfe": MARKER,
    }
    segments = b"".join(
        name + struct.pack(">H", len(body) + 2) + body for name, body in parts.items()
    )
    return plain[:2] + segments + plain[2:] + MARKER


def test_iptc_thumbnail_profile_name_and_tail_are_gone_from_all_that_is_stored(db):
    upload = jpeg_with_everything()
    assert upload.count(MARKER) == 7, "each place is planted"
    image = create_image(file=ContentFile(upload, name="a.jpg"), title="Ảnh", alt="Ảnh")
    specs = ["original", "max-100x100|format-jpeg", "width-90|format-webp", "width-90|format-avif"]
    for file in [image.file, *(image.get_rendition(spec).file for spec in specs)]:
        with file.storage.open(file.name) as stored:
            content = stored.read()
        assert MARKER not in content, file.name
        assert b"Photoshop" not in content
        assert b"acsp" not in content, "the profile"


def test_text_chunks_of_a_png_are_gone_packed_or_not(db):
    packed = zlib.compress(MARKER)
    upload = png_with(
        chunk(b"tEXt", b"Author\0" + MARKER),
        chunk(b"zTXt", b"Comment\0\0" + packed),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\x01\0\0\0" + packed),
        chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\0\0\0\0\0" + MARKER),
        chunk(b"tIME", struct.pack(">HBBBBB", 2026, 5, 15, 7, 30, 0)),
        chunk(b"prVt", MARKER),
    )
    image = create_image(file=ContentFile(upload, name="a.png"), title="Ảnh", alt="Ảnh")
    with image.file.storage.open(image.file.name) as stored:
        content = stored.read()
    assert Image.open(io.BytesIO(content)).text == {}
    assert {content[at + 4 : at + 8] for at in chunk_starts(content)} == {b"IHDR", b"IDAT", b"IEND"}


def chunk_starts(content):
    at = 8
    while at < len(content):
        yield at
        at += 12 + struct.unpack(">I", content[at : at + 4])[0]


@pytest.mark.parametrize("name", [b"zTXt", b"iCCP"])
def test_a_word_of_a_picture_that_unpacks_to_100_mb_is_refused_at_once(name):
    bomb = png_with(chunk(name, b"a\0\0" + zlib.compress(bytes(100_000_000), 9)))
    assert len(bomb) < 200_000
    began = time.monotonic()
    with pytest.raises(ValidationError):
        normalise(ContentFile(bomb, name="a.png"))
    assert time.monotonic() - began < 2


def riff(name, body):
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def huge_webp():
    """A moving WebP of 40 bytes of pixels on a canvas of 16,383 by 16,383."""
    side = struct.pack("<I", 16_382)[:3]
    pixels = encoded(Image.new("RGB", (8, 8)), "WEBP", lossless=True)[12:]
    frame = b"\0" * 6 + b"\x07\0\0" * 2 + b"\0" * 4 + pixels
    body = riff(b"VP8X", b"\x02\0\0\0" + side * 2) + riff(b"ANIM", b"\0" * 6) + riff(b"ANMF", frame)
    return riff(b"RIFF", b"WEBP" + body)


def huge_jpeg():
    content = bytearray(encoded(Image.new("RGB", (16, 16)), "JPEG"))
    at = content.index(b"\xff\xc0") + 5
    content[at : at + 4] = struct.pack(">HH", 60_000, 60_000)
    return bytes(content)


def huge_still(form):
    content = bytearray(encoded(Image.new("RGB", (64, 48)), form))
    at = content.index(b"ispe") + 8
    content[at : at + 8] = struct.pack(">II", 30_000, 30_000)
    return bytes(content)


HUGE = {
    "JPEG": huge_jpeg,
    "WEBP": huge_webp,
    "AVIF": lambda: huge_still("AVIF"),
    "HEIF": lambda: huge_still("HEIF"),
}


@pytest.mark.parametrize("form", HUGE)
def test_a_small_file_that_claims_a_huge_picture_is_refused_in_every_format(form):
    content = HUGE[form]()
    began = time.monotonic()
    with pytest.raises(ValidationError) as caught:
        normalise(ContentFile(content, name="a.jpg"))
    assert caught.value.code in ("too_many_pixels", "damaged", "unknown_format")
    assert time.monotonic() - began < 2


def test_other_programs_files_and_a_moving_gif_or_avif_are_refused_by_their_content():
    still, next_ = Image.new("RGB", (9, 9), "red"), Image.new("RGB", (9, 9), "blue")
    photoshop = b"8BPS\0\x01" + b"\0" * 6 + struct.pack(">HIIHH", 3, 9, 9, 8, 3) + bytes(300)
    contents = {
        "unknown_format": [
            photoshop,
            b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
            b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
            b"\x1f\x8b\x08\0svgz",
            b"%PDF-1.7\n%%EOF",
            encoded(still, "GIF", save_all=True, append_images=[next_]),
            encoded(still, "ICO"),
            encoded(still, "JPEG2000"),
        ],
        "moving": [encoded(still, "AVIF", save_all=True, append_images=[next_])],
    }
    for code, many in contents.items():
        for content in many:
            with pytest.raises(ValidationError) as caught:
                normalise(ContentFile(content, name="anh.jpg"))
            assert caught.value.code == code, content[:20]


def test_a_picture_of_one_pixel_and_a_very_long_one_are_taken():
    assert taken(encoded(Image.new("RGB", (1, 1)), "PNG")).size == (1, 1)
    assert taken(encoded(Image.new("RGB", (60_000, 1)), "PNG")).size == (2560, 1)
