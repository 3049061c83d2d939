"""Forms of the editorial screens."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from core.models.syndicated import Withdrawal
from workflow.models import Priority, ReviewTaskState
from workflow.models.links import SHARE_LIFE_DAYS


def _long(label: str, **kwargs: object) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=4000, widget=forms.Textarea({"rows": 3}), **kwargs
    )


class DecisionForm(forms.Form):
    """A decision on what was read."""

    seen = forms.CharField(widget=forms.HiddenInput)
    comment = _long(
        _("Ý kiến"),
        required=False,
        help_text=_("Cần ghi khi trả lại; duyệt thì không bắt buộc."),
    )


class DeadlineForm(forms.ModelForm):
    """Till when, and how urgent."""

    class Meta:
        model = ReviewTaskState
        fields = ["due_at", "priority"]
        widgets = {"due_at": AdminDateTimeInput}

    priority = forms.ChoiceField(label=_("Mức ưu tiên"), choices=Priority.choices)


class ConfirmForm(forms.Form):
    """Nothing to fill in."""


class UrgentForm(forms.Form):
    """Why it cannot wait for a second person."""

    reason = _long(
        _("Lý do đăng khẩn"),
        help_text=_("Ví dụ: cảnh báo mưa lũ, đính chính thông tin sai đang lan. Lưu vào nhật ký."),
    )


BY_HAND = [choice for choice in Withdrawal.choices if choice[0] != Withdrawal.RESTED]


class WithdrawForm(forms.Form):
    """Why it goes, and what its address says from now on."""

    why = forms.ChoiceField(label=_("Lý do gỡ"), choices=[("", "—"), *BY_HAND])
    note = _long(
        _("Lời báo cho bạn đọc"),
        required=False,
        help_text=_(
            "Hiện ở địa chỉ cũ của bài. "
            "Khi người trong bài rút lại sự đồng ý, trang chỉ ghi ngày gỡ."
        ),
    )


class ShareForm(forms.Form):
    """For whom a draft is shown, and how long."""

    recipient = forms.CharField(
        label=_("Gửi cho ai"),
        max_length=160,
        help_text=_("Tên người được xem, để biết ai trả lời. Ví dụ: chị Hoàng Thị Mai, nhân vật."),
    )
    days = forms.IntegerField(
        label=_("Xem được mấy ngày"), min_value=1, max_value=SHARE_LIFE_DAYS, initial=3
    )


class NoteForm(forms.Form):
    """What the second look found."""

    note = _long(
        _("Kết quả xem lại"),
        help_text=_("Ví dụ: Nội dung đúng. Hoặc: sai số hộ, đã sửa và đính chính."),
    )
