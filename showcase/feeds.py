"""Listings of the showcase that can be followed."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.kinds import Kind
from feeds.registry import Source


def sources() -> Iterator[Source]:
    """Startups, and products and solutions."""
    from showcase.models import ShowcaseIndexPage

    for page in ShowcaseIndexPage.objects.visible():
        yield Source(page.title, page.url, _("Đơn vị khởi nghiệp, theo tên"))
        products = f"{page.url}?loai={Kind.PRODUCT.value}"
        yield Source(_("Sản phẩm – giải pháp"), products, _("Mới nhất trước"), level=1)
