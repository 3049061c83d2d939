"""What a startup is asked about itself and about what it makes."""

import unicodedata
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from showcase.choices import LegalForm, ProductKind, Readiness, Stage
from showcase.models import Neighbourhood, Sector
from showcase.validators import validate_tax_code, validate_web_url
from submissions.forms import CleanCharField, ManyRowsField, OneRowField, PhoneField, WhoForm

WIDE_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−－", "-"))


class TaxCodeField(CleanCharField):
    """10 digits, 10-3, or 12; full-width digits and spaces are what people paste."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "text", "autocomplete": "off"})
        )
        super().__init__(max_length=40, **kwargs)

    def to_python(self, value: Any) -> str:
        """Digits, with the hyphen of a dependent unit."""
        text = unicodedata.normalize("NFKC", super().to_python(value)).translate(WIDE_DASHES)
        code = "".join(text.split())
        if len(code) == 13 and code.isascii() and code.isdigit():
            code = f"{code[:10]}-{code[10:]}"
        if code:
            validate_tax_code(code)
        return code


class WebField(CleanCharField):
    """An address on the web; `https://` is added where it was left out. Nothing fetches it."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "url", "autocapitalize": "none", "spellcheck": "false"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(max_length=500, **kwargs)

    def to_python(self, value: Any) -> str:
        """A whole address, '' for nothing."""
        text = super().to_python(value)
        if text and ":" not in text.split("/", 1)[0] and not text.startswith(("/", "\\")):
            text = f"https://{text}"
        if text and len(text) <= 500:
            if any(char.isspace() or char in "\\\"'<>`" for char in text):
                raise ValidationError(_("Địa chỉ trang web không có dấu cách, dấu nháy."))
            validate_web_url(text)
            if not _is_on_the_web(text):
                words = _("Địa chỉ này người khác không mở được. Ví dụ: https://facebook.com/ten.")
                raise ValidationError(words, code="not_public")
        return text


def _is_on_the_web(address: str) -> bool:
    """A name with a dot: no number, and no machine of one's own."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    return "." in host and not host.rpartition(".")[2].isdigit() and ":" not in host


class MultipleChoices(forms.CheckboxSelectMultiple):
    """Boxes in a group."""


# --- step 1 ---------------------------------------------------------------------------------------
class ContactForm(WhoForm):
    """The person, and all ways to the unit that its page may show."""

    zalo = PhoneField(
        label=_("Số Zalo"), required=False, help_text=_("Chỉ ghi khi khác số điện thoại.")
    )
    address = CleanCharField(
        label=_("Địa chỉ"), max_length=255, required=False,
        help_text=_(
            "Số nhà, đường hoặc thôn, phường (xã), tỉnh. Chỉ hiện nếu bạn đồng ý ở bước cuối."
        ),
    )  # fmt: skip


class StartupWhoForm(ContactForm):
    """The person and the unit, in brief."""

    rare = ("zalo", "role")
    one_of = (*WhoForm.one_of, "neighbourhood", "address")
    field_order = ["name", "phone", "email", "unit_name", "legal_form", "neighbourhood"]

    role = CleanCharField(
        label=_("Vai trò của bạn"), max_length=120, required=False,
        help_text=_("Ví dụ: chủ hộ, tổ trưởng, giám đốc."),
    )  # fmt: skip
    unit_name = CleanCharField(
        label=_("Tên đơn vị"), max_length=160,
        help_text=_("Tên bà con vẫn gọi. Làm một mình thì ghi tên bạn muốn người mua thấy."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )  # fmt: skip
    legal_form = forms.ChoiceField(
        label=_("Hình thức"), choices=[("", _("Chọn một")), *LegalForm.choices],
        error_messages={"required": _("Chọn một. Chưa đăng ký thì chọn “Nhóm khởi nghiệp”.")},
    )  # fmt: skip
    neighbourhood = OneRowField(
        label=_("Tổ dân phố, thôn"), queryset=Neighbourhood.objects.none(), required=False,
        empty_label=_("Nơi khác"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["neighbourhood"].queryset = Neighbourhood.objects.all()

    def clean(self) -> dict[str, Any]:
        """From elsewhere: then where."""
        data = super().clean()
        if (
            not data.get("neighbourhood")
            and not data.get("address")
            and "address" not in self.errors
        ):
            self.add_error("address", _("Chọn tổ ở ô trên, hoặc ghi địa chỉ nếu ở nơi khác."))
        return data


# --- step 2 ---------------------------------------------------------------------------------------
class ProductForm(forms.Form):
    """What it is, for somebody who has never heard of it."""

    rare: tuple[str, ...] = ("for_whom", "buy_at", "website", "ocop_stars")
    title = CleanCharField(label=_("Tên sản phẩm, giải pháp"), max_length=160)
    product_kind = forms.ChoiceField(
        label=_("Đây là"), choices=ProductKind.choices, widget=forms.RadioSelect,
        initial=ProductKind.PRODUCT,
    )  # fmt: skip
    tagline = CleanCharField(
        label=_("Mô tả trong một câu"), max_length=120, multiline=True,
        help_text=_("Là gì, làm từ gì, khác chỗ nào. Tối đa 120 ký tự."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    sectors = ManyRowsField(
        label=_("Lĩnh vực"), queryset=Sector.objects.none(), widget=MultipleChoices,
        help_text=_("Chọn một đến ba."), error_messages={"required": _("Chọn ít nhất một.")},
    )  # fmt: skip
    readiness = forms.ChoiceField(
        label=_("Bạn làm đến đâu rồi?"), choices=Readiness.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Chọn một.")},
    )  # fmt: skip
    problem = CleanCharField(
        label=_("Giúp được việc gì"), max_length=1500, multiline=True, required=False,
        help_text=_("Trước đây người ta vướng gì, nay đỡ được gì."),
    )  # fmt: skip
    solution = CleanCharField(
        label=_("Cách làm"), max_length=3000, multiline=True, required=False,
        help_text=_("Kể như nói chuyện: nguyên liệu, các bước, điều bạn giữ gìn."),
    )  # fmt: skip
    for_whom = CleanCharField(label=_("Dành cho ai"), max_length=255, required=False)
    price_note = CleanCharField(
        label=_("Giá tham khảo"), max_length=120, required=False,
        help_text=_("Ghi cả đơn vị, ví dụ 70.000 đồng/kg."),
    )  # fmt: skip
    buy_at = CleanCharField(
        label=_("Mua ở đâu"), max_length=160, required=False,
        help_text=_("Tên chợ, cửa hàng. Không ghi nhà riêng."),
    )  # fmt: skip
    website = WebField(
        label=_("Trang web, Facebook, gian hàng trên mạng"), required=False,
        help_text=_("Một địa chỉ, ví dụ https://…"),
    )  # fmt: skip
    ocop_stars = forms.TypedChoiceField(
        label=_("Sao OCOP"), required=False, coerce=int, empty_value=None,
        choices=[("", _("Chưa có")), ("3", _("3 sao")), ("4", _("4 sao")), ("5", _("5 sao"))],
    )  # fmt: skip

    most_sectors = 3

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sectors"].queryset = Sector.objects.all()

    def clean_sectors(self) -> Any:
        """Three at most: a thing in every sector is in none."""
        chosen = self.cleaned_data["sectors"]
        if len(chosen) > self.most_sectors:
            raise ValidationError(_("Chọn nhiều nhất ba lĩnh vực."))
        return chosen


class UnitForm(forms.Form):
    """What is said of a unit on its own page."""

    about = CleanCharField(
        label=_("Đơn vị làm gì, một hai câu"), max_length=600, multiline=True,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    stage = forms.ChoiceField(
        label=_("Giai đoạn"), choices=[("", _("Chưa rõ")), *Stage.choices], required=False
    )
    tax_code = TaxCodeField(
        label=_("Mã số thuế"), required=False,
        help_text=_(
            "10 số, 10 số kèm -3 số, hoặc 12 số. Mã 12 số chỉ người xét hồ sơ thấy, không hiện ra."
        ),
    )  # fmt: skip
    founded_year = forms.IntegerField(
        label=_("Làm từ năm nào"), required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Ghi năm bằng bốn chữ số, ví dụ 2021.")},
        validators=[MinValueValidator(1900, _("Năm phải từ 1900."))],
    )  # fmt: skip

    def clean_founded_year(self) -> int | None:
        """Not in years to come."""
        year = self.cleaned_data["founded_year"]
        if year and year > timezone.localdate().year:
            raise ValidationError(_("Năm này chưa tới."))
        return year


class FirstProductForm(ProductForm, UnitForm):
    """A new unit with its first product."""

    rare = (*ProductForm.rare, "stage", "tax_code", "founded_year")
    field_order = [
        "title",
        "product_kind",
        "tagline",
        "sectors",
        "readiness",
        "price_note",
        "about",
    ]


class FurtherProductForm(ProductForm):
    """One more product of a unit on the site."""


class ProductChangeForm(ProductForm):
    """A product as it stands, to be mended."""


class UnitChangeForm(UnitForm):
    """A unit as it stands, to be mended."""

    title = CleanCharField(label=_("Tên đơn vị"), max_length=160)
    legal_form = forms.ChoiceField(label=_("Hình thức"), choices=LegalForm.choices)
    neighbourhood = OneRowField(
        label=_("Tổ dân phố, thôn"), queryset=Neighbourhood.objects.none(), required=False,
        empty_label=_("Nơi khác"),
    )  # fmt: skip
    website = WebField(label=_("Trang web, Facebook, gian hàng trên mạng"), required=False)
    field_order = ["title", "about", "legal_form", "stage", "neighbourhood"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["neighbourhood"].queryset = Neighbourhood.objects.all()
