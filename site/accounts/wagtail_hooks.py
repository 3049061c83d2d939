"""Registrations of accounts with the admin."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Collection

from accounts.models import Section
from accounts.viewsets import LeaveViewSet

KEPT = _("Tài khoản không xóa được. Hãy bỏ dấu “Đang hoạt động”.")


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
