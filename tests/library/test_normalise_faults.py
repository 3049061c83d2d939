"""Pictures as phones, cameras, scanners and bad people send them: pixel by pixel, byte by byte."""

import io
import struct
import time
import zlib
from contextlib import suppress

import pillow_heif
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from library.normalise import normalise
from library.services import create_image

MARKER = b"NHA-BA-MAI-SO-7"
GPS_IFD = 0x8825
RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 200, 30), (30, 30, 220), (250, 250, 250)


def encoded(picture, form, **options):
    out = io.BytesIO()
    if form == "HEIF":
        pillow_heif.from_pillow(picture).save(out, **options)
    else:
        picture.save(out, form, **options)
    return out.getvalue()


def flat(mode="RGB", size=(64, 48), colour=RED):
    return Image.new(mode, size, colour)


def taken(content, name="anh.jpg"):
    """The picture as stored."""
    return Image.open(io.BytesIO(normalise(ContentFile(content, name=name)).read()))


def refused(content, name="anh.jpg"):
    with pytest.raises(ValidationError) as caught:
        normalise(ContentFile(content, name=name))
    return caught.value


def close_to(one, other, slack=14):
    return all(abs(a - b) <= slack for a, b in zip(one, other, strict=True))


def quadrants(size=(64, 48)):
    """Red, green over blue, white: which way is up can be read."""
    picture = Image.new("RGB", size)
    half = (size[0] // 2, size[1] // 2)
    for index, colour in enumerate((RED, GREEN, BLUE, WHITE)):
        picture.paste(Image.new("RGB", half, colour), (index % 2 * half[0], index // 2 * half[1]))
    return picture


def corners(picture):
    picture = picture.convert("RGB")
    width, height = picture.size
    across, down = (width // 4, width * 3 // 4), (height // 4, height * 3 // 4)
    return [picture.getpixel((x, y)) for y in down for x in across]


def exif_with_secrets():
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = exif[0x8298] = MARKER.decode()
    exif.get_ifd(GPS_IFD).update({1: "N", 2: (22.0, 8.0, 30.0), 3: "E", 4: (105.0, 50.0, 0.0)})
    return exif.tobytes() + MARKER  # where a thumbnail lies


def png_of(width, height):
    """A small file with the header of a black-and-white picture of that size."""

    def chunk(name, body):
        crc = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + crc

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * height // 100), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


# --- pixels -------------------------------------------------------------------------------------
@pytest.mark.parametrize(("mode", "colour"), [("RGBA", (*BLUE, 0)), ("LA", (90, 0))])
def test_transparency_of_a_png_is_kept(mode, colour):
    assert taken(encoded(flat(mode, colour=colour), "PNG")).getpixel((5, 5))[3] == 0


def test_a_palette_with_a_transparent_colour_keeps_it():
    palette = Image.new("P", (20, 20), 1)
    palette.putpalette([0, 0, 0, *GREEN])
    palette.paste(0, (0, 0, 10, 20))
    picture = taken(encoded(palette, "PNG", transparency=0))
    assert picture.getpixel((2, 2))[3] == 0
    assert picture.getpixel((15, 2)) == (*GREEN, 255)


def test_grey_stays_as_bright_as_it_was_with_eight_bits_and_with_sixteen():
    assert taken(encoded(flat("L", colour=77), "PNG")).getpixel((1, 1)) == (77, 77, 77)
    scan = Image.new("I;16", (20, 20), 128 * 256)
    assert close_to(taken(encoded(scan, "PNG")).getpixel((1, 1)), (128, 128, 128), 2)


def test_a_transparent_heic_photo_gets_a_white_ground():
    picture = taken(encoded(flat("RGBA", colour=(0, 0, 0, 0)), "HEIF", quality=90))
    assert picture.format == "JPEG"
    assert close_to(picture.getpixel((5, 5)), (255, 255, 255))


def test_a_print_picture_keeps_its_colour():
    red, *others = taken(encoded(flat("CMYK", colour=(0, 255, 255, 0)), "JPEG")).getpixel((5, 5))
    assert red > 200
    assert max(others) < 80


def test_a_two_picture_jpeg_of_a_camera_is_taken_as_one_picture():
    out = io.BytesIO()
    flat().save(out, "MPO", save_all=True, append_images=[flat(colour=BLUE)])
    assert (taken(out.getvalue()).format, taken(out.getvalue()).size) == ("JPEG", (64, 48))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_photo_taken_with_the_phone_turned_stands_upright(form, orientation):
    turns = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # how the camera lay
    turned = quadrants()
    if orientation > 1:
        turned = turned.transpose(Image.Transpose(turns[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture = taken(encoded(turned, form, quality=92, exif=exif.tobytes()))
    assert picture.size == (64, 48)
    wanted = (RED, GREEN, BLUE, WHITE)
    assert all(close_to(*pair, 40) for pair in zip(corners(picture), wanted, strict=True))


@pytest.mark.parametrize(("size", "stored"), [((700, 5200), (345, 2560)), ((2560, 9), (2560, 9))])
def test_the_longer_side_counts_and_what_fits_is_not_shrunk(size, stored):
    assert close_to(taken(encoded(flat(size=size), "PNG")).size, stored, 1)


# --- bytes --------------------------------------------------------------------------------------
def secret_upload(form):
    exif, xmp = exif_with_secrets(), b"<x:xmpmeta>" + MARKER + b"</x:xmpmeta>"
    text = PngInfo()
    text.add_text("Author", MARKER.decode())
    text.add_itxt("XML:com.adobe.xmp", MARKER.decode(), zip=False)
    more = {"JPEG": {"comment": MARKER, "xmp": xmp}, "PNG": {"pnginfo": text}}
    return encoded(quadrants(), form, exif=exif, **more.get(form, {"xmp": xmp}))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_nothing_that_tells_where_or_who_survives_in_the_original_or_a_rendition(db, form):
    upload = secret_upload(form)
    assert upload.count(MARKER) >= 2
    upload += MARKER + b"<script>alert(1)</script>"
    image = create_image(file=ContentFile(upload, name="DSC_0001.jpg"), title="Nhà", alt="Nhà")
    specs = ["original", "width-20|format-jpeg", "fill-16x16|format-webp", "max-30x30|format-avif"]
    for file in [image.file] + [image.get_rendition(spec).file for spec in specs]:
        with file.storage.open(file.name) as stored:
            content = stored.read()
        assert MARKER not in content, file.name
        assert b"<script" not in content
        picture = Image.open(io.BytesIO(content))
        assert not dict(picture.getexif())
        assert not picture.getexif().get_ifd(GPS_IFD)
        assert not {"exif", "xmp", "comment", "Author"} & set(picture.info)
        assert "DSC_0001" not in file.name


# --- what is refused ----------------------------------------------------------------------------
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.9])
def test_an_upload_that_broke_off_is_refused(form, share):
    content = encoded(Image.effect_noise((160, 120), 90).convert("RGB"), form)
    fault = refused(content[: int(len(content) * share)])
    assert fault.code in ("damaged", "unknown_format")


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_pixels_are_counted_in_the_header_and_the_limit_is_sixty_four_million():
    began = time.monotonic()
    for size in ((30_000, 30_000), (12_000, 12_000), (8_001, 8_000)):
        fault = refused(png_of(*size))
        assert fault.code == "too_many_pixels"
        assert "64 triệu" in fault.messages[0]
    assert time.monotonic() - began < 2
    assert taken(png_of(8_000, 8_000)).size == (2560, 2560)


def test_a_file_over_twenty_megabytes_is_refused_before_it_is_opened():
    upload = ContentFile(bytes(20 * 1024 * 1024 + 1), name="a.jpg")
    upload.file = None  # reading it would fail
    with pytest.raises(ValidationError) as caught:
        normalise(upload)
    assert caught.value.code == "file_too_large"


HEADS = [b"\xff\xd8\xff\xe0\x00\x10JFIF", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"II*\x00"]
HEADS += [b"RIFF\x40\x00\x00\x00WEBPVP8 ", b"\x00\x00\x00 ftypavif", b"\x00\x00\x00 ftypheic"]


@settings(max_examples=120, deadline=None)
@given(head=st.sampled_from(HEADS), rest=st.binary(max_size=300))
def test_the_head_of_a_picture_before_random_bytes_is_refused(head, rest):
    assert refused(head + rest).messages


WHOLE = [encoded(quadrants((24, 16)), form) for form in ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")]
WHOLE += [encoded(quadrants((24, 16)), "JPEG", exif=exif_with_secrets())]


@pytest.mark.filterwarnings("ignore::UserWarning")
@settings(max_examples=250, deadline=None)
@given(whole=st.sampled_from(WHOLE), data=st.data())
def test_a_picture_with_spoilt_bytes_is_taken_or_refused_and_never_another_fault(whole, data):
    spoilt = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        spoilt[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ValidationError):
        assert normalise(ContentFile(bytes(spoilt), name="a.jpg")).size


def test_a_jpeg_that_goes_over_its_picture_hundreds_of_times_is_refused_at_once():
    """A hundred bytes more are another walk over 64 million points."""
    whole = encoded(Image.new("L", (8000, 8000), 128), "JPEG", progressive=True, quality=10)
    last = whole.rindex(b"\xff\xda")
    started = time.monotonic()
    assert refused(whole[:last] + whole[last:-2] * 400 + b"\xff\xd9").code == "damaged"
    assert time.monotonic() - started < 2
    film = MARKER + b"\xff\xda\x00\x02" * 400  # what telephones put behind the picture
    assert taken(whole + film).size == (2560, 2560)
