"""Where editors find events and spaces."""

import django_filters
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget

from events.models import EventPage, SpacePage
from events.models.event import EventKind, EventStatus
from writing.columns import DayColumn, TextColumn, first_columns, last_columns
from writing.filters import KindFilterSet
from writing.listings import KindViewSet


def _places(page: EventPage) -> str:
    """Where its sessions are; unlike the public page also in spaces that are hidden."""
    rows = (row.space.title if row.space else row.place for row in page.sessions.all())
    return "; ".join(dict.fromkeys(filter(None, rows)))


class EventFilterSet(KindFilterSet):
    """Events also by kind, whether they take place, and day."""

    event_kind = django_filters.MultipleChoiceFilter(
        label=_("Loại sự kiện"), choices=EventKind.choices, widget=CheckboxSelectMultiple
    )
    status = django_filters.MultipleChoiceFilter(
        label=_("Có diễn ra không"), choices=EventStatus.choices, widget=CheckboxSelectMultiple
    )
    starts_at = django_filters.DateFromToRangeFilter(
        label=_("Bắt đầu"), widget=DateRangePickerWidget
    )

    class Meta:
        model = EventPage
        fields: list[str] = []


class EventListing(KindViewSet):
    """All events."""

    name = "events"
    url_prefix = "noi-dung/su-kien"
    model = EventPage
    icon = "calendar"
    menu_label = _("Sự kiện")
    menu_order = 50
    filterset_class = EventFilterSet
    prefetch = ("sessions__space",)
    list_display = [
        *first_columns(),
        DayColumn("starts_at", label=_("Bắt đầu"), sort_key="starts_at"),
        TextColumn("place", label=_("Nơi tổ chức"), accessor=_places),
        TextColumn("phase", label=_("Diễn ra"), accessor="state_label"),
        *last_columns(published=False),
    ]
    export_filename = "su-kien"
    sheet = {
        _("Tên sự kiện"): lambda page: page.get_admin_display_title(),
        _("Loại sự kiện"): lambda page: page.get_event_kind_display(),
        _("Bắt đầu"): lambda page: page.starts_at,
        _("Kết thúc"): lambda page: page.ends_at,
        _("Nơi tổ chức"): _places,
        _("Diễn ra"): lambda page: page.state_label,
    }


class SpaceFilterSet(KindFilterSet):
    """Spaces."""

    class Meta:
        model = SpacePage
        fields: list[str] = []


class SpaceListing(KindViewSet):
    """All spaces."""

    name = "spaces"
    url_prefix = "noi-dung/khong-gian"
    model = SpacePage
    icon = "home"
    menu_label = _("Không gian")
    menu_order = 60
    filterset_class = SpaceFilterSet
    list_display = [
        *first_columns(),
        TextColumn("address", label=_("Địa chỉ"), sort_key="address"),
        *last_columns(),
    ]
    export_filename = "khong-gian"
    sheet = {
        _("Tên không gian"): lambda page: page.get_admin_display_title(),
        _("Nơi ở"): lambda page: page.address,
        _("Sức chứa"): lambda page: page.capacity,
    }
