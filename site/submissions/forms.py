"""What every kind of submission asks alike: text that is clean, and who sends it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator, validate_email
from django.utils.translation import gettext_lazy as _

from vietnamese import clean
from vietnamese.phones import parse_phone

REQUIRED = _("Ô này cần điền.")
SENDER_FIELDS = ("name", "role", "phone", "email", "zalo", "address", "tax_code", "about")
"""Answers that are a person's data: kept in `Sender`, never in a payload."""


class CleanCharField(forms.CharField):
    """Text in NFC without invisible, control or direction characters; spaces alone are nothing.

    Says by how much a text is too long, for the one who has to shorten it.
    """

    def __init__(self, *, multiline: bool = False, **kwargs: Any) -> None:
        self.multiline = multiline
        self.most = kwargs.pop("max_length", None)
        if multiline:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 5}))
        super().__init__(strip=False, **kwargs)
        self.error_messages["required"] = REQUIRED
        # Django's own validator refuses a NUL where we drop it, as every other control.
        self.validators = [
            v for v in self.validators if not isinstance(v, ProhibitNullCharactersValidator)
        ]

    def to_python(self, value: Any) -> str:
        """Clean text, '' for nothing."""
        text = clean(str(value or ""), multiline=self.multiline)
        return text if any(not char.isspace() for char in text) else ""

    def validate(self, value: str) -> None:
        """Required, and not too long."""
        super().validate(value)
        if self.most and len(value) > self.most:
            over = len(value) - self.most
            words = _("Bớt %(over)d ký tự: đang dài %(count)d, tối đa %(most)d.")
            raise ValidationError(
                words, code="max_length",
                params={"over": over, "count": len(value), "most": self.most},
            )  # fmt: skip

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No `maxlength`: a browser would cut what is pasted without a word."""
        attrs = super().widget_attrs(widget)
        if self.most:
            attrs["data-most"] = str(self.most)
        return attrs


def _is_key(value: Any) -> bool:
    """Whether a database can look for it: a longer number is a fault of SQLite's, not an answer."""
    text = str(getattr(value, "pk", value))
    return text.isascii() and text.isdigit() and len(text) < 10


class OneRowField(forms.ModelChoiceField):
    """A choice of one row; whatever is no key is no choice."""

    def to_python(self, value: Any) -> Any:
        """The row, or None."""
        if value in self.empty_values or _is_key(value):
            return super().to_python(value)
        message = self.error_messages["invalid_choice"]
        raise ValidationError(message, code="invalid_choice", params={"value": str(value)[:40]})


class ManyRowsField(forms.ModelMultipleChoiceField):
    """A choice of several rows; whatever is no key is left out."""

    def clean(self, value: Any) -> Any:
        """The rows."""
        many = isinstance(value, (list, tuple))
        return super().clean([row for row in value if _is_key(row)] if many else value)


class PhoneField(CleanCharField):
    """A Vietnamese telephone number as people write it; E.164 when cleaned."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"type": "tel", "inputmode": "tel", "autocomplete": "tel"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(max_length=40, **kwargs)

    def to_python(self, value: Any) -> str:
        """`+84912345678`; '' for nothing."""
        text = super().to_python(value)
        try:
            return parse_phone(text) if text else ""
        except ValueError:
            words = _("Chưa phải số điện thoại. Ví dụ: 0912 345 678 hoặc 0209 3870 123.")
            raise ValidationError(words, code="phone") from None


class AddressField(CleanCharField):
    """One e-mail address."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"type": "email", "inputmode": "email", "autocomplete": "email",
                 "autocapitalize": "none", "spellcheck": "false"}  # fmt: skip
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(max_length=254, **kwargs)

    def to_python(self, value: Any) -> str:
        """Refused rather than mended where it holds a line break or a control: S-14."""
        raw = str(value or "")
        text = super().to_python(raw)
        if text and text != raw.strip():
            raise self._wrong()
        try:
            if text:
                validate_email(text)
        except ValidationError:
            raise self._wrong() from None
        return text

    def _wrong(self) -> ValidationError:
        words = _("Địa chỉ thư chưa đúng. Ví dụ: ten@gmail.com. Chỉ ghi một địa chỉ.")
        return ValidationError(words, code="email")


class WhoForm(forms.Form):
    """Step 1: the person. A telephone number or an e-mail address, or both."""

    one_of: tuple[str, ...] = ("phone",)
    """Needed where the other answer is left out: not called optional."""

    name = CleanCharField(
        label=_("Họ tên của bạn"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = PhoneField(
        label=_("Số điện thoại"),
        required=False,
        help_text=_("Để phường gọi lại. Không hiện trên trang nếu bạn không đồng ý ở bước cuối."),
    )
    email = AddressField(
        label=_("Thư điện tử"),
        required=False,
        help_text=_("Không có cũng được. Có thì phường báo tin qua thư."),
    )

    def clean(self) -> dict[str, Any]:
        """One way back to the sender at least."""
        data = super().clean() or self.cleaned_data
        broken = {"phone", "email"} & set(self.errors)
        if not broken and not data.get("phone") and not data.get("email"):
            self.add_error(
                "phone", _("Cho phường một số điện thoại hoặc một địa chỉ thư để trả lời.")
            )
        name, typed = data.get("name", ""), str(self.data.get(self.add_prefix("name")) or "")
        if name and not any(char.isalpha() for char in name):
            self.add_error("name", _("Họ tên viết bằng chữ."))
        elif name and ("@" in name or any(char in typed.strip() for char in "\r\n")):
            self.add_error("name", _("Chỉ ghi họ tên, trên một dòng."))
        return data
