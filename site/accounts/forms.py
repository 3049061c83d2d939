"""Signing in, and the forms staff are kept with."""

from typing import Any

from django.contrib.auth.models import Group
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.users.forms import UserCreationForm, UserEditForm

OWN_FIELDS = {"position", "phone"}


class SignInForm(LoginForm):
    """Wagtail's form, whose fields have no labels of their own."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Tên đăng nhập")
        self.fields["password"].label = _("Mật khẩu")


class _Roles:
    """Roles first, sections after them, each with what it means."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = self.fields["groups"]  # type: ignore[attr-defined]
        groups.queryset = Group.objects.select_related("section").order_by("section__pk", "name")
        groups.label = _("Vai trò và mảng phụ trách")
        groups.help_text = _(
            "“Biên tập: …” là biên tập viên của riêng mảng ấy. "
            "Người duyệt cho đăng bài của người khác, không duyệt bài chính mình đã sửa."
        )


class StaffCreationForm(_Roles, UserCreationForm):
    """A new account."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | OWN_FIELDS
        widgets = {"groups": CheckboxSelectMultiple}


class StaffEditForm(_Roles, UserEditForm):
    """A known account."""

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | OWN_FIELDS
        widgets = {"groups": CheckboxSelectMultiple}
