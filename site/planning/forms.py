"""Forms of the calendar."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminTimeInput
from wagtail.models import Page

from core.kinds import Kind
from core.widgets import DateInput
from planning.models import PieceTemplate, PlanEntry
from planning.places import kinds, places

HIDDEN_PARENTS = (Kind.PRODUCT,)
"""Too many to list: chosen when the writing begins."""


def writers() -> Any:
    """Everybody who may plan and write."""
    backend = "django.contrib.auth.backends.ModelBackend"
    found = get_user_model().objects.with_perm("planning.add_planentry", backend=backend)
    return found.filter(is_active=True).order_by("last_name", "first_name", "username")


class TemplateChoice(forms.ModelChoiceField):
    """A template with its kind."""

    def label_from_instance(self, template: Any) -> str:
        """`Tin tức: Cách làm hay`."""
        return f"{template.get_kind_display()}: {template}"


class PlanEntryForm(WagtailAdminModelForm):
    """An entry of the calendar. Contributors plan for themselves."""

    template = TemplateChoice(
        label=_("Bài mẫu"),
        queryset=PieceTemplate.objects.all(),
        required=False,
        empty_label=_("Trang trắng"),
    )

    class Meta:
        model = PlanEntry
        fields = [
            "title", "kind", "planned_on", "planned_time", "writer", "parent", "template",
            "summary", "note", "repeats_yearly",
        ]  # fmt: skip
        widgets = {
            "planned_on": DateInput,
            "planned_time": AdminTimeInput,
            "summary": forms.Textarea({"rows": 2}),
            "note": forms.Textarea({"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user = self.for_user
        mine = kinds(user)
        kept = {*mine, self.instance.kind} if self.instance.pk else set(mine)
        self.fields["kind"].choices = [(k.value, k.label) for k in Kind if k in kept]
        parents = {p.parent.pk for k in mine if k not in HIDDEN_PARENTS for p in places(user, k)}
        if self.instance.parent_id:
            parents.add(self.instance.parent_id)
        self.fields["parent"].queryset = Page.objects.filter(pk__in=parents).order_by("path")
        self.fields["parent"].empty_label = _("Chọn sau")
        self.fields["writer"].queryset = writers()
        self.fields["writer"].empty_label = _("Chưa giao ai")
        if not user.has_perm("planning.change_planentry"):
            del self.fields["writer"]
        if self.instance.page_id:
            for name in ("kind", "parent", "template"):
                del self.fields[name]  # decided: the page stands where it stands

    def clean(self) -> dict[str, Any]:
        """A template is for one kind."""
        cleaned = super().clean()
        template = cleaned.get("template")
        if template and template.kind != cleaned.get("kind"):
            self.add_error("template", _("Bài mẫu này dành cho loại khác."))
        return cleaned


class PageDayForm(forms.Form):
    """When a page is to appear."""

    planned_on = forms.DateField(
        label=_("Ngày dự kiến"),
        widget=DateInput,
        required=False,
        help_text=_("Để trống thì bài ra khỏi lịch. Ngày này để cả nhóm nhìn, không tự đăng bài."),
    )
    planned_time = forms.TimeField(label=_("Giờ"), widget=AdminTimeInput, required=False)


class FilterForm(forms.Form):
    """Which items the calendar shows."""

    loai = forms.ChoiceField(label=_("Loại"), required=False)
    nguoi = forms.ModelChoiceField(
        label=_("Người viết"), required=False, queryset=None, empty_label=_("Tất cả")
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(kind.value, kind.label) for kind in Kind if kind is not Kind.LISTING]
        self.fields["loai"].choices = [("", _("Tất cả")), *listed]
        if user.has_perm("planning.change_planentry"):
            self.fields["nguoi"].queryset = writers()
        else:
            del self.fields["nguoi"]
