"""The forms of the sign-in, on top of allauth's."""

import logging
from typing import Any

from allauth.account import forms as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.conf import settings
from django.contrib.auth import logout
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from accounts.backends import user_by_email
from accounts.tasks import send_password_link

logger = logging.getLogger(__name__)

CODE_LIVES = 120
"""Seconds for which a code could be typed a second time: its own half minute and its neighbours."""


class SignInForm(account.LoginForm):
    """Name or address, password, and whether to stay signed in on this machine."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Tên đăng nhập hoặc thư điện tử")
        self.fields["login"].max_length = 254

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Sign in, or go on to the second factor; the session lasts as `accounts.sessions` says."""
        if request.user.is_authenticated:
            logout(request)  # nothing of the one before stays
        answer = super().login(request, redirect_url=redirect_url)
        stays = bool(self.cleaned_data["remember"])
        request.session["remembered"] = stays
        request.session.set_expiry(settings.SESSION_REMEMBERED_AGE if stays else 0)
        return answer


class PasswordLinkForm(account.ResetPasswordForm):
    """Asks for the letter with the link. Whether there is such an account shows nowhere."""

    def clean_email(self) -> str:
        """Any address will do."""
        return self.cleaned_data["email"]

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """The same work for every address: one look, one task. A broken queue is only logged."""
        email = self.cleaned_data["email"]
        user = user_by_email(email)
        try:
            send_password_link.enqueue(user.pk if user else 0)
        except Exception as error:
            logger.error("a password link could not be queued: %s", type(error).__name__)
        return email


class PasswordTokenForm(account.UserTokenForm):
    """The link in the letter; none opens an account that was closed."""

    def _get_user(self, uidb36: str) -> Any:
        user = super()._get_user(uidb36)
        return user if user and user.is_active else None


class _OnceOnly:
    """A code of the telephone counts once, also in the neighbouring half minutes it is taken in."""

    def clean_code(self) -> str:
        code = super().clean_code()  # type: ignore[misc]
        if self.authenticator.type == Authenticator.Type.TOTP:  # type: ignore[attr-defined]
            digits = "".join(filter(str.isdigit, code))
            used = salted_hmac("accounts.code", f"{self.authenticator.pk}/{digits}").hexdigest()  # type: ignore[attr-defined]
            if not cache.add(f"code-used:{used}", True, CODE_LIVES):
                raise get_adapter().validation_error("incorrect_code")
        return code


class CodeForm(_OnceOnly, mfa.AuthenticateForm):
    """The second step of a sign-in."""


class CodeAgainForm(_OnceOnly, mfa.ReauthenticateForm):
    """The same, before something delicate."""


class SetUpForm(ActivateTOTPForm):
    """The first code of a telephone."""

    @property
    def spaced_secret(self) -> str:
        """The key as people type it: in fours."""
        return " ".join(self.secret[at : at + 4] for at in range(0, len(self.secret), 4))
