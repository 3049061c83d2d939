"""The last letter: that everything was erased. Its own row is emptied once it has gone."""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from mailing.models import OutgoingMail
from mailing.services import queue
from submissions.models import Submission
from submissions.services.letters import may_write

logger = logging.getLogger(__name__)

ERASED = "erased:"
"""How its key begins: erasing finds it not."""
ERASED_LASTS = timedelta(days=7)


def erased(submission: Submission) -> None:
    """That the data were erased: the last letter, queued while the address is still known.

    Nothing in it tells of the person or the file; its address goes once it is sent.
    """
    if not may_write(submission):
        return
    try:
        with transaction.atomic():
            queue(
                to=submission.sender.email,
                subject=_("Đã xóa dữ liệu của bạn"),
                template="notice",
                kind=_("Đã xóa dữ liệu"),
                key=f"{ERASED}{submission.pk}",
                expires_at=timezone.now() + ERASED_LASTS,
                context={
                    "lead": _("Dữ liệu cá nhân của bạn đã được xóa theo yêu cầu của bạn."),
                    "body": _(
                        "Yêu cầu của bạn đã xong. Đường dẫn theo dõi không mở được nữa, "
                        "địa chỉ thư này cũng được xóa sau khi thư gửi xong."
                    ),
                },
            )
    except Exception:
        logger.exception("the last letter of submission %s was not written", submission.pk)


def forget_addresses() -> int:
    """Empty the last letters that have gone or never will; how many. For the clock."""
    now = timezone.now()
    done = Q(sent_at__isnull=False) | Q(given_up_at__isnull=False) | Q(expires_at__lte=now)
    rows = OutgoingMail.objects.filter(done, key__startswith=ERASED).exclude(to="")
    return rows.update(to="", text="", html="", error="")
