"""Registrations of accounts with the admin."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Collection

from accounts.models import Section
from accounts.second_factor import TAKEN_AWAY
from accounts.views import TakeAwayView
from accounts.viewsets import LeaveViewSet

KEPT = _("Tài khoản không xóa được. Hãy bỏ dấu “Đang dùng”.")


@hooks.register("register_admin_viewset")
def leave() -> LeaveViewSet:
    """Where leave is written down."""
    return LeaveViewSet("leave")


@hooks.register("before_delete_user")
def keep_users(request: HttpRequest, user: Any) -> HttpResponse:
    """Whoever still reaches Wagtail's own screen is told what to do."""
    messages.error(request, KEPT)
    return redirect("wagtailusers_users:edit", user.pk)


@hooks.register("before_bulk_action")
def keep_users_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Nor many at once; and nobody acts on the technical operator but another one."""
    if action.model is not get_user_model():
        return None
    if action_type == "delete":
        messages.error(request, KEPT)
    elif not request.user.is_superuser and any(user.is_superuser for user in objects):
        messages.error(request, _("Tài khoản kỹ thuật chỉ người vận hành kỹ thuật sửa được."))
    else:
        return None
    return redirect("wagtailusers_users:index")


@hooks.register("describe_collection_contents")
def collection_of_a_section(collection: Collection) -> dict[str, Any] | None:
    """A section's collection is never empty for Wagtail, so that it is not deleted alone."""
    section = Section.objects.filter(collection=collection).first()
    if section is None:
        return None
    words = _("mảng nội dung “%s”, bộ này đi theo nó") % collection.name
    return {"count": 1, "count_text": words, "url": ""}


@hooks.register("register_admin_urls")
def second_factor_urls() -> list[URLPattern]:
    """Where an administrator helps who lost the telephone."""
    return [path("users/<int:pk>/go-lop-hai/", TakeAwayView.as_view(), name="accounts_take_away")]


@hooks.register("register_log_actions")
def taken_away(actions: LogActionRegistry) -> None:
    """How the log calls it."""
    label = _("Gỡ lớp xác thực thứ hai")
    actions.register_action(TAKEN_AWAY, label, _("Đã gỡ lớp xác thực thứ hai"))


@hooks.register("register_account_menu_item")
def password_item(request: HttpRequest) -> dict[str, Any]:
    """From the admin's account screen to ours, which asks for the old password."""
    return {
        "url": reverse("account_change_password"),
        "label": _("Đổi mật khẩu"),
        "help_text": _("Cần mật khẩu đang dùng. Muốn đổi thư điện tử thì nhờ quản trị viên."),
    }


@hooks.register("register_account_menu_item")
def second_factor_item(request: HttpRequest) -> dict[str, Any]:
    """Likewise for the second factor."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Lớp xác thực thứ hai"),
        "help_text": _("Mã từ điện thoại, mã dự phòng."),
    }
