"""The user model, leave with a substitute, and the section an editors' group works in."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser, Group
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Collection, Page


class User(AbstractUser):
    """A member of staff. Deactivated when leaving, never deleted: the record keeps the name."""

    position = models.CharField(_("Chức vụ"), max_length=120, blank=True)
    phone = models.CharField(_("Điện thoại"), max_length=20, blank=True)
    is_demo = models.BooleanField(_("Tài khoản mẫu"), default=False, editable=False)
    sessions_ended_at = models.DateTimeField(_("Đăng xuất mọi máy lúc"), null=True, editable=False)

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("email"), name="accounts_user_email_unique", condition=~Q(email="")
            )
        ]

    def get_full_name(self) -> str:
        """Family name first, as names are written in Vietnam; the log-in name if there is none."""
        return f"{self.last_name} {self.first_name}".strip() or self.username

    def __str__(self) -> str:
        return self.get_full_name()

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Changes with the password and with `sessions_ended_at`: both end every session."""
        if self.sessions_ended_at is None:
            return str(super()._get_session_auth_hash(secret=secret))
        value = f"{self.password}/{self.sessions_ended_at.timestamp()}"
        digest = salted_hmac("accounts.sessions", value, secret=secret, algorithm="sha256")
        return digest.hexdigest()


class Section(models.Model):
    """A part of the site with editors of its own: a column, the showcase, the events …

    Made, renamed and removed with its page (`accounts.sections`).
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="section")
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="section")
    collection = models.OneToOneField(Collection, on_delete=models.PROTECT, related_name="section")

    class Meta:
        verbose_name = _("mảng nội dung")
        verbose_name_plural = _("mảng nội dung")

    def __str__(self) -> str:
        return self.group.name


class LeaveQuerySet(models.QuerySet):
    """Words about absence."""

    def today(self) -> "LeaveQuerySet":
        """Running today, in Vietnam."""
        day = timezone.localdate()
        return self.filter(starts_on__lte=day, ends_on__gte=day)


class Leave(models.Model):
    """Days on which somebody is away, and who decides in the meantime."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Người nghỉ"),
        on_delete=models.CASCADE,
        related_name="leaves",
        limit_choices_to={"is_active": True},
    )
    starts_on = models.DateField(_("Từ ngày"))
    ends_on = models.DateField(_("Đến hết ngày"))
    substitute = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Người làm thay"),
        on_delete=models.CASCADE,
        related_name="substitutions",
        limit_choices_to={"is_active": True},
        help_text=_("Trong những ngày này, người làm thay duyệt và biên tập như người nghỉ."),
    )

    objects = LeaveQuerySet.as_manager()

    panels = [
        FieldPanel("user"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("substitute"),
    ]

    class Meta:
        verbose_name = _("đợt nghỉ")
        verbose_name_plural = _("nghỉ và người làm thay")
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="accounts_leave_days"
            ),
            models.CheckConstraint(
                condition=~Q(substitute=F("user")), name="accounts_leave_substitute"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.starts_on:%d/%m/%Y}–{self.ends_on:%d/%m/%Y}"

    def clean(self) -> None:
        """The last day is not before the first, and nobody stands in for himself."""
        errors = {}
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = _("Ngày cuối phải sau hoặc trùng ngày đầu.")
        if self.user_id and self.user_id == self.substitute_id:
            errors["substitute"] = _("Người làm thay phải là người khác.")
        if errors:
            raise ValidationError(errors)
