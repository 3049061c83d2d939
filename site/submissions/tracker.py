"""The status page's reading of a submission: steps like a parcel's, messages, notes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from submissions.intake import who_form_of
from submissions.models import Event, FieldNote, Submission
from submissions.models.submission import STANDING, WAITING, Channel, State

SAID = (Event.Kind.MESSAGE, Event.Kind.CHANGES, Event.Kind.ANSWERED)
REPLIES = (Event.Kind.ANSWERED, Event.Kind.CORRECTED)


def field_labels(submission: Submission) -> dict[str, str]:
    """The labels of its forms by field name, in their order; pictures and certificates last."""
    intake = submission.intake
    found = {}
    for form_class in (who_form_of(submission), intake.content_form(submission.subject)):
        for name, form_field in form_class().fields.items():
            found[name] = str(form_field.label or name)
    return {**found, "pictures": _("Ảnh"), "certificates": _("Giấy chứng nhận")}


@dataclass
class Step:
    """One diamond of the tracker: done, now, or to come."""

    label: str
    state: str = "next"
    at: datetime | None = None
    since: bool = False
    note: str = ""
    asks_code: bool = False

    @property
    def is_now(self) -> bool:
        """Where it stands."""
        return self.state == "now"


@dataclass
class Note:
    """A wish beside a field."""

    label: str
    text: str
    field: str


@dataclass
class Said:
    """A message, and whose."""

    text: str
    at: datetime
    is_mine: bool
    kind: str = ""


@dataclass
class Tracker:
    """All the page shows, from four queries whatever the length of the record."""

    submission: Submission
    _events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._events = list(self.submission.events.filter(public=True))

    # --- what happened --------------------------------------------------------------------------
    def _last(self, *kinds: str) -> Event | None:
        return next((row for row in reversed(self._events) if row.kind in kinds), None)

    def _at(self, *kinds: str) -> datetime | None:
        row = self._last(*kinds)
        return row.at if row else None

    @property
    def state(self) -> str:
        """A suspect reads like one just received: nobody learns what gave him away."""
        state = self.submission.state
        return State.RECEIVED if state == State.SUSPECT else state

    @property
    def is_standing(self) -> bool:
        """It became pages."""
        return self.state in STANDING

    @property
    def is_waiting(self) -> bool:
        """The ball is with the editors."""
        return self.state in WAITING

    @property
    def is_proved(self) -> bool:
        """Somebody answered; what the staff keyed in was said in person."""
        return self.submission.is_sender_known

    @property
    def asks_code(self) -> bool:
        """Whether the code of the letter can be typed in: until it ended, wherever it stands."""
        ended = self.state in (State.DECLINED, State.WITHDRAWN, State.ERASED)
        sender = getattr(self.submission, "sender", None)
        return not ended and not self.is_proved and bool(sender and sender.email)

    @property
    def proved_at(self) -> datetime | None:
        """When."""
        if self.submission.channel != Channel.WEB:
            return self.submission.received_at
        sender = self.submission.sender
        times = [at for at in (sender.email_proved_at, sender.phone_proved_at) if at]
        return min(times, default=None)

    @property
    def heading(self) -> str:
        """What there is to say in one line."""
        return {
            State.RECEIVED: _("Đã nhận hồ sơ của bạn"),
            State.READING: _("Ban biên tập đang đọc hồ sơ của bạn"),
            State.CHANGES: _("Hồ sơ cần bạn sửa mấy chỗ"),
            State.ACCEPTED: _("Hồ sơ được nhận, đang soạn trang"),
            State.PUBLISHED: _("Trang của bạn đã lên"),
            State.DECLINED: _("Hồ sơ này không đăng được"),
            State.WITHDRAWN: _("Hồ sơ đã rút"),
        }[State(self.state)]

    # --- steps ----------------------------------------------------------------------------------
    @cached_property
    def steps(self) -> list[Step]:
        """From received to published, or to where it ended."""
        steps = [
            Step(_("Đã nhận"), "done", self.submission.received_at, note=self._way()),
            self._proof(),
            *self._middle(),
        ]
        if self.state in (State.DECLINED, State.WITHDRAWN):
            return [step for step in steps if step.state == "done"] + [self._end()]
        return steps

    def _way(self) -> str:
        if self.submission.channel == Channel.WEB:
            return _("qua trang web")
        return self.submission.get_channel_display().lower()

    def _proof(self) -> Step:
        if self.is_proved:
            return Step(_("Đã xác nhận liên hệ"), "done", self.proved_at)
        words = _("Gõ mã trong thư, ở ngay dưới đây") if self.asks_code else _("Phường gọi cho bạn")
        now = "now" if self.state == State.RECEIVED else "next"
        return Step(_("Xác nhận liên hệ"), now, note=words, asks_code=self.asks_code)

    def _middle(self) -> Iterator[Step]:
        taken = self._at(Event.Kind.TAKEN)
        decided = self.is_standing
        if self.state == State.READING:
            yield Step(_("Đang đọc"), "now", taken, since=True)
        elif self.state == State.RECEIVED:
            words = _("Chờ biên tập viên mở đọc")
            yield Step(_("Đang đọc"), "now" if self.is_proved else "next", note=words)
        elif taken or self.state != State.WITHDRAWN:
            yield Step(_("Đã đọc"), "done", taken)
        asked = self._at(Event.Kind.CHANGES)
        if self.state == State.CHANGES:
            yield Step(_("Cần sửa"), "now", asked, since=True)
        elif asked:
            yield Step(_("Đã sửa theo góp ý"), "done", self._at(*REPLIES))
        accepted = self._at(Event.Kind.ACCEPTED)
        if self.state == State.ACCEPTED:
            yield Step(_("Soạn và duyệt"), "now", accepted, since=True)
        else:
            words = "" if decided else _("Biên tập viên soạn, một người khác duyệt")
            yield Step(_("Soạn và duyệt"), "done" if decided else "next", accepted, note=words)
        out = self.state == State.PUBLISHED
        label = _("Đã đăng") if out else _("Đăng lên trang")
        yield Step(label, "done" if out else "next", self._at(Event.Kind.PUBLISHED))

    def _end(self) -> Step:
        if self.state == State.DECLINED:
            return Step(_("Không đăng"), "now", self._at(Event.Kind.DECLINED))
        at = self._at(Event.Kind.WITHDRAWN, Event.Kind.CONSENT) or self.submission.state_since
        return Step(_("Bạn đã rút hồ sơ"), "now", at)

    # --- what was said --------------------------------------------------------------------------
    @cached_property
    def open_notes(self) -> list[Note]:
        """Wishes the sender was told of and has not met."""
        if self.state != State.CHANGES:
            return []
        labels = field_labels(self.submission)
        rows = FieldNote.objects.filter(submission=self.submission, resolved_at=None)
        return [Note(labels.get(row.field, row.field), row.text, row.field) for row in rows]

    @property
    def reason(self) -> str:
        """Why it was declined."""
        row = self._last(Event.Kind.DECLINED)
        return row.text if row and self.state == State.DECLINED else ""

    @cached_property
    def _said(self) -> list[Said]:
        return [
            Said(row.text, row.at, row.kind == Event.Kind.ANSWERED, row.kind)
            for row in self._events
            if row.kind in SAID and row.text
        ]

    @cached_property
    def news(self) -> list[Said]:
        """What the editors said since the sender last did something."""
        last = self._at(*REPLIES)
        return [row for row in self._said if not row.is_mine and (not last or row.at > last)]

    @cached_property
    def earlier(self) -> list[Said]:
        """The rest of the talk, in order."""
        return [row for row in self._said if row not in self.news]

    @property
    def happened(self) -> list[Event]:
        """What else the sender may want to see: consents taken back, requests, confirmations."""
        kinds: Any = (
            Event.Kind.CONSENT, Event.Kind.REQUEST, Event.Kind.CONFIRMED, Event.Kind.RESTED,
            Event.Kind.CORRECTED,
        )  # fmt: skip
        return [row for row in self._events if row.kind in kinds]
