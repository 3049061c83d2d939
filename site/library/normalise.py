"""Every picture on its way into the library: checked by content, turned upright, made anew.

The stored original is always our own encoding of the pixels, so nothing that travelled with the
upload (EXIF, GPS, thumbnails, XMP, author names, trailing data) survives in it or in any rendition.
"""

import io
from typing import BinaryIO

import pillow_heif
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from library.jpeg import has_too_many_scans

Image.init()
pillow_heif.register_heif_opener()

MAX_SIDE = 2560
ACCEPTED = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")
# format of the upload -> format stored, ending, how it is written
STORED = {
    "PNG": ("PNG", "png", {"compress_level": 6}),
    "WEBP": ("WEBP", "webp", {"quality": 88, "method": 4}),
    "AVIF": ("AVIF", "avif", {"quality": 80, "speed": 7}),
}
AS_JPEG = ("JPEG", "jpg", {"quality": 88, "progressive": True, "optimize": True})
OPAQUE = {"JPEG"}


class NormalisedFile(ContentFile):
    """A picture that has been through `normalise`; it is not decoded a second time."""

    content_type: str


def normalise(upload: File) -> NormalisedFile:
    """Check and re-encode a picture.

    Args:
        upload: any file object with `size`; its name is not trusted for anything.

    Returns:
        JPEG, PNG, WebP or AVIF, upright, sRGB, at most 2,560 px on the longer side, without
        metadata. HEIC and CMYK come out as JPEG.

    Raises:
        ValidationError: too large, too many pixels, moving, damaged, or no kind of picture taken
            here; the message says which, in Vietnamese.
    """
    if isinstance(upload, NormalisedFile):
        return upload
    if upload.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        raise _refuse("file_too_large", size=filesizeformat(upload.size))
    upload.seek(0)
    try:
        picture = _open(upload)
        kind = picture.format or ""
        picture = _upright_srgb(picture)
    except ValidationError:
        raise
    except Exception as fault:  # the decoders raise of every kind on bytes that are spoilt
        raise _refuse("damaged") from fault
    return _encode(picture, kind)


def _open(upload: BinaryIO) -> Image.Image:
    try:
        picture = Image.open(upload, formats=ACCEPTED)
    except UnidentifiedImageError as fault:
        raise _refuse("unknown_format") from fault
    except Image.DecompressionBombError as fault:
        raise _refuse("too_many_pixels") from fault
    width, height = picture.size
    if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _refuse("too_many_pixels")
    if picture.format == "JPEG" and _has_too_many_scans(upload):
        raise _refuse("damaged")
    if picture.format in ("PNG", "WEBP", "AVIF") and getattr(picture, "n_frames", 1) > 1:
        raise _refuse("moving")
    return picture


def _has_too_many_scans(upload: BinaryIO) -> bool:
    at = upload.tell()
    upload.seek(0)
    try:
        return has_too_many_scans(upload.read())
    finally:
        upload.seek(at)


def _upright_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    picture.draft("RGB", (MAX_SIDE, MAX_SIDE))  # JPEG only: decodes at a half, a quarter, an eighth
    picture.load()
    picture = _eight_bits(picture)
    picture.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS, reducing_gap=3)
    ImageOps.exif_transpose(picture, in_place=True)  # once it is small: each copy costs its size
    transparent = picture.has_transparency_data
    mode = "RGBA" if transparent else "RGB"
    if profile and picture.mode in ("RGB", "RGBA", "CMYK", "L"):
        picture = _to_srgb(picture, profile, mode)
    return picture.convert(mode)


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Grey of 16 bits as grey of 8: `convert` alone would cut it off at white."""
    if not picture.mode.startswith("I"):
        return picture
    grey = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    grey.info.pop("transparency", None)  # counted in 16 bits
    return grey


def _to_srgb(picture: Image.Image, profile: bytes, mode: str) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(picture, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return turned or picture


def _encode(picture: Image.Image, kind: str) -> NormalisedFile:
    name, ending, options = STORED.get(kind, AS_JPEG)
    if name in OPAQUE and picture.mode == "RGBA":
        ground = Image.new("RGB", picture.size, "white")
        ground.paste(picture, mask=picture.getchannel("A"))
        picture = ground
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    out = io.BytesIO()
    bare.save(out, name, **options)
    done = NormalisedFile(out.getvalue(), name=f"picture.{ending}")
    done.content_type = f"image/{name.lower()}"
    return done


def _refuse(code: str, **values: object) -> ValidationError:
    messages = {
        "file_too_large": _("Tệp nặng %(size)s, quá mức 20 MB. Hãy gửi ảnh nhỏ hơn."),
        "too_many_pixels": _("Ảnh quá lớn (hơn 64 triệu điểm ảnh). Hãy thu nhỏ ảnh rồi gửi lại."),
        "moving": _("Ảnh động không dùng được ở đây. Hãy gửi ảnh tĩnh."),
        "damaged": _("Tệp ảnh bị hỏng, không mở được. Hãy gửi lại ảnh gốc."),
        "unknown_format": _(
            "Không nhận ra ảnh. Chỉ nhận ảnh JPEG, PNG, WebP, AVIF hoặc HEIC (ảnh chụp iPhone)."
        ),
    }
    return ValidationError(messages[code], code=code, params=values)
