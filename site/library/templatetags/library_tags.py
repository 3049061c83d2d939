"""`{% picture %}`: a picture as LOOK.md wants it, or the woven cover that stands in for it."""

import hashlib
import logging
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from covers.shapes import size_of

register = template.Library()
logger = logging.getLogger(__name__)

MODERN = ("avif", "webp")
RATIOS = {"1x1": "square", "4x3": "card", "3x2": "photo", "16x9": "wide", "4x5": "portrait"}


def cover_seed(title: str) -> str:
    """Eight hex digits that belong to a title for ever."""
    return hashlib.sha256(title.encode("utf-8", "replace")).hexdigest()[:8]


def cover_url(kind: str, seed: str, shape: str = "card") -> str:
    """Address of a woven cover; `seed` is any text."""
    return reverse("cover", args=[kind, shape, cover_seed(seed)])


def _spec(width: int, ratio: str, form: str) -> str:
    if not ratio:
        return f"width-{width}|format-{form}"
    across, down = (int(part) for part in ratio.split("x"))
    return f"fill-{width}x{round(width * down / across)}|format-{form}"


def _renditions(image: Any, widths: list[int], ratio: str) -> dict[str, list[Any]] | None:
    forms = {form: [_spec(width, ratio, form) for width in widths] for form in MODERN}
    forms["jpeg"] = [_spec(widths[len(widths) // 2], ratio, "jpeg")]
    try:
        made = image.get_renditions(*(spec for specs in forms.values() for spec in specs))
    except (SourceImageIOError, OSError, InvalidFilterSpecError, ValueError) as fault:
        logger.warning("No renditions of picture %s: %s", image.pk, fault)
        return None
    return {form: [made[spec] for spec in specs] for form, specs in forms.items()}


def _srcset(renditions: list[Any]) -> SafeString:
    by_width = {rendition.width: rendition.url for rendition in renditions}
    return format_html_join(", ", "{} {}w", ((url, width) for width, url in by_width.items()))


def _loading(priority: bool) -> SafeString:
    return mark_safe('fetchpriority="high"' if priority else 'loading="lazy" decoding="async"')


@register.simple_tag
def picture(
    image: Any,
    alt: str = "",
    widths: str = "480,960,1440",
    sizes: str = "100vw",
    ratio: str = "",
    priority: bool = False,
    css: str = "",
    fallback_kind: str = "",
    fallback_seed: str = "",
) -> SafeString:
    """A `<picture>` in AVIF, WebP and JPEG with the sizes of the layout.

    Args:
        image: picture of the library, or None.
        alt: alternative text; "" for decoration.
        widths: widths in CSS pixels to offer, smallest first.
        sizes: value of the `sizes` attribute.
        ratio: "1x1", "4x3", "3x2", "16x9", "4x5" crop about the focal point; "" keeps the whole.
        priority: the largest paint of the page: eager, with high priority. One a page.
        css: class of the `<picture>`.
        fallback_kind: kind of cover art where there is no picture; "" leaves a gap.
        fallback_seed: text the cover is woven from, as a rule the title.
    """
    numbers = [int(width) for width in widths.split(",")]
    forms = _renditions(image, numbers, ratio) if image else None
    if forms is None:
        return _cover(fallback_kind, fallback_seed, ratio, priority, css)
    sources = format_html_join(
        "",
        '<source type="image/{}" srcset="{}" sizes="{}">',
        ((form, _srcset(forms[form]), sizes) for form in MODERN),
    )
    shown = forms["jpeg"][0]
    return format_html(
        '<picture{}>{}<img src="{}" alt="{}" width="{}" height="{}" {}></picture>',
        format_html(' class="{}"', css) if css else "",
        sources,
        shown.url,
        alt or "",
        shown.width,
        shown.height,
        _loading(priority),
    )


def _cover(kind: str, seed: str, ratio: str, priority: bool, css: str) -> SafeString:
    if not kind:
        return SafeString("")
    shape = RATIOS.get(ratio, "wide")
    width, height = size_of(shape)
    return format_html(
        '<picture class="{}"><img src="{}" alt="" width="{}" height="{}" {}></picture>',
        f"{css} woven".strip(),
        cover_url(kind, seed, shape),
        width,
        height,
        _loading(priority),
    )
