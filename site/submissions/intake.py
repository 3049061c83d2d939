"""What can be sent in, by kind: rooms above register what they ask and what they make of it.

A kind is an `Intake`. `showcase`, `news` and `events` register theirs in `AppConfig.ready()`;
nothing here knows their pages.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from submissions.models.consent import Purpose

Payload = dict[str, Any]
"""Answers by field name as JSON: text, numbers, keys of rows, lists of keys, ISO dates."""


class ReviewError(PermissionDenied):
    """What an editor wants is not possible; its text says why, in Vietnamese."""


@dataclass(frozen=True)
class Match:
    """Something that may be the same thing: shown to reviewers only.

    Attributes:
        why: what is equal, in words ("Trùng mã số thuế").
        words: what it is.
        url: where a reviewer looks at it in the admin.
    """

    why: str
    words: str
    url: str = ""


@dataclass(frozen=True)
class Row:
    """One answer as people read it."""

    name: str
    label: str
    value: str


@dataclass(frozen=True)
class Preview:
    """The card of the page to be, without anything of the person."""

    kick: str
    title: str
    line: str = ""
    meta: str = ""
    text: str = ""


@dataclass(frozen=True)
class Difference:
    """One field a correction would change: as it is, and as it would be."""

    name: str
    label: str
    old: str
    new: str


@dataclass
class Material:
    """What a handler makes a page of.

    Attributes:
        pictures: pictures of the library, in the sender's order, each with alt text.
        consents: the purposes agreed to and not taken back.
    """

    pictures: list[Any] = field(default_factory=list)
    consents: set[str] = field(default_factory=set)


class Intake:
    """One kind of submission. Subclasses say what they ask and what becomes of it."""

    kind: ClassVar[str]
    """Stands in addresses and in `Submission.kind`."""
    label: ClassVar[Any]
    summary: ClassVar[Any] = ""
    """One sentence on the page where one chooses."""
    icon: ClassVar[str] = "text"
    order: ClassVar[int] = 0
    who_title: ClassVar[Any] = gettext_lazy("Về bạn")
    content_title: ClassVar[Any] = gettext_lazy("Kể về thứ bạn giới thiệu")
    content_short: ClassVar[Any] = gettext_lazy("mô tả")
    """Heading of the steps, and how the button before the second one calls it."""
    takes_pictures: ClassVar[bool] = True
    takes_certificates: ClassVar[bool] = False
    subject_label: ClassVar[Any] = ""
    """What the sender has to choose first; '' where it is about nothing on the site yet."""
    purposes: ClassVar[tuple[str, ...]] = tuple(Purpose.values)
    """The consents it asks for, of those that have a text in use."""
    leaves_alone: ClassVar[bool] = False
    """Whether what it became on a page made by others can be taken out of that page by itself."""
    is_correction: ClassVar[bool] = False

    # --- what is asked --------------------------------------------------------------------------
    def subjects(self) -> QuerySet | None:
        """The pages it may be about; None where it is about none."""
        return None

    def who_form(self, subject: Any = None) -> type[forms.Form]:
        """Step 1: the person, and the unit."""
        from submissions.forms import WhoForm

        return WhoForm

    def who_form_by_link(self, subject: Any = None) -> type[forms.Form]:
        """Step 1 of who comes by the private link of what was sent before."""
        return self.who_form(subject)

    def content_form(self, subject: Any = None) -> type[forms.Form]:
        """Step 2: the thing."""
        raise NotImplementedError

    def initial(self, subject: Any) -> dict[str, Any]:
        """What the content form begins with."""
        return {}

    # --- what is shown --------------------------------------------------------------------------
    def title(self, payload: Payload, subject: Any = None) -> str:
        """The name of the thing, for lists."""
        raise NotImplementedError

    def preview(self, payload: Payload, subject: Any = None) -> Preview:
        """The card of the page to be."""
        return Preview(str(self.label), self.title(payload, subject))

    def rows(self, payload: Payload, subject: Any = None) -> list[Row]:
        """The answers as people read them, in the order of the form; empty ones are left out."""
        found = []
        for form_class in (self.who_form(subject), self.content_form(subject)):
            for name, form_field in form_class().fields.items():
                if name in payload and payload[name] not in (None, "", [], False):
                    value = readable(form_field, payload[name])
                    found.append(Row(name, str(form_field.label or name), value))
        return found

    # --- what becomes of it ---------------------------------------------------------------------
    def section(self) -> Any:
        """The index page whose editors read it; None: everybody who decides."""
        return None

    def matches(self, submissions: Sequence[Any]) -> dict[int, list[Match]]:
        """By key of submission, what may be the same thing; few queries, however many there are."""
        from submissions.matching import among_submissions

        return among_submissions(submissions)

    def duplicates(self, submission: Any) -> list[Match]:
        """What may be the same thing already on the site, or sent in before."""
        return self.matches([submission]).get(submission.pk, [])

    def make(self, submission: Any, user: Any, material: Material) -> list[Any]:
        """Draft pages of it, the main one first. Within a transaction.

        Raises:
            ReviewError: where it cannot be done now.
        """
        raise NotImplementedError

    def differences(self, submission: Any) -> list[Difference]:
        """A correction against the live page; nothing for any other kind."""
        return []

    def apply(self, submission: Any, user: Any, material: Material) -> Any:
        """A revision with the correction on top of the newest draft; returns the page.

        Raises:
            ReviewError: while the page is in review.
        """
        raise NotImplementedError

    def release(self, submission: Any, consents: set[str]) -> None:
        """Show of the person what `consents` allow and nothing else: in the plain tables.

        Called after acceptance, when its main page is out, and whenever a consent is given or
        taken back; may be called again. It decides itself whether the time has come.
        """

    def is_stranger(self, submission: Any) -> bool:
        """Whether nothing shows that its sender may speak for what it is about."""
        return False

    def forget(self, submission: Any) -> None:
        """Erase what the pages' plain tables hold of the person."""
        self.release(submission, set())

    # --- whether it still holds -----------------------------------------------------------------
    def to_confirm(self, before: date) -> Any:
        """Visible pages whose maker has not said since `before` that they still hold."""
        return ()

    def confirm(self, submission: Any, day: date) -> None:
        """Write on the pages it became that its maker says, on `day`, that they hold."""


_kinds: dict[str, Intake] = {}


def register(intake: Intake) -> None:
    """Have a kind taken in; a later one of the same kind takes its place."""
    _kinds[intake.kind] = intake


def kinds() -> list[Intake]:
    """All, in order."""
    return sorted(_kinds.values(), key=lambda intake: intake.order)


def find_intake(kind: str) -> Intake | None:
    """The one registered for `kind`."""
    return _kinds.get(kind)


class UnknownIntake(Intake):
    """Of a kind nobody registers any more: it can still be read and erased."""

    label = "?"
    kind = ""

    def content_form(self, subject: Any = None) -> type[forms.Form]:
        return forms.Form

    def title(self, payload: Payload, subject: Any = None) -> str:
        return ""


def intake_for(kind: str) -> Intake:
    """The one registered for `kind`, or one that can do nothing."""
    return _kinds.get(kind) or UnknownIntake()


def who_form_of(submission: Any) -> type[forms.Form]:
    """Step 1 as its sender was asked."""
    intake, subject = intake_for(submission.kind), submission.subject
    return intake.who_form_by_link(subject) if submission.origin_id else intake.who_form(subject)


LARGEST_KEY = 2**31


def find_subject(intake: Intake, said: str) -> Any:
    """The page of that key (as an address has it) if the kind can be about it; else None."""
    subjects = intake.subjects()
    is_number = said.isascii() and said.isdigit() and len(said) < 11
    if subjects is None or not is_number or not 0 < int(said) < LARGEST_KEY:
        return None
    return subjects.filter(pk=int(said)).first()


def to_payload(cleaned: Mapping[str, Any]) -> Payload:
    """Cleaned data of a form as JSON."""
    return {name: _plain(value) for name, value in cleaned.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, (QuerySet, list, tuple, set)):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def readable(form_field: forms.Field, value: Any) -> str:
    """A payload value in words, by the form field it came from."""
    if isinstance(form_field, forms.ModelMultipleChoiceField):
        return ", ".join(str(row) for row in form_field.queryset.filter(pk__in=value))
    if isinstance(form_field, forms.ModelChoiceField):
        return str(form_field.queryset.filter(pk=value).first() or "")
    if isinstance(form_field, forms.BooleanField):
        return _("có") if value else _("không")
    choices = dict(getattr(form_field, "choices", ()))
    if isinstance(value, list):
        return ", ".join(str(choices.get(item, item)) for item in value)
    return str(choices.get(value, value))
