"""What a page says of itself to machines and to those who pass it on."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import shortlinks
from core.kinds import Kind
from core.meta import Frame, Thing, thing

if TYPE_CHECKING:
    from core.models.base import BasePage


PREVIEW_SIZES = [
    {"name": "mobile", "icon": "mobile-alt", "device_width": 360, "label": _("Điện thoại")},
    {"name": "tablet", "icon": "tablet-alt", "device_width": 768, "label": _("Máy tính bảng")},
    {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": _("Máy tính")},
]
"""The live preview: first as most readers see it, on a small phone."""


class Described(models.Model):
    """Title, summary, date, description and short address; page types say more."""

    class Meta:
        abstract = True

    @property
    def dated_at(self: "BasePage") -> datetime | None:
        """The day a card or a map of the site writes beside the title; None where none matters."""
        return self.listed_at

    @property
    def tab_title(self: "BasePage") -> str:
        """The title in the browser's tab and on search pages, unless an editor wrote another."""
        return self.title

    @property
    def teaser(self: "BasePage") -> str:
        """One or two sentences for search engines and chat apps; '' where nothing is written."""
        own = self.search_description or self.sapo or getattr(self, "intro", "")
        return own or str(getattr(self, "plain_text", ""))[:200].replace("\n", " ").strip()

    def structured_data(self: "BasePage", frame: Frame) -> list[Thing]:
        """What the page is, for machines (schema.org). Page types say more."""
        kind = "CollectionPage" if self.page_kind == Kind.LISTING else "WebPage"
        return [thing(kind, name=self.title, description=self.teaser, url=frame.url)]

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        """Widths of the live preview; the first is the one it opens with."""
        return PREVIEW_SIZES

    def get_short_url(self: "BasePage", request: HttpRequest | None = None) -> str:
        """`https://…/s/4k/`: the short address, which survives renaming and moving."""
        site = self.get_site()
        code = shortlinks.encode(self.pk or 0)  # a preview may come before the first save
        return (site.root_url if site else "") + reverse("short_link", args=[code])
