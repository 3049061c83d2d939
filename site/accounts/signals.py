"""Staff stay on record."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_delete
from django.utils.translation import gettext as _

from accounts.models import Section


def connect() -> None:
    """Called once when the app is ready."""
    pre_delete.connect(_refuse, sender=get_user_model(), dispatch_uid="accounts.kept")
    pre_delete.connect(_keep_group, sender=Group, dispatch_uid="accounts.group")


def _refuse(**kwargs: Any) -> None:
    """Revisions and decisions would lose their names (Wagtail empties them)."""
    raise PermissionDenied(
        _("Tài khoản không xóa được, vì các bài cũ còn ghi tên người ấy. Hãy ngừng hoạt động.")
    )


def _keep_group(instance: Group, **kwargs: Any) -> None:
    """The group of a section goes with its page alone."""
    if Section.objects.filter(group=instance).exists():
        raise PermissionDenied(_("Nhóm này đi theo trang của mảng, không xóa riêng được."))
