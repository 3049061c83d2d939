"""Saving a form over a version somebody else has saved meanwhile: nothing is lost unseen.

Autosave refuses by itself. A save by hand goes through as a new revision on top, the other's
stays in the history, and who saved is told; but it is not sent to anybody before it is compared.
"""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Revision

SENDING = ("action-submit", "action-restart-workflow")


def newer_than_form(request: HttpRequest, page: Any) -> Revision | None:
    """The revision of another person that the posted form has not seen."""
    loaded = request.POST.get("loaded_revision_id", "")
    latest = page.get_latest_revision()
    if latest is None or not loaded.isdigit() or latest.user_id == request.user.pk:
        return None
    seen_at = request.POST.get("loaded_revision_created_at", "")
    same = int(loaded) == latest.pk and seen_at in ("", latest.created_at.isoformat())
    return None if same else latest


def note_conflict(request: HttpRequest, page: Any) -> None:
    """For `before_edit_page`: remember it; what was to be sent is only saved."""
    if request.method != "POST" or "application/json" in request.headers.get("Accept", ""):
        return
    other = newer_than_form(request, page)
    if other is None:
        return
    sending = [name for name in SENDING if name in request.POST]
    request.other_revision = (other.pk, other.user, bool(sending))  # type: ignore[attr-defined]
    if sending:
        data = request.POST.copy()
        for name in sending:
            del data[name]
        request.POST = data  # type: ignore[assignment]


def tell_conflict(request: HttpRequest, page: Any) -> None:
    """For `after_edit_page`: say whose version lies below, and where to compare."""
    found = getattr(request, "other_revision", None)
    if found is None:
        return
    key, user, was_sending = found
    name = (user.get_full_name() or user.get_username()) if user else _("Người khác")
    text = _(
        "%s đã lưu một bản trong lúc bạn sửa. Bản của bạn nằm trên bản ấy, chưa có chữ của họ."
    )
    if was_sending:
        text += " " + _("Bài chưa được gửi duyệt: hãy so hai bản trước.")
    url = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, key, "latest"])
    messages.warning(
        request, format_html('{} <a href="{}">{}</a>', text % name, url, _("So hai bản"))
    )
