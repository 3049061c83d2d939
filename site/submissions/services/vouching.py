"""An editor's word that a sender belongs to the unit he writes about."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.roles import decides
from submissions.intake import ReviewError
from submissions.models import Event, Submission
from submissions.services.record import note

VOUCHED = "submissions.vouch"


def vouch(row: Submission, user: Any, *, is_live: bool) -> None:
    """Keep it, on the record; nothing for who is no stranger. Within a transaction.

    Args:
        is_live: nothing of it waits for approval, so name and contacts would be public at once.

    Raises:
        ReviewError: `is_live`, and the user may not publish.
    """
    if not row.intake.is_stranger(row):
        return
    if is_live and not decides(user):
        raise ReviewError(
            _("Người này chưa thuộc đơn vị: chỉ người duyệt cho tên và liên hệ lên trang được.")
        )
    row.is_of_unit = True
    row.save(update_fields=["is_of_unit"])
    words = _("Xác nhận người gửi thuộc đơn vị; hiện tên và liên hệ họ cho phép.")
    note(row, Event.Kind.NOTE, words, by=user, public=False)
    log(instance=row, action=VOUCHED, user=user)
