"""Where administrators keep staff, and where leave is written down."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.users.views.users import CreateView, EditView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from accounts import letters, second_factor
from accounts.forms.staff import StaffCreationForm, StaffEditForm
from accounts.models import Leave


class KeptPolicy(ModelPermissionPolicy):
    """Staff are deactivated, never deleted: nobody holds that verb, superusers included."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """As the model's permissions say, without deleting."""
        return action != "delete" and bool(super().user_has_permission(user, action))


class _NoSuperusers:
    """Who is no technical operator makes none, and does not touch one's account."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse the technical operator's account to everybody else."""
        if getattr(self.object, "is_superuser", False) and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, *args: Any, **kwargs: Any) -> ModelForm:
        """Without the box that makes a technical operator."""
        form = super().get_form(*args, **kwargs)
        if not self.request.user.is_superuser:
            form.fields.pop("is_superuser", None)
        return form


class StaffCreateView(_NoSuperusers, CreateView):
    """A new account; its owner is asked by mail to set a password."""

    object = None

    def save_instance(self) -> Any:
        """With the letter."""
        user = super().save_instance()
        letters.invite(user)
        return user


class StaffEditView(_NoSuperusers, EditView):
    """A known account."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what it takes to help who lost the telephone."""
        user = self.object
        may = second_factor.may_take_away(self.request.user, user)
        return super().get_context_data(
            may_take_second_factor=may and second_factor.key_of(user) is not None, **kwargs
        )


class UserViewSet(WagtailUserViewSet):
    """Wagtail's screens of users."""

    template_prefix = "accounts/users/"
    permission_policy = KeptPolicy(get_user_model())
    add_view_class = StaffCreateView
    edit_view_class = StaffEditView
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:
        """Ours, with position and telephone."""
        return StaffEditForm if for_update else StaffCreationForm


class LeaveForm(WagtailAdminModelForm):
    """Nobody gives himself another one's right to decide."""

    def clean(self) -> dict[str, Any]:
        """The substitute is named by somebody else, or by the one who is away."""
        cleaned = super().clean()
        mine = cleaned.get("substitute") == self.for_user
        if mine and cleaned.get("user") != self.for_user:
            text = _("Bạn không tự ghi mình làm thay được. Nhờ người nghỉ hoặc người khác ghi.")
            self.add_error("substitute", text)
        return cleaned


class LeaveViewSet(ModelViewSet):
    """Who is away, and who decides in the meantime. No snippet: choosers are open to everybody."""

    model = Leave
    edit_handler = ObjectList(Leave.panels, base_form_class=LeaveForm)
    icon = "calendar-alt"
    menu_label = _("Nghỉ và người làm thay")
    add_to_settings_menu = True
    add_to_reference_index = False
    search_backend_name = None
    list_display = ["user", "starts_on", "ends_on", "substitute"]
    list_filter = ["user", "substitute"]
    search_fields = ["user__last_name", "user__first_name", "user__username"]
    copy_view_enabled = False
