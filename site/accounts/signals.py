"""Staff stay on record."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_delete
from django.utils.translation import gettext as _


def connect() -> None:
    """Called once when the app is ready."""
    pre_delete.connect(_refuse, sender=get_user_model(), dispatch_uid="accounts.kept")


def _refuse(**kwargs: Any) -> None:
    """Revisions and decisions would lose their names (Wagtail empties them)."""
    raise PermissionDenied(
        _("Tài khoản không xóa được, vì các bài cũ còn ghi tên người ấy. Hãy ngừng hoạt động.")
    )
