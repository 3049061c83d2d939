"""The queue of outgoing mail."""

import uuid
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

ADDRESS_LENGTH = 254
SUBJECT_LENGTH = 250
KEY_LENGTH = 200


class State(models.TextChoices):
    """Where a mail stands, in the words people see."""

    WAITING = "waiting", _("Chờ gửi")
    RETRYING = "retrying", _("Đang thử lại")
    SENT = "sent", _("Đã gửi")
    GIVEN_UP = "given-up", _("Đã thôi gửi")
    EXPIRED = "expired", _("Quá hạn, không gửi nữa")


class OutgoingMailQuerySet(models.QuerySet["OutgoingMail"]):
    """The words of the queue."""

    def unsent(self) -> Self:
        """Waiting or being retried: neither sent, given up nor past its time."""
        alive = Q(expires_at__isnull=True) | Q(expires_at__gt=timezone.now())
        return self.filter(alive, sent_at__isnull=True, given_up_at__isnull=True)

    def due(self) -> Self:
        """Unsent mail whose next try has come, the longest waiting first."""
        return self.unsent().filter(next_try_at__lte=timezone.now()).order_by("next_try_at", "pk")

    def troubled(self) -> Self:
        """Tried in vain at least once and not sent to this day."""
        return self.filter(attempts__gt=0, sent_at__isnull=True)

    def expired(self) -> Self:
        """Not sent, and too late now."""
        return self.filter(sent_at__isnull=True, expires_at__lte=timezone.now())

    def in_state(self, state: str) -> Self:
        """Mail that `OutgoingMail.state` calls so; none for an unknown word."""
        if state == State.SENT:
            return self.filter(sent_at__isnull=False)
        if state == State.GIVEN_UP:
            return self.filter(sent_at__isnull=True, given_up_at__isnull=False)
        if state == State.EXPIRED:
            return self.expired().filter(given_up_at__isnull=True)
        if state == State.RETRYING:
            return self.unsent().filter(attempts__gt=0)
        return self.unsent().filter(attempts=0) if state == State.WAITING else self.none()


class OutgoingMail(models.Model):
    """One mail to one address. Its bodies go once they are of no more use: they may hold links."""

    to = models.EmailField(_("Người nhận"), max_length=ADDRESS_LENGTH)
    to_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Tài khoản nhận"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    kind = models.CharField(_("Loại thư"), max_length=40)
    subject = models.CharField(_("Tiêu đề"), max_length=SUBJECT_LENGTH)
    text = models.TextField(_("Nội dung chữ"), blank=True)
    html = models.TextField(_("Nội dung trình bày"), blank=True)
    key = models.CharField(_("Khóa chống trùng"), max_length=KEY_LENGTH, unique=True, null=True)
    token = models.UUIDField(_("Mã thư"), default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(_("Xếp hàng lúc"), default=timezone.now)
    expires_at = models.DateTimeField(_("Hết giá trị lúc"), null=True, blank=True)
    next_try_at = models.DateTimeField(_("Lần gửi tới"), default=timezone.now)
    claimed_at = models.DateTimeField(_("Đang gửi từ"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("Số lần hỏng"), default=0)
    sent_at = models.DateTimeField(_("Gửi xong lúc"), null=True, blank=True)
    given_up_at = models.DateTimeField(_("Thôi gửi lúc"), null=True, blank=True)
    error = models.TextField(_("Lỗi gần nhất"), blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        default_permissions = ("view", "change")
        verbose_name = _("thư gửi đi")
        verbose_name_plural = _("thư gửi đi")
        indexes = [
            models.Index(
                fields=["next_try_at"],
                name="mailing_to_be_sent",
                condition=Q(sent_at__isnull=True, given_up_at__isnull=True),
            ),
            models.Index(fields=["-created_at"], name="mailing_newest"),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def state(self) -> State:
        """Where it stands now."""
        if self.sent_at:
            return State.SENT
        if self.given_up_at:
            return State.GIVEN_UP
        if self.is_expired:
            return State.EXPIRED
        return State.RETRYING if self.attempts else State.WAITING

    @property
    def is_expired(self) -> bool:
        """Whether it is too late to send it."""
        return self.expires_at is not None and self.expires_at <= timezone.now()

    @property
    def can_be_resent(self) -> bool:
        """Whether a person may have it tried again: it failed, and its words are still there."""
        failed = self.state in (State.RETRYING, State.GIVEN_UP)
        return failed and bool(self.text) and not self.is_expired

    @property
    def next_attempt_at(self) -> datetime | None:
        """When it is tried next; None for what is not tried any more."""
        return self.next_try_at if self.state in (State.WAITING, State.RETRYING) else None
