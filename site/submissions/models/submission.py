"""What somebody sent in: the answers, and apart from them the person."""

import secrets
import uuid
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.seals import seal, unseal
from submissions.tokens import digest_of, new_token
from vietnamese import fold
from vietnamese.phones import format_phone

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
SEAL = "submissions.token"


class State(models.TextChoices):
    """Where a submission stands."""

    RECEIVED = "received", _("Chờ tiếp nhận")
    READING = "reading", _("Đang đọc")
    CHANGES = "changes", _("Chờ người gửi sửa")
    ACCEPTED = "accepted", _("Đã nhận, đang soạn và duyệt")
    PUBLISHED = "published", _("Đã đăng")
    DECLINED = "declined", _("Không đăng")
    WITHDRAWN = "withdrawn", _("Người gửi đã rút")
    SUSPECT = "suspect", _("Nghi là rác")
    ERASED = "erased", _("Đã xóa dữ liệu")


WAITING = (State.RECEIVED, State.READING)
"""The ball is with the editors."""
OPEN = (*WAITING, State.CHANGES)
"""Not decided yet."""
STANDING = (State.ACCEPTED, State.PUBLISHED)
"""It became pages of the site."""
CORRECTABLE = (*OPEN, State.SUSPECT)
"""The sender may change what he sent; after that a change is a submission of its own."""


class Channel(models.TextChoices):
    """How it came."""

    WEB = "web", _("Trang web")
    COUNTER = "counter", _("Tại quầy")
    PHONE = "phone", _("Qua điện thoại")
    PAPER = "paper", _("Bản giấy")


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Words of the queue."""

    def waiting(self) -> Self:
        """For an editor to act on, the longest waiting first."""
        return self.filter(state__in=WAITING).order_by("received_at", "pk")

    def undecided(self) -> Self:
        """Neither accepted nor ended."""
        return self.filter(state__in=OPEN)

    def standing(self) -> Self:
        """Became pages."""
        return self.filter(state__in=STANDING)

    def suspects(self) -> Self:
        """Held as spam."""
        return self.filter(state=State.SUSPECT)

    def by_token(self, token: str) -> "Submission | None":
        """The one this private link leads to; None for a wrong token.

        What can be no token is looked up like any other: nothing tells the two apart (S-15).
        """
        digest = digest_of(token) or "-"
        return self.select_related("sender").filter(digest=digest).first()


class Submission(models.Model):
    """One submission. `payload` holds answers about things; a person's data are in `Sender`."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(_("Mã hồ sơ"), max_length=20, unique=True, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    sealed_token = models.TextField(editable=False)
    idempotency_key = models.CharField(max_length=64, unique=True, null=True, editable=False)

    kind = models.CharField(_("Loại"), max_length=20)
    state = models.CharField(
        _("Tình trạng"), max_length=12, choices=State.choices, default=State.RECEIVED
    )
    channel = models.CharField(
        _("Đến qua"), max_length=10, choices=Channel.choices, default=Channel.WEB
    )
    title = models.CharField(_("Tên"), max_length=255)
    folded_title = models.CharField(max_length=255, editable=False, db_index=True)
    payload = models.JSONField(default=dict)
    subject = models.ForeignKey(
        "core.BasePage",
        verbose_name=_("Về trang"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="submissions",
        help_text=_("Đơn vị, sản phẩm hay sự kiện mà hồ sơ nói tới."),
    )
    origin = models.ForeignKey(
        "self",
        verbose_name=_("Hồ sơ gốc"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="later",
    )
    is_of_unit = models.BooleanField(
        default=False, editable=False, help_text="an editor vouched for its sender"
    )
    risks = models.JSONField(_("Dấu hiệu cần để ý"), default=list, blank=True)

    received_at = models.DateTimeField(_("Nhận lúc"), default=timezone.now, db_index=True)
    state_since = models.DateTimeField(_("Từ lúc"), default=timezone.now)
    due_at = models.DateTimeField(_("Hẹn trả lời"), null=True)
    decided_at = models.DateTimeField(_("Quyết lúc"), null=True)
    erased_at = models.DateTimeField(_("Xóa dữ liệu lúc"), null=True)
    asked_at = models.DateTimeField(_("Hỏi lại “còn đúng không?” lúc"), null=True)
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Người đọc"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="submissions_read",
    )

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        verbose_name = _("hồ sơ gửi lên")
        verbose_name_plural = _("hồ sơ gửi lên")
        indexes = [models.Index(fields=["state", "received_at"], name="submissions_queue")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}".strip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A first save gives it its code and its private link."""
        if not self.digest:
            self.give_token()
        if not self.code:
            self.code = new_code(self.received_at)
        self.folded_title = fold(self.title)[:255]
        super().save(*args, **kwargs)

    # --- the private link -----------------------------------------------------------------------
    def give_token(self) -> None:
        """A new private link; the old one leads nowhere from then on."""
        token = new_token()
        self.digest, self.sealed_token = digest_of(token), seal(SEAL, token)

    @cached_property
    def token(self) -> str:
        """26 letters of 130 random bits; '' if SECRET_KEY was lost."""
        return unseal(SEAL, self.sealed_token)

    @property
    def status_path(self) -> str:
        """Address of the status page, from the root of the site."""
        return reverse("submissions_status", args=[self.token]) if self.token else ""

    @property
    def status_url(self) -> str:
        """The same with the host, for letters and QR codes."""
        return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{self.status_path}"

    # --- words ----------------------------------------------------------------------------------
    @property
    def intake(self) -> Any:
        """What is registered for its kind (`submissions.intake.Intake`)."""
        from submissions.intake import intake_for

        return intake_for(self.kind)

    def get_kind_display(self) -> str:
        """The kind in words."""
        return str(self.intake.label)

    @property
    def is_late(self) -> bool:
        """An answer is owed and its time is over."""
        return self.state in WAITING and bool(self.due_at and self.due_at < timezone.now())

    @property
    def is_sender_known(self) -> bool:
        """Proved by letter or call, or met by the staff who keyed it in."""
        sender = getattr(self, "sender", None)
        return self.channel != Channel.WEB or bool(sender and sender.is_proved)

    @property
    def public_state(self) -> str:
        """The state as its sender may know it: a suspect reads like one just received."""
        state = State.RECEIVED if self.state == State.SUSPECT else State(self.state)
        return str(state.label)

    def move_to(self, state: str, *, at: datetime | None = None) -> None:
        """Set the state and since when; the caller saves."""
        self.state, self.state_since = state, at or timezone.now()


class Sender(models.Model):
    """Who sent it and how to reach them: a plain table of personal data, erased as a whole."""

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="sender")
    name = models.CharField(_("Họ và tên"), max_length=120)
    role = models.CharField(_("Vai trò trong đơn vị"), max_length=120, blank=True)
    phone = models.CharField(_("Số điện thoại"), max_length=20, blank=True, db_index=True)
    email = models.EmailField(_("Thư điện tử"), max_length=254, blank=True, db_index=True)
    zalo = models.CharField(_("Số Zalo"), max_length=20, blank=True)
    address = models.CharField(_("Địa chỉ"), max_length=255, blank=True)
    about = models.CharField(_("Chuyện kể về ai"), max_length=160, blank=True)
    tax_code = models.CharField(_("Mã số thuế"), max_length=14, blank=True, db_index=True)
    phone_proved_at = models.DateTimeField(_("Đã gọi xác nhận lúc"), null=True)
    phone_proved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    email_proved_at = models.DateTimeField(_("Đã xác nhận thư lúc"), null=True)
    code_digest = models.CharField(max_length=64, blank=True, editable=False)
    code_sent_at = models.DateTimeField(null=True, editable=False)
    code_tries = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("người gửi")
        verbose_name_plural = _("người gửi")
        permissions = [("see_sender", "Xem, sửa thông tin người gửi hồ sơ")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_proved(self) -> bool:
        """Somebody answered at one of the addresses."""
        return bool(self.phone_proved_at or self.email_proved_at)

    @property
    def phone_shown(self) -> str:
        """In groups."""
        return format_phone(self.phone) if self.phone else ""

    @property
    def phone_masked(self) -> str:
        """`0912 345 ***`: enough for its owner to know it."""
        return f"{self.phone_shown[:-3]}***" if self.phone else ""

    @property
    def email_masked(self) -> str:
        """`n***@mau.example`: who holds the link need not learn the whole of it."""
        local, _at, host = self.email.partition("@")
        return f"{local[:1]}***@{host}" if host else ""


class Result(models.Model):
    """A page a submission became, or changed."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="results")
    page = models.ForeignKey(
        "core.BasePage", on_delete=models.CASCADE, related_name="came_from", null=True
    )
    made = models.BooleanField(default=True, help_text="made by it, rather than changed")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("trang từ hồ sơ")
        verbose_name_plural = _("trang từ hồ sơ")
        constraints = [
            models.UniqueConstraint(fields=["submission", "page"], name="submissions_one_result")
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} → {self.page_id}"


def new_code(moment: datetime) -> str:
    """A code to say on the telephone, `HS-26-7K4M`; random, so that it tells no order."""
    from submissions.models.settings import IntakeSettings

    prefix = IntakeSettings.load().code_prefix
    year = timezone.localtime(moment).year % 100
    for length in (4, 4, 4, 5, 6, 8):
        tail = "".join(secrets.choice(CODE_LETTERS) for _n in range(length))
        code = f"{prefix}-{year:02d}-{tail}"
        if not Submission.objects.filter(code=code).exists():
            return code
    raise RuntimeError("no free code was found")
