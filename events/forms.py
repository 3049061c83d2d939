"""What somebody who wants a booth is asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.kinds import Kind
from core.models import BasePage
from submissions.forms import CleanCharField, OneRowField


class BoothForm(forms.Form):
    """Which product, and what the booth needs."""

    one_of = ("product", "unit_name")

    product = OneRowField(
        label=_("Sản phẩm đã có trên trang"), queryset=BasePage.objects.none(), required=False,
        empty_label=_("Chưa có trên trang"),
    )  # fmt: skip
    unit_name = CleanCharField(
        label=_("Tên đơn vị"), max_length=160, required=False,
        help_text=_("Ghi khi sản phẩm chưa có trên trang."),
    )  # fmt: skip
    title = CleanCharField(
        label=_("Bày gì"), max_length=160, help_text=_("Ví dụ: miến dong, bánh gio, mật ong.")
    )
    needs = CleanCharField(
        label=_("Cần gì ở gian"), max_length=600, multiline=True, required=False,
        help_text=_("Điện, nước, bàn, chỗ thử hàng."), widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        products = BasePage.objects.visible().filter(kind=Kind.PRODUCT).by_title()
        self.fields["product"].queryset = products

    def clean(self) -> dict[str, Any]:
        """A product of the site, or who it is."""
        data = super().clean() or self.cleaned_data
        if not data.get("product") and not data.get("unit_name") and not self.errors:
            self.add_error("unit_name", _("Chọn sản phẩm ở ô trên, hoặc ghi tên đơn vị."))
        return data
