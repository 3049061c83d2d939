"""What somebody who knows a good story is asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.kinds import Kind
from core.models import BasePage
from submissions.forms import CleanCharField, OneRowField, WhoForm


class StoryWhoForm(WhoForm):
    """Who tells, and of whom."""

    about = CleanCharField(
        label=_("Chuyện về ai"), max_length=160,
        help_text=_("Tên người hoặc đơn vị. Kể chuyện mình thì ghi tên mình."),
    )  # fmt: skip


class StoryTipForm(forms.Form):
    """The story in brief; the editors write it up."""

    rare = ("startup",)

    title = CleanCharField(
        label=_("Nói gọn trong một câu"), max_length=160,
        help_text=_("Ai, làm gì, đổi được gì."),
    )  # fmt: skip
    asked = forms.ChoiceField(
        label=_("Người trong chuyện đã biết và đồng ý để kể?"),
        choices=[
            ("co", _("Đã đồng ý")),
            ("chua", _("Chưa hỏi")),
            ("toi", _("Đó là chuyện của tôi")),
        ],
        widget=forms.RadioSelect,
    )  # fmt: skip
    challenge = CleanCharField(
        label=_("Lúc đầu khó gì"), max_length=1500, multiline=True, required=False
    )
    approach = CleanCharField(
        label=_("Đã làm thế nào"), max_length=3000, multiline=True,
        help_text=_(
            "Kể như nói chuyện. Không cần ghi dân tộc, tôn giáo, sức khỏe của ai; "
            "không gửi ảnh giấy tờ tùy thân."
        ),
    )  # fmt: skip
    result = CleanCharField(
        label=_("Nay được gì"), max_length=1500, multiline=True, required=False,
        help_text=_("Có con số thì càng tốt: bao nhiêu, từ khi nào."),
    )  # fmt: skip
    startup = OneRowField(
        label=_("Đơn vị trên trang này"), queryset=BasePage.objects.none(), required=False,
        empty_label=_("Không có, hoặc chưa biết"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        startups = BasePage.objects.visible().filter(kind=Kind.STARTUP).by_title()
        self.fields["startup"].queryset = startups
