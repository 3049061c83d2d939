"""Events and exhibitions with several sessions and exhibitors."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.fields import StreamField
from wagtail.search import index

from core.blocks import BodyBlock
from core.kinds import Kind
from core.meta import Frame, Thing
from core.models import BasePage, WithBody
from core.models import panels as shared
from core.related import related_to
from events.querysets import EventManager
from events.structured import describe_event
from vietnamese import format_hours

if TYPE_CHECKING:
    from events.models.parts import EventSession, Exhibitor


class EventKind(models.TextChoices):
    """What an event is."""

    EXHIBITION = "exhibition", _("Triển lãm, trưng bày")
    FAIR = "fair", _("Phiên chợ, hội chợ")
    DEMO = "demo", _("Trình diễn sản phẩm")
    CONTEST = "contest", _("Cuộc thi")
    TRAINING = "training", _("Tập huấn")
    CONSULTATION = "consultation", _("Tư vấn")
    TALK = "talk", _("Nói chuyện, hội thảo")
    OTHER = "other", _("Khác")


class EventStatus(models.TextChoices):
    """Whether it takes place as announced."""

    SCHEDULED = "scheduled", _("Diễn ra như đã báo")
    MOVED = "moved", _("Đổi ngày hoặc địa điểm")
    POSTPONED = "postponed", _("Hoãn, chưa có ngày mới")
    CANCELLED = "cancelled", _("Đã hủy")


class EventPage(WithBody, BasePage):
    """Something people come to."""

    page_kind = Kind.EVENT
    page_description = _("Triển lãm, phiên chợ, tập huấn, cuộc thi… có ngày giờ và địa điểm.")
    parent_page_types = ["events.EventIndexPage"]
    subpage_types: list[str] = []

    event_kind = models.CharField(
        _("Loại sự kiện"),
        max_length=20,
        choices=EventKind.choices,
        default=EventKind.EXHIBITION,
        db_index=True,
    )
    theme = models.CharField(_("Chủ đề của sự kiện"), max_length=255, blank=True)
    status = models.CharField(
        _("Tình trạng"), max_length=20, choices=EventStatus.choices, default=EventStatus.SCHEDULED
    )
    status_note = models.CharField(
        _("Nói rõ tình trạng"),
        max_length=255,
        blank=True,
        help_text=_("Ví dụ: Dời sang 07/12 vì mưa lớn."),
    )
    registration_url = models.URLField(_("Nơi đăng ký"), max_length=500, blank=True)
    registration_deadline = models.DateTimeField(_("Hạn đăng ký"), null=True, blank=True)
    registration_note = models.CharField(_("Cách đăng ký"), max_length=255, blank=True)
    capacity = models.PositiveIntegerField(
        _("Số chỗ"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    outcome = StreamField(
        BodyBlock(),
        verbose_name=_("Sau sự kiện: đã có gì, chưa được gì"),
        blank=True,
        help_text=_("Viết sau khi kết thúc. Ảnh, tệp, số liệu đều đặt ở đây."),
    )
    starts_at = models.DateTimeField(null=True, editable=False, db_index=True)
    ends_at = models.DateTimeField(null=True, editable=False, db_index=True)

    content_panels = [
        TitleFieldPanel(
            "title",
            placeholder=_("Tên sự kiện"),
            help_text=_("Ngắn, không cần ngày và địa điểm: đã có ô riêng."),
        ),
        FieldRowPanel([FieldPanel("event_kind"), FieldPanel("theme")]),
        FieldPanel("sapo"),
        InlinePanel("sessions", heading=_("Thời gian và địa điểm"), label=_("Buổi"), min_num=1),
        shared.LEAD_IMAGE,
        FieldPanel("body"),
        InlinePanel("organisers", heading=_("Đơn vị tổ chức"), label=_("Đơn vị")),
        InlinePanel("exhibitors", heading=_("Gian trưng bày"), label=_("Gian")),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("registration_url"), FieldPanel("registration_deadline")]
                ),
                FieldRowPanel([FieldPanel("registration_note"), FieldPanel("capacity")]),
            ],
            heading=_("Đăng ký"),
        ),
        MultiFieldPanel([FieldPanel("status"), FieldPanel("status_note")], heading=_("Tình trạng")),
        InlinePanel("figures", heading=_("Con số sau sự kiện"), label=_("Con số"), max_num=6),
        FieldPanel("outcome"),
        shared.FILING,
    ]
    search_fields = [
        *BasePage.search_fields,
        *WithBody.body_search_fields,
        index.SearchField("theme"),
        index.SearchField("place_summary"),
        index.SearchField("outcome"),
        index.FilterField("event_kind"),
        index.FilterField("starts_at"),
        index.FilterField("ends_at"),
    ]

    objects = EventManager()

    class Meta:
        verbose_name = _("sự kiện")
        verbose_name_plural = _("sự kiện")

    # --- time -----------------------------------------------------------------------------------
    def get_listed_at(self) -> datetime | None:
        """Events are archived by the day they begin."""
        return self.starts_at or self.first_published_at

    def fill_columns(self) -> None:
        """First start and last end of the sessions stand on the event itself."""
        sessions = sorted(self.sessions.all(), key=lambda session: session.effective_start)
        self.starts_at = sessions[0].effective_start if sessions else None
        self.ends_at = max((session.effective_end for session in sessions), default=None)
        super().fill_columns()

    @cached_property
    def ordered_sessions(self) -> list["EventSession"]:
        """Sessions by time."""
        return sorted(self.sessions.all(), key=lambda session: (session.starts_at, session.pk or 0))

    @property
    def place_summary(self) -> str:
        """Where its sessions are, each place once. Read anew: a space may be hidden or renamed."""
        names = (session.place_name for session in self.ordered_sessions)
        return "; ".join(dict.fromkeys(filter(None, names)))

    @property
    def first_day(self) -> date | None:
        """The day it begins, in Vietnam."""
        return timezone.localdate(self.starts_at) if self.starts_at else None

    @property
    def last_day(self) -> date | None:
        """The day it ends; what ends at midnight ends on the day before."""
        return timezone.localdate(self.ends_at - timedelta(seconds=1)) if self.ends_at else None

    @property
    def hours(self) -> str:
        """When it begins and ends, beside its first day: “07:30 – 11:00”."""
        return format_hours(self.starts_at, self.ends_at) if self.starts_at else ""

    @property
    def hours_with_year(self) -> str:
        """The same with the year of a last day that is another one."""
        return format_hours(self.starts_at, self.ends_at, with_year=True) if self.starts_at else ""

    @property
    def is_fair(self) -> bool:
        """Whether places are stalls rather than seats."""
        return self.event_kind in (EventKind.FAIR, EventKind.EXHIBITION)

    @property
    def takes_booths(self) -> bool:
        """Whether one can still ask for a stall by the form of this site."""
        if not self.ends_at or self.phase == "past":
            return False
        kinds = (EventKind.FAIR, EventKind.EXHIBITION, EventKind.DEMO)
        is_over = bool(self.registration_deadline and self.registration_deadline <= timezone.now())
        off = (EventStatus.CANCELLED, EventStatus.POSTPONED)
        return self.event_kind in kinds and self.status not in off and not is_over

    @property
    def has_facts(self) -> bool:
        """Whether the box of practical facts has anything to say."""
        own = self.theme or self.registration_deadline or self.registration_note
        ways = (s.address or s.map_url or s.online_url for s in self.ordered_sessions)
        return bool(own or self.organisers.all() or any(ways))

    @property
    def phase(self) -> str:
        """`upcoming`, `running` or `past`, by the minute; `upcoming` while no date is set."""
        now = timezone.now()
        if not self.starts_at or now < self.starts_at:
            return "upcoming"
        return "running" if self.ends_at and now < self.ends_at else "past"

    @property
    def change_label(self) -> str:
        """That it does not take place as announced; '' if it does."""
        return "" if self.status == EventStatus.SCHEDULED else str(self.get_status_display())

    @property
    def state_label(self) -> str:
        """What a reader is told: the status if it is not as announced, else the phase."""
        if self.change_label:
            return self.change_label
        phases = {
            "upcoming": _("Sắp diễn ra"),
            "running": _("Đang diễn ra"),
            "past": _("Đã diễn ra"),
        }
        return str(phases[self.phase])

    @property
    def registration_open(self) -> bool:
        """Whether one can still register."""
        if self.phase == "past" or self.status in (EventStatus.CANCELLED, EventStatus.POSTPONED):
            return False
        has_way = bool(self.registration_url or self.registration_note)
        return has_way and (
            not self.registration_deadline or self.registration_deadline > timezone.now()
        )

    def structured_data(self, frame: Frame) -> list[Thing]:
        """One Event a session; the page itself while there is no date."""
        return describe_event(self, frame) or super().structured_data(frame)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds exhibitors with what the public may see of them, and related items."""
        context = super().get_context(request, *args, **kwargs)
        context["exhibitors"] = self.public_exhibitors()
        context["related"] = related_to(self)
        return context

    def public_exhibitors(self) -> list["Exhibitor"]:
        """Exhibitors in order; those whose product is hidden are left out."""
        rows = list(self.exhibitors.all())
        keys = [row.product_id for row in rows if row.product_id]
        seen = {page.pk: page for page in BasePage.objects.visible().filter(pk__in=keys).specific()}
        shown = []
        for row in rows:
            if row.product_id and row.product_id not in seen:
                continue
            row.visible_product = seen.get(row.product_id)
            shown.append(row)
        return shown
