"""The user model."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A member of staff. Deactivated when leaving, never deleted: the record keeps the name."""

    position = models.CharField(_("Chức vụ"), max_length=120, blank=True)
    phone = models.CharField(_("Điện thoại"), max_length=20, blank=True)
    is_demo = models.BooleanField(_("Tài khoản mẫu"), default=False, editable=False)

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
