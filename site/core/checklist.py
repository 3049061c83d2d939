"""What an approver looks at first: short findings about a page, good or bad."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.blocks.list_block import ListValue


@dataclass(frozen=True)
class Finding:
    """One line: `text`, its figure in bold, and whether it is as it should be."""

    text: str
    figure: str = ""
    good: bool = True


def find(page: Any) -> list[Finding]:
    """Findings every page type has."""
    return [finding for finding in (_sapo(page), _pictures(page)) if finding]


def _sapo(page: Any) -> Finding | None:
    if page.sapo or page.kind in ("danh-muc", "trang"):
        return None
    return Finding(_("Chưa có sapo"), good=False)


def _pictures(page: Any) -> Finding | None:
    described = [bool(page.lead_decorative or page.picture_alt)] if page.lead_image else []
    for block in getattr(page, "body", None) or ():
        described += [_is_described(image) for image in _images(block.value)]
    if not described:
        return None
    figure = _("%(good)s trên %(all)s") % {"good": sum(described), "all": len(described)}
    return Finding(_("Ảnh có chữ thay thế:"), figure, good=all(described))


def _is_described(image: Any) -> bool:
    return bool(getattr(image, "decorative", False) or getattr(image, "contextual_alt_text", ""))


def _images(value: Any) -> Iterator[Any]:
    """Pictures inside a block's value, however deep."""
    if hasattr(value, "contextual_alt_text"):
        yield value
    elif isinstance(value, Mapping):
        for child in value.values():
            yield from _images(child)
    elif isinstance(value, (ListValue, StreamValue)):
        for child in value:
            yield from _images(getattr(child, "value", child))
