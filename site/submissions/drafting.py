"""Drafts out of what was sent in: what the handlers of all kinds share."""

import re
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from submissions.intake import Payload, ReviewError
from workflow.content import lock_page

BLANK_LINES = re.compile(r"\n\s*\n")


def paragraphs(text: str) -> str:
    """Plain text as rich text: nothing in it is markup, whatever it looks like."""
    parts = [part.strip() for part in BLANK_LINES.split(text or "") if part.strip()]
    return "".join(f"<p>{escape(part).replace(chr(10), '<br/>')}</p>" for part in parts)


def one_line(text: str) -> str:
    """On one line, single spaces."""
    return " ".join((text or "").split())


def add_draft(*, parent: Any, page: Any, user: Any) -> Any:
    """Put a new draft below `parent`, as if `user` had written it.

    Raises:
        ReviewError: when there is no such parent.
    """
    if parent is None:
        raise ReviewError(_("Chưa có trang mẹ để đặt bản nháp. Hãy báo quản trị."))
    page.live, page.owner = False, user
    lock_page(parent.pk).add_child(instance=page)
    log(instance=page, action="wagtail.create", user=user, content_changed=True)
    page.save_revision(user=user, clean=False)
    return page


def newest_draft(page: Any) -> Any:
    """The newest draft of a page nobody is deciding on; its row is locked meanwhile.

    Raises:
        ReviewError: when the page is gone, withdrawn, scheduled or under way to publication.
    """
    try:
        row = lock_page(page.pk)
    except (AttributeError, Page.DoesNotExist):
        raise ReviewError(_("Trang mà hồ sơ nói tới không còn.")) from None
    words = {"title": row.title}
    if row.withdrawn_at:
        raise ReviewError(_("Trang “%(title)s” đã gỡ nên chưa ghi vào được.") % words)
    if row.workflow_in_progress or row.is_frozen:
        raise ReviewError(
            _("Trang “%(title)s” đang chờ duyệt. Duyệt xong hoặc lấy lại rồi hãy nhận.") % words
        )
    if row.scheduled_revision:
        raise ReviewError(
            _("Trang “%(title)s” đang hẹn giờ đăng. Đăng xong hoặc bỏ hẹn rồi hãy nhận.") % words
        )
    return row.get_latest_revision_as_object()


def save_draft(*, page: Any, user: Any) -> Any:
    """A new revision on top of the newest; what is public stays as it is.

    Raises:
        ReviewError: when somebody has locked the page.
    """
    try:
        page.save_revision(user=user, clean=False, log_action=True)
    except PermissionDenied as refusal:
        raise ReviewError(str(refusal)) from refusal
    return page


def set_lead(page: Any, pictures: list[Any]) -> list[Any]:
    """The first picture leads, if none does; the others are given back."""
    if not pictures or page.lead_image_id:
        return pictures
    page.lead_image, page.lead_alt = pictures[0], pictures[0].description
    return pictures[1:]


def text_of(payload: Payload, name: str) -> str:
    """An answer as text; '' for none."""
    return str(payload.get(name) or "")
