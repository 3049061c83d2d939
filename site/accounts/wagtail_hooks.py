"""Registrations of accounts with the admin."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from accounts.viewsets import LeaveViewSet

KEPT = _("Tài khoản không xóa được. Hãy bỏ dấu “Đang hoạt động”.")

register_snippet(LeaveViewSet)


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
