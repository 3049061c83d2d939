"""Letters to the staff about what senders did. They name the file, nothing of the person."""

import logging
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.db import transaction
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from accounts.roles import deciders, editors_of
from core.templatetags.format_tags import vi_datetime
from mailing.services import queue
from submissions.models import DataRequest, Event, Submission
from submissions.models.submission import State
from submissions.services.letters import key_of

logger = logging.getLogger(__name__)


def told_of_request(request: DataRequest) -> None:
    """All who decide and the section's editors: the clock runs."""
    submission = request.submission
    _tell(
        submission,
        {*deciders(), *_editors(submission)},
        f"request:{request.pk}",
        subject=_("Yêu cầu về dữ liệu cá nhân"),
        lead=_("Người gửi hồ sơ có yêu cầu: %s.") % request.get_kind_display().lower(),
        due=vi_datetime(request.due_at),
    )


def told_of_sender(submission: Submission, event: Event) -> None:
    """Its reader: the sender answered, corrected or withdrew."""
    people = {submission.reader} if submission.reader else set()
    _tell(
        submission,
        people,
        f"event:{event.pk}",
        subject=event.get_kind_display(),
        lead=_("Hồ sơ bạn đang đọc có việc mới: %s.") % event.get_kind_display().lower(),
    )


def told_to_call(submission: Submission, rests_on: Any) -> None:
    """The section's editors: a maker without a proved address must be asked by telephone."""
    _tell(
        submission,
        {*_editors(submission)} or deciders(),
        f"call:{rests_on:%Y%m%d}",
        subject=_("Gọi hỏi “còn đúng không?”"),
        lead=_("Đơn vị này không có thư điện tử. Nhờ bạn gọi hỏi, rồi ghi xác nhận thay."),
        due=vi_datetime(rests_on),
    )


def _editors(submission: Submission) -> Any:
    section = submission.intake.section()
    return editors_of(section) if section else ()


def _tell(submission: Submission, people: Any, what: str, *, subject: str, **words: Any) -> None:
    if submission.state == State.SUSPECT:
        return
    for person in people:
        if not person.is_active or not person.email:
            continue
        try:
            with transaction.atomic():
                queue(
                    to=person.email,
                    to_user=person,
                    subject=f"{subject} ({submission.code})",
                    template="notice",
                    kind=subject[:40],
                    key=key_of(submission, "staff", what, person.pk),
                    context={
                        "name": person.get_full_name(),
                        "title": submission.code,
                        "meta": [submission.get_kind_display()],
                        "button_label": _("Mở hồ sơ"),
                        "button_url": _address(submission),
                        **words,
                    },
                )
        except Exception:
            logger.exception("a notice on submission %s could not be written", submission.pk)


def _address(submission: Submission) -> str:
    try:
        path = reverse("submissions_review", args=[submission.pk])
    except NoReverseMatch:
        path = reverse("wagtailadmin_home")
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)
