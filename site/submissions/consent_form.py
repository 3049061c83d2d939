"""The last step: one empty box a purpose, under the words that are in use now."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from submissions.models import Consent, ConsentText, Submission
from submissions.models.consent import Purpose
from vietnamese.phones import format_phone, is_phone

NEEDED_VALUE = {
    Purpose.NAME: "name",
    Purpose.PHONE: "phone",
    Purpose.EMAIL: "email",
    Purpose.ZALO: "zalo",
    Purpose.ADDRESS: "address",
}
"""A box for what was given alone: nobody agrees to show what he did not write."""
LABELS = {
    Purpose.NAME: gettext_lazy("Hiện tên %(value)s"),
    Purpose.PHONE: gettext_lazy("Hiện số điện thoại %(value)s"),
    Purpose.EMAIL: gettext_lazy("Hiện thư điện tử %(value)s"),
    Purpose.ZALO: gettext_lazy("Hiện Zalo %(value)s"),
    Purpose.ADDRESS: gettext_lazy("Hiện địa chỉ %(value)s"),
}
CHANGED = "changed"


class ConsentForm(forms.Form):
    """Boxes `ok_<purpose>`, and beside each the text it stands under: `text_<purpose>`.

    A text that is not in use any more was not read in its new words: the form is refused with the
    code `changed`, to be shown again with every box empty (S-22).
    """

    def __init__(self, *args: Any, texts: list[ConsentText], values: Mapping[str, str]) -> None:
        super().__init__(*args, use_required_attribute=False)
        self.values = values
        self.texts = {text.purpose: text for text in texts}
        for purpose, text in self.texts.items():
            value = values.get(NEEDED_VALUE.get(Purpose(purpose), ""), "")
            box = forms.BooleanField(required=False, label=text.text, help_text=text.hint)
            shown = format_phone(value) if is_phone(value) else value
            box.heading = LABELS[Purpose(purpose)] % {"value": shown} if value else ""
            box.short = Purpose(purpose).label
            self.fields[f"ok_{purpose}"] = box
            version = forms.IntegerField(required=False, widget=forms.HiddenInput)
            version.initial = text.pk
            self.fields[f"text_{purpose}"] = version

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """Box and hidden version of each purpose, in order."""
        return [(self[f"ok_{purpose}"], self[f"text_{purpose}"]) for purpose in self.texts]

    @property
    def was_changed(self) -> bool:
        """Whether words changed while the form was open."""
        return self.has_error(forms.forms.NON_FIELD_ERRORS, CHANGED)

    def clean(self) -> dict[str, Any]:
        """Every text was the one in use, and the handling is agreed to."""
        data = super().clean() or self.cleaned_data
        if any(data.get(f"text_{purpose}") != text.pk for purpose, text in self.texts.items()):
            words = _("Lời xin đồng ý vừa được sửa. Đọc lại rồi đánh dấu giúp lần nữa.")
            raise ValidationError(words, code=CHANGED)
        box = f"ok_{Purpose.HANDLING}"
        if box in self.fields and not data.get(box):
            self.add_error(
                box,
                _("Đánh dấu ô này thì phường mới được đọc và giữ hồ sơ. Các ô khác tùy bạn."),
            )
        return data

    def ticked(self) -> list[ConsentText]:
        """The texts agreed to."""
        return [text for purpose, text in self.texts.items() if self.cleaned_data[f"ok_{purpose}"]]


def consent_form(
    purposes: Collection[str],
    sender: Mapping[str, str] | None,
    data: Mapping[str, Any] | None = None,
    *,
    only: Collection[str] | None = None,
) -> ConsentForm:
    """The boxes of these purposes, for what this person gave; all, where nobody gave anything yet.

    Args:
        only: of the purposes, those to ask about; all unless given.
    """
    texts = [text for text in ConsentText.objects.in_use() if text.purpose in purposes]
    if only is not None:
        texts = [text for text in texts if text.purpose in only]
    if sender is not None:
        texts = [text for text in texts if _is_asked(text.purpose, sender)]
    return ConsentForm(data, texts=texts, values=sender or {})


def changed_purposes(known: Mapping[str, str], now: Mapping[str, str]) -> set[str]:
    """The purposes whose detail is another one now: who agreed to show the old did not mean it."""
    return {
        str(purpose)
        for purpose, name in NEEDED_VALUE.items()
        if name in now and known.get(name, "") != now[name]
    }


def agreed_purposes(submissions: Iterable[Submission], now: Mapping[str, str]) -> set[str]:
    """The purposes whose detail one of these agreed to show, just as it is now."""
    rows = Consent.objects.standing().filter(submission__in=list(submissions))
    found = set()
    for row in rows.select_related("submission__sender"):
        name = NEEDED_VALUE.get(Purpose(row.purpose))
        known = getattr(row.submission, "sender", None)
        if name and getattr(known, name, "") == now.get(name, ""):
            found.add(row.purpose)
    return found


def _is_asked(purpose: str, sender: Mapping[str, str]) -> bool:
    needed = NEEDED_VALUE.get(Purpose(purpose))
    return needed is None or purpose == Purpose.NAME or bool(sender.get(needed))
