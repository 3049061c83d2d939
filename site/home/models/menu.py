"""The menu: entries with their own sub-entries, each a page of the site."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField


class MenuLinkBlock(blocks.StructBlock):
    """A page of the site under a short label."""

    label = blocks.CharBlock(label=_("Nhãn"), max_length=40)
    page = blocks.PageChooserBlock(label=_("Trang"))
    anchor = blocks.CharBlock(
        label=_("Tham số"), required=False, max_length=80, help_text=_("Ví dụ: ?loai=san-pham")
    )

    class Meta:
        label = _("Mục con")
        icon = "link"


class MenuEntryBlock(MenuLinkBlock):
    """A main entry; the last one may stand out."""

    highlighted = blocks.BooleanBlock(label=_("Làm nổi bật, đặt bên phải"), required=False)
    children = blocks.ListBlock(MenuLinkBlock(), label=_("Mục con"), default=[])

    class Meta:
        label = _("Mục")
        icon = "list-ul"


@register_setting(icon="list-ul")
class MenuSettings(BaseSiteSetting):
    """What stands in the masthead and on the phone's menu page."""

    entries = StreamField([("entry", MenuEntryBlock())], verbose_name=_("Các mục"), blank=True)
    footer = StreamField(
        [("link", MenuLinkBlock())], verbose_name=_("Liên kết chân trang"), blank=True
    )

    panels = [FieldPanel("entries"), FieldPanel("footer")]

    class Meta:
        verbose_name = _("thực đơn")

    def page_ids(self) -> set[int]:
        """Keys of every page the menu names."""
        ids: set[int] = set()
        for stream in (self.entries, self.footer):
            for block in stream.raw_data:
                ids |= set(_ids(block.get("value")))
        return ids


def _ids(value: Any) -> list[int]:
    """Keys in one stored entry; a broken one has none."""
    if not isinstance(value, dict):
        return []
    own = [value["page"]] if isinstance(value.get("page"), int) else []
    for child in value.get("children") or []:
        own += _ids(child.get("value", child) if isinstance(child, dict) else None)
    return own
