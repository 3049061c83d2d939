"""One submission as its reviewer sees it, and the acts on it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.admin.compare import diff_text

from core.models import BasePage
from submissions.intake import Difference, Row, readable, who_form_of
from submissions.models import Submission, SubmissionFile
from submissions.models.submission import OPEN, WAITING, State
from submissions.services import review
from submissions.services.review import UNTOUCHABLE, ReviewError
from submissions.views.admin import SEE_SENDER, OfASubmission
from vietnamese.phones import format_phone

NOTE = "ghi-chu-"
WORDS = "loi"


@dataclass(frozen=True)
class Answer:
    """An answer with the note typed or standing beside it."""

    row: Row
    note: str = ""
    standing: str = ""

    @property
    def input_name(self) -> str:
        """Of the field for the note."""
        return NOTE + self.row.name


@dataclass(frozen=True)
class Drawn:
    """A difference with the changed words marked."""

    label: str
    html: SafeString


def drawn(difference: Difference) -> Drawn:
    """Wagtail escapes both texts."""
    html = diff_text(difference.old, difference.new).to_html()
    return Drawn(difference.label, mark_safe(html))


class ReviewView(OfASubmission):
    """Everything a reviewer looks at; `refusal` after an act that was not possible."""

    template_name = "submissions/admin/review.html"
    page_title = _("Đọc hồ sơ")
    refusal = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The screen."""
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """All of it."""
        row, user = self.submission, self.request.user
        sender = getattr(row, "sender", None) if row.state != State.ERASED else None
        return super().get_context_data(
            item=row,
            sender=sender,
            zalo=format_phone(sender.zalo) if sender and sender.zalo else "",
            may_see_sender=sender is not None and user.has_perm(SEE_SENDER),
            refusal=self.refusal,
            words=self.request.POST.get(WORDS, ""),
            answers=self._answers(),
            other_notes=self._other_notes(),
            pictures=self._files(SubmissionFile.Kind.PICTURE),
            certificates=self._files(SubmissionFile.Kind.CERTIFICATE),
            consents=row.consents.select_related("text", "recorded_by"),
            matches=row.intake.duplicates(row),
            differences=[drawn(one) for one in row.intake.differences(row)],
            versions=versions_of(row),
            events=row.events.select_related("by"),
            results=self._results(),
            requests=row.requests.open(),
            later=row.later.all(),
            **self._what_can_be_done(),
            **kwargs,
        )

    def _what_can_be_done(self) -> dict[str, Any]:
        row, user = self.submission, self.request.user
        mine = row.reader_id == user.pk
        return {
            "is_open": row.state in OPEN,
            "is_stranger": row.state in OPEN and row.intake.is_stranger(row),
            "may_take": row.state == State.RECEIVED and not (row.reader_id and not mine),
            "may_take_over": row.state in WAITING and bool(row.reader_id) and not mine,
            "may_write": row.state not in UNTOUCHABLE,
            "is_suspect": row.state == State.SUSPECT,
        }

    def _answers(self) -> list[Answer]:
        return [self._answer(row) for row in self.submission.intake.rows(
            self.submission.payload, self.submission.subject)]  # fmt: skip

    def _answer(self, row: Row) -> Answer:
        typed = self.request.POST.get(NOTE + row.name, "")
        return Answer(row, typed, self._standing.get(row.name, ""))

    @property
    def _standing(self) -> dict[str, str]:
        if not hasattr(self, "_kept"):
            notes = self.submission.notes.filter(resolved_at__isnull=True)
            self._kept = dict(notes.values_list("field", "text"))
        return self._kept

    def _other_notes(self) -> list[Answer]:
        """Places for notes on fields that hold no answer of the payload: of the person, files."""
        row = self.submission
        shown = {answer.row.name for answer in self._answers()}
        forms = (who_form_of(row), row.intake.content_form(row.subject))
        fields = {n: str(f.label or n) for form in forms for n, f in form().fields.items()}
        fields |= {"pictures": _("Ảnh")} if row.intake.takes_pictures else {}
        fields |= {"certificates": _("Giấy chứng nhận")} if row.intake.takes_certificates else {}
        extra = [Row(n, label, "") for n, label in fields.items() if n not in shown]
        return [self._answer(one) for one in extra]

    def _files(self, kind: str) -> list[Any]:
        return list(self.submission.files.filter(kind=kind))

    def _results(self) -> list[dict[str, Any]]:
        keys = self.submission.results.values("page_id")
        pages = BasePage.objects.filter(pk__in=keys).specific()
        return [
            {
                "page": page,
                "edit": reverse("wagtailadmin_pages:edit", args=[page.pk]),
                "public": page.full_url if page.is_visible() else "",
            }
            for page in pages
        ]


def versions_of(row: Submission) -> list[dict[str, Any]]:
    """What the sender changed at each correction in place, the last first."""
    versions = list(row.versions.all())
    payloads = [version.payload for version in versions] + [row.payload]
    forms = (who_form_of(row), row.intake.content_form(row.subject))
    fields = {n: f for form in forms for n, f in form().fields.items()}
    found = []
    for at, version in enumerate(versions):
        old, new = payloads[at], payloads[at + 1]
        changed = [
            drawn(Difference(n, str(f.label or n), _words(f, old.get(n)), _words(f, new.get(n))))
            for n, f in fields.items()
            if old.get(n) != new.get(n)
        ]
        found.append({"at": version.replaced_at, "changed": changed})
    return found[::-1]


def _words(field: Any, value: Any) -> str:
    return "" if value in (None, "", []) else readable(field, value)


# --- acts -----------------------------------------------------------------------------------------
Act = Callable[[Submission, Any, Any], Any]


def _take(row: Submission, user: Any, data: Any) -> Any:
    return review.take(submission=row, user=user, instead=bool(data.get("thay")))


def _ask(row: Submission, user: Any, data: Any) -> Any:
    notes = {name[len(NOTE) :]: text for name, text in data.items() if name.startswith(NOTE)}
    return review.ask_changes(submission=row, user=user, notes=notes, words=data.get(WORDS, ""))


def _message(row: Submission, user: Any, data: Any) -> Any:
    return review.message(submission=row, user=user, words=data.get(WORDS, ""))


def _accept(row: Submission, user: Any, data: Any) -> Any:
    return review.accept(submission=row, user=user, of_unit=bool(data.get("nguoi-don-vi")))


def _decline(row: Submission, user: Any, data: Any) -> Any:
    return review.decline(submission=row, user=user, reason=data.get(WORDS, ""))


def _prove(row: Submission, user: Any, data: Any) -> Any:
    return review.prove_phone(submission=row, user=user)


def _suspect(row: Submission, user: Any, data: Any) -> Any:
    return review.mark_suspect(submission=row, user=user)


def _release(row: Submission, user: Any, data: Any) -> Any:
    return review.release_suspect(submission=row, user=user)


ACTS: dict[str, tuple[str, Act, Any]] = {
    "doc": ("submissions_take", _take, _("Bạn đang đọc hồ sơ này.")),
    "hoi-lai": ("submissions_ask", _ask, _("Đã gửi lại để sửa.")),
    "nhan-tin": ("submissions_message", _message, _("Đã gửi lời nhắn.")),
    "nhan": ("submissions_accept", _accept, _("Đã nhận. Đây là bản nháp: sửa rồi gửi duyệt.")),
    "khong-dang": ("submissions_decline", _decline, _("Đã báo không đăng, kèm lý do.")),
    "da-goi": ("submissions_called", _prove, _("Đã ghi: gọi đúng số.")),
    "rac": ("submissions_suspect", _suspect, _("Đã xếp vào nghi là rác.")),
    "khong-rac": ("submissions_release", _release, _("Đã đưa trở lại hàng chờ.")),
}
"""Word in the address → name, service call, what is said afterwards."""


class ActView(ReviewView):
    """One act by POST; a refusal shows the screen again with everything typed."""

    act: str = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whoever comes back to the address reads on."""
        return redirect("submissions_review", self.submission.pk)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it."""
        _name, do, done = ACTS[self.act]
        try:
            result = do(self.submission, request.user, request.POST)
        except ReviewError as refusal:
            self.refusal = str(refusal)
            self.__dict__.pop("submission", None)  # as the database has it now
            return self.render_to_response(self.get_context_data(), status=409)
        messages.success(request, done)
        if self.act == "nhan" and result[0].permissions_for_user(request.user).can_edit():
            return redirect("wagtailadmin_pages:edit", result[0].pk)
        return redirect("submissions_review", self.submission.pk)
