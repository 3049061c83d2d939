"""Editing panels every page type shares, in the order of writing."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    PublishingPanel,
    TitleFieldPanel,
)

from core.widgets import DateTimeInput


class SchedulePanel(PublishingPanel):
    """Wagtail's dialog with our fields: a date that cannot be read stays as it was typed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for panel in self.children:
            theirs = panel.widget
            panel.widget = DateTimeInput(
                js_overlay_parent_selector=theirs.js_overlay_parent_selector, attrs=theirs.attrs
            )


TITLE = TitleFieldPanel(
    "title", placeholder=_("Tiêu đề"), help_text=_("Nên dưới 120 chữ: ai, làm gì, được gì.")
)
LEAD_IMAGE = MultiFieldPanel(
    [
        FieldPanel("lead_image", heading=_("Ảnh")),
        FieldPanel("lead_alt"),
        FieldPanel("lead_decorative"),
        FieldRowPanel([FieldPanel("lead_caption"), FieldPanel("lead_credit")]),
    ],
    heading=_("Ảnh chính"),
)
FILING = MultiFieldPanel(
    [
        FieldPanel("primary_topic"),
        FieldPanel("topics"),
        FieldPanel("tags"),
        FieldPanel("plan_tasks"),
    ],
    heading=_("Xếp bài"),
)
CONTENT = [TITLE, FieldPanel("sapo")]
PROMOTE = [
    MultiFieldPanel(
        [
            FieldPanel(
                "slug",
                heading=_("Địa chỉ trang"),
                help_text=_("Phần cuối của địa chỉ trang. Đổi thì địa chỉ cũ tự chuyển tiếp."),
            ),
            FieldPanel(
                "seo_title",
                heading=_("Tiêu đề cho máy tìm kiếm"),
                help_text=_("Để trống thì dùng tiêu đề bài. Hiện trên thẻ của trình duyệt."),
            ),
            FieldPanel(
                "search_description",
                heading=_("Mô tả cho máy tìm kiếm"),
                help_text=_("Để trống thì dùng sapo. Hiện dưới tiêu đề ở trang kết quả tìm."),
            ),
            FieldPanel("social_image"),
        ],
        heading=_("Tìm kiếm và chia sẻ"),
    ),
]
SETTINGS = [SchedulePanel()]
