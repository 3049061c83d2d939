"""The sentences of a page's history: our own acts in full, and after every act on which way and in
whose place it was done. What they say comes from the entry alone (`workflow.acting`)."""

from collections.abc import Callable
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models.audit_log import BaseLogEntry

from core.models.syndicated import Withdrawal
from vietnamese import dates
from workflow.models import Publication
from workflow.models.tasks import Priority

Data = dict[str, Any]
WAYS = {
    Publication.Via.LINK: gettext_lazy("bằng đường dẫn trong thư"),
    Publication.Via.MACHINE: gettext_lazy("máy làm theo lịch"),
}
FOLLOWED = ("wagtail.workflow.", "wagtail.publish", "wagtail.unpublish", "workflow.")
"""Acts whose way and principal matter."""


def _with_note(words: str, note: str) -> str:
    return f"{words}: {note}" if note else words


def _withdrawn(data: Data) -> str:
    why = dict(Withdrawal.choices).get(data.get("why", ""), "")
    return _with_note(_("Gỡ bài"), ". ".join(filter(None, (str(why), data.get("note", "")))))


def _shared(data: Data) -> str:
    words = _with_note(_("Chia sẻ bản nháp"), data.get("recipient", ""))
    days = data.get("days")
    return words + (_(" (xem được trong %d ngày)") % days if days else "")


def _answered(data: Data) -> str:
    parts = (data.get("recipient", ""), data.get("answer", ""))
    return _with_note(_("Người xem bản nháp trả lời"), ", ".join(filter(None, parts)))


def _deadline(data: Data) -> str:
    due = parse_datetime(data.get("due_at") or "")
    hour = _("Đổi hạn: không đặt hạn")
    if due:
        local = dates.to_vietnam(due)
        when = f"{dates.format_time(local)} ngày {dates.format_date(local)}"
        hour = _("Đổi hạn: %s") % when
    priority = dict(Priority.choices).get(data.get("priority", ""), "")
    return hour + (_("; mức ưu tiên: %s") % str(priority).lower() if priority else "")


def _unlocked(data: Data) -> str:
    holder = data.get("left_by", "")
    return _("Máy mở khóa của %s để quên quá nửa ngày") % holder if holder else _("Mở khóa")


def _reason(words: str, key: str) -> Callable[[Data], str]:
    return lambda data: _with_note(_(words), data.get(key, ""))


OWN: dict[str, tuple[Any, Callable[[Data], str]]] = {
    "workflow.publish_urgently": (
        gettext_lazy("Đăng khẩn"), _reason("Đăng khẩn", "reason"),
    ),
    "workflow.review_urgent": (
        gettext_lazy("Xem lại bài đăng khẩn"), _reason("Xem lại bài đăng khẩn", "note"),
    ),
    "workflow.withdraw": (gettext_lazy("Gỡ bài"), _withdrawn),
    "workflow.draft_again": (
        gettext_lazy("Đưa bài đã gỡ về bản nháp"), _reason("Đưa bài đã gỡ về bản nháp", ""),
    ),
    "workflow.wake": (
        gettext_lazy("Đưa trang tạm cất trở lại"), _reason("Đưa trang tạm cất trở lại", ""),
    ),
    "workflow.picture_out": (
        gettext_lazy("Gỡ ảnh theo lời người trong ảnh"),
        _reason("Gỡ ảnh theo lời người trong ảnh", ""),
    ),
    "workflow.share": (gettext_lazy("Chia sẻ bản nháp"), _shared),
    "workflow.unshare": (
        gettext_lazy("Thu hồi bản nháp chia sẻ"), _reason("Thu hồi bản nháp chia sẻ", "recipient"),
    ),
    "workflow.answer": (gettext_lazy("Người xem bản nháp trả lời"), _answered),
    "workflow.deadline": (gettext_lazy("Đổi hạn, mức ưu tiên"), _deadline),
    "workflow.unapproved_end": (
        gettext_lazy("Quy trình hết bước mà chưa duyệt đăng"),
        _reason("Quy trình hết bước mà chưa duyệt đăng", ""),
    ),
}  # fmt: skip
"""Action → (its name in filters, its sentence)."""


class OwnFormatter(LogFormatter):
    """One of our acts."""

    def __init__(self, label: Any, sentence: Callable[[Data], str]) -> None:
        self.label, self.sentence = label, sentence

    def format_message(self, log_entry: BaseLogEntry) -> str:
        """The whole sentence."""
        return self.sentence(log_entry.data or {})


class Followed(LogFormatter):
    """Another formatter's sentence, and after it on which way and in whose place."""

    def __init__(self, formatter: LogFormatter) -> None:
        self.formatter, self.label = formatter, formatter.label

    def format_message(self, log_entry: BaseLogEntry) -> str:
        """`Đã duyệt ở “Duyệt đăng”, bằng đường dẫn trong thư, thay cho Phạm Minh Đức`."""
        data = log_entry.data or {}
        said = str(self.formatter.format_message(log_entry)).rstrip(".")
        # Wagtail says in a second sentence what comes next: ours belongs to the first.
        steps = log_entry.action.startswith("wagtail.workflow.")
        first, stop, rest = said.partition(". ") if steps else (said, "", "")
        parts = [first]
        if words := WAYS.get(data.get("via", "")):
            parts.append(str(words))
        if absent := data.get("in_place_of"):
            parts.append(_("thay cho %s") % ", ".join(absent))
        return ", ".join(parts) + stop + rest

    def format_comment(self, log_entry: BaseLogEntry) -> str:
        """As the other has it."""
        return str(self.formatter.format_comment(log_entry))


def register(actions: LogActionRegistry) -> None:
    """Our acts, and what follows the sentences of Wagtail's; after Wagtail's own are registered."""
    for action, (label, sentence) in OWN.items():
        actions.register_action(action, label, label)
        actions.formatters[action] = OwnFormatter(label, sentence)
    unlock = actions.formatters["wagtail.unlock"]
    actions.formatters["wagtail.unlock"] = Unlocked(unlock)
    for action, formatter in actions.formatters.items():
        if action.startswith(FOLLOWED):
            actions.formatters[action] = Followed(formatter)


class Unlocked(Followed):
    """By a person, or by the clock for somebody who forgot."""

    def format_message(self, log_entry: BaseLogEntry) -> str:
        """Whose lock it was, where nobody took it off by hand."""
        if "left_by" in (log_entry.data or {}):
            return _unlocked(log_entry.data)
        return str(self.formatter.format_message(log_entry))
