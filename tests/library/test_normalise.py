"""Pictures on their way in: what is taken, what is refused, what is left of them."""

import io
import time
import zlib
from struct import pack

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageSequence, PngImagePlugin

from library.normalise import normalise
from library.services import create_image

MARK = b"BI-MAT-GPS-21.98"


def upload(image, form, name=None, **options):
    out = io.BytesIO()
    image.save(out, form, **options)
    return ContentFile(out.getvalue(), name=name or f"anh.{form.lower()}")


def opened(file):
    file.seek(0)
    return Image.open(file)


def painted(size=(60, 40), mode="RGB"):
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    return image.convert(mode)


@pytest.mark.parametrize(
    ("form", "stored"),
    [("JPEG", "JPEG"), ("PNG", "PNG"), ("WEBP", "WEBP"), ("AVIF", "AVIF"), ("HEIF", "JPEG")],
)
def test_phone_and_web_formats_are_taken_by_content_whatever_the_name(form, stored):
    done = normalise(upload(painted(), form, name="bao-cao.txt"))
    image = opened(done)
    assert image.format == stored
    assert image.size == (60, 40)


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "1", "I;16"])
def test_every_kind_of_png_is_taken(mode):
    image = Image.new(mode, (20, 20)) if mode == "I;16" else painted((20, 20), mode)
    assert opened(normalise(upload(image, "PNG"))).mode in ("RGB", "RGBA")


def test_cmyk_becomes_rgb():
    assert opened(normalise(upload(painted(mode="CMYK"), "JPEG"))).mode == "RGB"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = opened(normalise(upload(painted(), "JPEG", exif=exif, quality=95)))
    turned = orientation >= 5
    assert image.size == ((40, 60) if turned else (60, 40))
    assert not image.getexif()


def test_large_pictures_are_stored_at_most_2560_wide():
    assert opened(normalise(upload(Image.new("RGB", (5000, 1000)), "JPEG"))).size == (2560, 512)


def marked_jpeg():
    exif = Image.Exif()
    exif[0x010F] = MARK.decode()
    exif.get_ifd(0x8825)[1] = MARK.decode()
    return upload(painted((800, 600)), "JPEG", exif=exif, comment=MARK, xmp=MARK)


def marked_png():
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", MARK.decode())
    return upload(painted((800, 600)), "PNG", pnginfo=info)


@pytest.mark.parametrize("make", [marked_jpeg, marked_png], ids=["JPEG", "PNG"])
def test_place_camera_and_author_are_gone_from_the_original_and_every_rendition(db, make):
    raw = make()
    assert MARK in raw.read()
    raw.seek(0)
    image = create_image(file=raw, title="Ảnh", alt="Giàn miến")
    assert MARK not in image.file.read()
    for spec in ("width-400", "fill-100x100", "max-300x300|format-jpeg", "original"):
        assert MARK not in image.get_rendition(spec).file.read(), spec


def moving(form):
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, form, save_all=True, append_images=frames[1:])
    assert len(list(ImageSequence.Iterator(Image.open(io.BytesIO(out.getvalue()))))) == 2
    return out.getvalue()


def bomb():
    """A PNG that says it is 30,000 by 30,000."""

    def chunk(kind, data):
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    header = pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    lines = zlib.compress(b"\0" * 100_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
    )


REFUSED = {
    "GIF": lambda: upload(painted(), "GIF").read(),
    "TIFF": lambda: upload(painted(), "TIFF").read(),
    "BMP": lambda: upload(painted(), "BMP").read(),
    "moving WebP": lambda: moving("WEBP"),
    "moving PNG": lambda: moving("PNG"),
    "SVG": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "text": lambda: b"khong phai anh",
    "empty": lambda: b"",
    "half a JPEG": lambda: upload(painted((400, 400)), "JPEG").read()[:900],
    "half a PNG": lambda: upload(painted((400, 400)), "PNG").read()[:300],
    "pixel bomb": bomb,
}


@pytest.mark.parametrize("name", REFUSED)
def test_everything_else_is_refused_in_vietnamese_and_at_once(name):
    raw = REFUSED[name]()
    started = time.monotonic()
    with pytest.raises(ValidationError) as refused:
        normalise(ContentFile(raw, name="anh.jpg"))
    assert time.monotonic() - started < 20
    assert any(word in refused.value.messages[0] for word in ("Ảnh", "ảnh"))


def test_a_file_over_20_mb_is_refused_with_its_size():
    with pytest.raises(ValidationError) as refused:
        normalise(ContentFile(b"\xff\xd8" + b"0" * (21 * 1024 * 1024), name="anh.jpg"))
    assert "20 MB" in refused.value.messages[0]


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF"]),
)
def test_random_bytes_never_cause_another_fault(data, start):
    with pytest.raises(ValidationError):
        normalise(ContentFile(start + data, name="anh.jpg"))
