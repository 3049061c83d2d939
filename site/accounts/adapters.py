"""What allauth asks of the site."""

import io
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from accounts import letters
from accounts.backends import user_by_login
from core.seals import seal, unseal
from core.throttle import client_network

SEAL = "accounts.totp"

WRONG = _("Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy gõ lại.")
LETTERS = {
    "mfa/email/totp_activated": letters.second_factor_on,
    "mfa/email/totp_deactivated": letters.second_factor_off,
    "mfa/email/recovery_codes_generated": letters.recovery_codes_made,
}
SAID = {
    "account/messages/password_changed.txt": _("Đã đổi mật khẩu."),
    "mfa/messages/totp_activated.txt": _("Đã bật lớp xác thực thứ hai."),
    "mfa/messages/totp_deactivated.txt": _("Đã tắt lớp xác thực thứ hai."),
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators; answers tell nothing; letters go through our queue."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG,
        "email_password_mismatch": WRONG,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Pages answer with pages, whatever a header says."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """A mark of the reader's network, for counting: the address itself is kept nowhere."""
        day = timezone.localdate().isoformat()
        return salted_hmac("accounts.network", f"{day}/{client_network(request)}").hexdigest()[:32]

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """One count for one account, by whichever of its names it is tried."""
        login = credentials.get("username") or credentials.get("email") or ""
        user = user_by_login(login)
        return f"account:{user.pk}" if user else f"login:{login.lower()}"

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who signed in a moment ago need not type the password again."""
        request = context.request
        records = get_authentication_records(request, request.user)
        now = timezone.now().timestamp()
        return not records or now - records[-1]["at"] >= REAUTHENTICATION_TIMEOUT

    def set_password(self, user: Any, password: str) -> None:
        """Changed or set anew: the person is told."""
        super().set_password(user, password)
        letters.password_changed(user)

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: Any = None, email: Any = None
    ) -> None:
        """Our letters; what has none is told elsewhere."""
        if write := LETTERS.get(template_prefix):
            write(user)

    def add_message(  # noqa: PLR0917
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Only what is news to the one who did it."""
        if text := message or SAID.get(message_template or ""):
            messages.add_message(request, level, text, extra_tags=extra_tags)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """To what else there is to the account."""
        return reverse("mfa_index")


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keys of telephones and codes are encrypted in the database."""

    def get_totp_label(self, user: Any) -> str:
        """How the telephone names the account."""
        return str(user.get_username())

    def get_totp_issuer(self) -> str:
        """How the telephone names the site."""
        return str(settings.WAGTAIL_SITE_NAME)

    def build_totp_svg(self, url: str) -> str:
        """Drawn into the page: the policy lets no picture in by `data:`."""
        out = io.BytesIO()
        segno.make(url, error="m").save(
            out, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=3, light="#fff",
            title=str(_("Mã QR để quét bằng ứng dụng xác thực")), svgclass="qr-code",
            lineclass=None,
        )  # fmt: skip
        return out.getvalue().decode()

    def encrypt(self, text: str) -> str:
        """With a key made of SECRET_KEY."""
        return seal(SEAL, text)

    def decrypt(self, encrypted_text: str) -> str:
        """Also what was encrypted before SECRET_KEY was changed (SECRET_KEY_FALLBACKS)."""
        return unseal(SEAL, encrypted_text)
