"""The kinds of content, in the words of the listing parameter `loai`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What an item is. The value is also what the address bar shows."""

    NEWS = "tin-tuc", _("Tin tức")
    STORY = "cau-chuyen", _("Câu chuyện")
    STARTUP = "startup", _("Đơn vị khởi nghiệp")
    PRODUCT = "san-pham", _("Sản phẩm – giải pháp")
    EVENT = "su-kien", _("Sự kiện")
    SPACE = "khong-gian", _("Không gian")
    DOCUMENT = "van-ban", _("Văn bản")
    PAGE = "trang", _("Trang thông tin")
    LISTING = "danh-muc", _("Danh mục")


COVER_KINDS = {
    Kind.NEWS: "news",
    Kind.STORY: "story",
    Kind.STARTUP: "product",
    Kind.PRODUCT: "product",
    Kind.EVENT: "event",
}
"""Which ground the cover art of a kind is woven on; anything else is neutral."""

CONTAINER_KINDS = [Kind.LISTING, Kind.STARTUP, Kind.PAGE]
"""The kinds of page types that may have children; a test holds every page type to it."""

CONTENT_KINDS = [kind for kind in Kind if kind is not Kind.LISTING]
"""The kinds a reader searches for."""

WRITTEN_KINDS = (Kind.NEWS, Kind.STORY)
"""What is written to be read through: the articles of search engines and the news sitemap."""
