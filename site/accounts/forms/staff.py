"""The forms staff are kept with."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

OWN_FIELDS = {"position", "phone"}


class _Staff:
    """Roles first, sections after them, each with what it means; one name for one person."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = self.fields["groups"]  # type: ignore[attr-defined]
        groups.queryset = Group.objects.select_related("section").order_by("section__pk", "name")
        groups.label = _("Vai trò và mảng phụ trách")
        groups.help_text = _(
            "“Biên tập: …” là biên tập viên của riêng mảng ấy. "
            "Người duyệt cho đăng bài của người khác, không duyệt bài chính mình đã sửa."
        )

    def clean(self) -> dict[str, Any]:
        """What somebody types to sign in leads to one account, whatever its case."""
        cleaned = super().clean()  # type: ignore[misc]
        others = get_user_model().objects.exclude(pk=self.instance.pk)  # type: ignore[attr-defined]
        for name in ("username", "email"):
            value = cleaned.get(name)
            taken = Q(username__iexact=value) | Q(email__iexact=value)
            if value and name not in self.errors and others.filter(taken).exists():  # type: ignore[attr-defined]
                text = _("Đã có người đăng nhập bằng “%s”. Hãy chọn tên hoặc địa chỉ khác.")
                self.add_error(name, text % value)  # type: ignore[attr-defined]
        return cleaned


class StaffCreationForm(_Staff, UserCreationForm):
    """A new account, without a password: the person sets one by the letter that is sent."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | OWN_FIELDS
        widgets = {"groups": CheckboxSelectMultiple}

    def save(self, commit: bool = True) -> Any:
        """Nobody can sign in with it before the letter is answered."""
        self.instance.set_unusable_password()
        return super().save(commit)


class StaffEditForm(_Staff, UserEditForm):
    """A known account. Closing it ends its sessions for good, also if it is opened again."""

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | OWN_FIELDS
        widgets = {"groups": CheckboxSelectMultiple}

    def save(self, commit: bool = True) -> Any:
        """With the end of its sessions where it was closed."""
        if "is_active" in self.changed_data and not self.instance.is_active:
            self.instance.sessions_ended_at = timezone.now()
        return super().save(commit)
