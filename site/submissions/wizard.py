"""The steps of a form: which there are, what was answered, which is the first unfinished.

Answers are kept as they were typed and checked anew at every step, so that coming back shows what
was typed, and what a step would refuse is never sent.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from submissions import drafts
from submissions.consent_form import (
    NEEDED_VALUE,
    ConsentForm,
    agreed_purposes,
    changed_purposes,
    consent_form,
)
from submissions.files.earlier import unanswered
from submissions.forms import OneRowField
from submissions.intake import Intake, Preview
from submissions.models import Draft, FieldNote
from submissions.models.consent import Purpose
from submissions.services.family import family, first_of
from submissions.services.sending import apart, is_correction_in_place

WHO, CONTENT, PICTURES, CONSENTS = "who", "content", "pictures", "consents"
KEPT = {WHO: "1", CONTENT: "2"}
"""Under which key of the draft the answers of a step lie."""
LONGEST, MOST = 20_000, 50
"""Of a text and of a list that is kept: more than any field takes, so it is refused as before."""


@dataclass(frozen=True)
class Step:
    """One page of the form."""

    name: str
    number: int
    title: str
    short: str
    """As the button before it and the line of steps call it."""


class SubjectChoice(OneRowField):
    """Pages by name; where they are of several kinds, with the kind."""

    def label_from_instance(self, page: Any) -> str:
        """`Miến dong (sản phẩm)`."""
        kind = page.get_kind_display() if hasattr(page, "get_kind_display") else ""
        return f"{page.title} ({kind.lower()})" if self.with_kind and kind else page.title

    with_kind = False


class SubjectForm(forms.Form):
    """Which page it is about."""

    def __init__(self, *args: Any, intake: Intake, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = SubjectChoice(
            queryset=intake.subjects(),
            label=intake.subject_label,
            empty_label=_("Chọn một"),
            error_messages={
                "required": _("Chọn một trong danh sách."),
                "invalid_choice": _("Trang này không còn ở đây. Chọn lại giúp."),
            },
        )
        choice.with_kind = intake.is_correction
        self.fields["trang"] = choice


class Wizard:
    """One draft, or none yet, of one kind."""

    def __init__(self, intake: Intake, draft: Draft | None = None, subject: Any = None) -> None:
        self.intake = intake
        self.draft = draft
        self.subject = draft.subject if draft else subject
        self.origin = draft.origin if draft else None
        self.page: Any = None
        """The page that takes submissions."""
        self._begun: dict[str, list[forms.Form]] = {}

    # --- steps ----------------------------------------------------------------------------------
    @cached_property
    def steps(self) -> list[Step]:
        """In order; pictures only where the kind takes some."""
        intake = self.intake
        rows = [
            (WHO, str(intake.who_title), _("người gửi")),
            (CONTENT, str(intake.content_title), str(intake.content_short)),
            (PICTURES, _("Thêm ảnh"), _("ảnh")),
            (CONSENTS, _("Đồng ý và xem trước"), _("đồng ý và xem trước")),
        ]
        if self.is_by_link:
            rows[0] = (WHO, _("Bạn là ai, liên hệ thế nào?"), _("liên hệ"))
        if self.is_in_place:
            rows[3] = (CONSENTS, _("Xem lại rồi gửi"), _("xem lại"))
        if not (intake.takes_pictures or intake.takes_certificates):
            del rows[2]
        return [Step(name, at, title, short) for at, (name, title, short) in enumerate(rows, 1)]

    def step(self, number: int) -> Step | None:
        """The one of that number."""
        return self.steps[number - 1] if 1 <= number <= len(self.steps) else None

    def named(self, name: str) -> Step:
        """The one of that name."""
        return next(step for step in self.steps if step.name == name)

    def after(self, step: Step) -> Step | None:
        """The next one."""
        return self.step(step.number + 1)

    def first_unfinished(self) -> Step:
        """The first whose answers do not do; the last where all do."""
        for name in (WHO, CONTENT):
            if not all(form.is_valid() for form in self.forms_at(name)) or not self.is_kept(name):
                return self.named(name)
        takes = self.intake.takes_pictures
        return self.named(PICTURES) if takes and unanswered(self.draft) else self.steps[-1]

    # --- answers --------------------------------------------------------------------------------
    @property
    def is_in_place(self) -> bool:
        """Whether it mends a submission that is not decided yet."""
        return is_correction_in_place(self.origin)

    @property
    def is_by_link(self) -> bool:
        """Whether it follows a submission, by the private link of that one."""
        return self.origin is not None and (not self.is_in_place or bool(self.origin.origin_id))

    @property
    def is_late(self) -> bool:
        """Whether what it was to mend was decided meanwhile: nothing is sent a second time."""
        return self.origin is not None and not (self.is_in_place or self.intake.is_correction)

    def is_kept(self, name: str) -> bool:
        """Whether something was answered."""
        return bool(self.draft and KEPT.get(name) in self.draft.answers)

    def answers(self, name: str) -> MultiValueDict | None:
        """What was typed at a step; None where nothing was."""
        kept = self.draft.answers.get(KEPT.get(name, "")) if self.draft else None
        return None if kept is None else MultiValueDict(kept)

    @property
    def meta(self) -> dict[str, Any]:
        """See `drafts.META`."""
        return self.draft.answers.get(drafts.META, {}) if self.draft else {}

    def forms_at(self, name: str, data: Mapping[str, Any] | None = None) -> list[forms.Form]:
        """The forms of a step with `data`, or with what was typed, or as they begin."""
        if data is not None:
            return self._forms(name, data)
        if name not in self._begun:
            self._begun[name] = self._forms(name, self.answers(name))
        return self._begun[name]

    def _forms(self, name: str, data: Mapping[str, Any] | None) -> list[forms.Form]:
        intake, options = self.intake, {"use_required_attribute": False}
        if name == CONTENT:
            initial = intake.initial(self.subject) if self.subject else {}
            return [intake.content_form(self.subject)(data, initial=initial, **options)]
        if name != WHO:
            return []
        who_form = intake.who_form_by_link if self.is_by_link else intake.who_form
        found = [who_form(self.subject)(data, **options)]
        if intake.subjects() is not None and self.origin is None:
            initial = {"trang": self.subject.pk} if self.subject else {}
            found.insert(0, SubjectForm(data, intake=intake, initial=initial, **options))
        return found

    def keep(self, draft: Draft, name: str, forms_of_step: list[forms.Form]) -> None:
        """Write what was typed into the draft: names of fields alone, whatever else was posted."""
        kept: dict[str, list[str]] = {}
        for form in forms_of_step:
            for field in form.fields:
                raw = form.data.getlist(field)[:MOST]  # type: ignore[attr-defined]
                kept[field] = [_storable(value) for value in raw]
        draft.answers[KEPT[name]] = kept
        if "trang" in kept:
            chosen = forms_of_step[0].cleaned_data.get("trang")
            key = chosen.pk if chosen else None
            if draft.subject_id not in (None, key):  # what was typed was about another page
                draft.answers.pop(KEPT[CONTENT], None)
            draft.subject_id = key

    @cached_property
    def cleaned(self) -> tuple[dict[str, Any], dict[str, str]]:
        """Payload and sender of finished steps."""
        who, content = self.forms_at(WHO)[-1], self.forms_at(CONTENT)[0]
        return apart(
            who.cleaned_data if who.is_valid() else {},
            content.cleaned_data if content.is_valid() else {},
        )

    # --- the last step --------------------------------------------------------------------------
    def consents(self, data: Mapping[str, Any] | None = None) -> ConsentForm | None:
        """The boxes; in a correction those of details nobody agreed to show, None without any."""
        sender = self.cleaned[1]
        if self.origin is None:
            return consent_form(self.intake.purposes, sender, data)
        purposes = first_of(self.origin).intake.purposes
        if self.is_in_place:
            known = getattr(self.origin, "sender", None)
            before = {name: getattr(known, name, "") for name in sender}
            only = changed_purposes(before, sender)
        else:
            agreed = agreed_purposes(family(self.origin), sender)
            only = {Purpose.HANDLING.value, *NEEDED_VALUE} - agreed
        form = consent_form(purposes, sender, data, only=only)
        return form if form.texts else None

    def preview(self) -> Preview:
        """The card of the page to be."""
        return self.intake.preview(self.cleaned[0], self.subject)

    def notes(self) -> dict[str, list[str]]:
        """What the editors wish, by field."""
        if self.origin is None:
            return {}
        found: dict[str, list[str]] = {}
        rows = FieldNote.objects.filter(
            submission=self.origin, resolved_at=None, sent_at__isnull=False
        )
        for row in rows:
            found.setdefault(row.field, []).append(row.text)
        return found


def _storable(value: str) -> str:
    """No NUL and no half of a letter: PostgreSQL keeps neither."""
    return value[:LONGEST].replace("\0", "").encode("utf-8", "ignore").decode()
