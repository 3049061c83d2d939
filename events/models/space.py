"""Community spaces: co-working, exhibition corners, meeting rooms."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from core.kinds import Kind
from core.listing import Listing
from core.meta import Frame, Thing
from core.models import BasePage, ListingMixin, WithBody
from core.models import panels as shared
from events.structured import describe_space


class SpaceListing(Listing):
    """Spaces by name."""

    page_size = 24


class SpaceIndexPage(ListingMixin, BasePage):
    """All spaces."""

    page_kind = Kind.LISTING
    page_description = _("Trang đầu của mục không gian khởi nghiệp.")
    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.SpacePage"]
    max_count = 1

    content_panels = [shared.TITLE, *ListingMixin.intro_panels]

    class Meta:
        verbose_name = _("trang không gian")
        verbose_name_plural = _("trang không gian")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the spaces by name."""
        context = super().get_context(request, *args, **kwargs)
        spaces = SpacePage.objects.visible().child_of(self).by_title()
        context["listing"] = SpaceListing(request, spaces)
        return context


class SpacePage(WithBody, BasePage):
    """A place to work, meet, show and sell."""

    page_kind = Kind.SPACE
    page_description = _("Một nơi làm việc chung, trưng bày, họp, thử nghiệm.")
    parent_page_types = ["events.SpaceIndexPage"]
    subpage_types: list[str] = []

    address = models.CharField(_("Địa chỉ"), max_length=255, blank=True)
    map_url = models.URLField(_("Liên kết bản đồ"), max_length=500, blank=True)
    facilities = models.TextField(
        _("Có gì ở đó"),
        blank=True,
        help_text=_("Mỗi dòng một thứ: bàn, mạng, máy in, góc chụp ảnh…"),
    )
    capacity = models.CharField(_("Sức chứa"), max_length=120, blank=True)
    cost_note = models.CharField(_("Chi phí"), max_length=200, blank=True)
    booking_note = models.CharField(_("Cách đặt chỗ"), max_length=255, blank=True)
    rules = RichTextField(_("Nội quy"), blank=True, features=["bold", "ol", "ul", "link"])
    phone = models.CharField(_("Điện thoại nơi trực"), max_length=40, blank=True)
    email = models.EmailField(_("Thư điện tử nơi trực"), blank=True)

    content_panels = [
        TitleFieldPanel(
            "title",
            placeholder=_("Tên không gian"),
            help_text=_("Tên ghi trên biển, hoặc tên mọi người quen gọi."),
        ),
        FieldPanel("sapo"),
        shared.LEAD_IMAGE,
        MultiFieldPanel([FieldPanel("address"), FieldPanel("map_url")], heading=_("Ở đâu")),
        InlinePanel("hours", heading=_("Giờ mở cửa"), label=_("Giờ")),
        FieldPanel("facilities"),
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("cost_note")]),
        FieldPanel("booking_note"),
        FieldPanel("rules"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("phone"), FieldPanel("email")])],
            heading=_("Liên hệ nơi trực"),
        ),
        FieldPanel("body"),
        shared.FILING,
    ]
    search_fields = [
        *BasePage.search_fields,
        *WithBody.body_search_fields,
        index.SearchField("address"),
        index.SearchField("facilities"),
    ]

    class Meta:
        verbose_name = _("không gian")
        verbose_name_plural = _("không gian")

    @property
    def facility_list(self) -> list[str]:
        """One entry a line."""
        return [line.strip() for line in self.facilities.splitlines() if line.strip()]

    @property
    def has_facts(self) -> bool:
        """Whether the box of practical facts has anything to say."""
        own = (self.address, self.capacity, self.cost_note, self.booking_note)
        return bool(any(own) or self.phone or self.email or self.hours.all())

    @property
    def dated_at(self) -> None:
        """A place has no date."""

    def structured_data(self, frame: Frame) -> list[Thing]:
        """A Place."""
        return [describe_space(self, frame)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds what takes place here next."""
        from events.models.event import EventPage

        context = super().get_context(request, *args, **kwargs)
        here = EventPage.objects.visible().filter(sessions__space=self).distinct()
        context["events"] = here.not_over().for_cards()[:4]
        return context


class OpeningHours(Orderable):
    """When a space is open."""

    page = ParentalKey(SpacePage, on_delete=models.CASCADE, related_name="hours")
    days = models.CharField(_("Ngày"), max_length=80, help_text=_("Ví dụ: Thứ Hai đến thứ Sáu"))
    time = models.CharField(_("Giờ"), max_length=80, help_text=_("Ví dụ: 7:30–17:00"))

    panels = [FieldRowPanel([FieldPanel("days"), FieldPanel("time")])]

    class Meta(Orderable.Meta):
        verbose_name = _("giờ mở cửa")
        verbose_name_plural = _("giờ mở cửa")
