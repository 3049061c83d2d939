"""What readers see is not taken from under them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_delete
from django.utils.translation import gettext as _

from library.models import CustomDocument, CustomImage
from library.services import is_published


def connect() -> None:
    """Called once when the app is ready."""
    for model in (CustomDocument, CustomImage):
        pre_delete.connect(_keep, sender=model, dispatch_uid=f"library.kept.{model.__name__}")


def _keep(instance: Any, **kwargs: Any) -> None:
    """A file on a published page is taken out of the page first, by way of the workflow."""
    if is_published(instance):
        raise PermissionDenied(_("Tệp đang hiện trên trang đã đăng. Hãy bỏ nó khỏi bài trước."))
