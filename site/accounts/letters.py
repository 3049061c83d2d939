"""What people are told about their own accounts. No token ever stands in a subject."""

from datetime import timedelta
from typing import Any
from urllib.parse import urljoin

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from mailing.services import queue

STRANGER = "Không phải bạn làm? Hãy báo ngay cho quản trị viên và đổi mật khẩu."


def absolute(name: str, **kwargs: Any) -> str:
    """A full address of the site."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, reverse(name, kwargs=kwargs or None))


def write(user: Any, subject: str, lead: str, *, to: str = "", **context: Any) -> Any:
    """One letter about an account; none to a closed one or to nobody's address."""
    address = to or user.email
    if not user.is_active or not address:
        return None
    expires_at = context.pop("expires_at", None)
    return queue(
        to=address,
        to_user=user,
        subject=subject,
        template="notice",
        kind=_("Tài khoản"),
        expires_at=expires_at,
        context={"name": user.get_full_name(), "lead": lead, **context},
    )


# --- the link that sets a password --------------------------------------------------------------
def password_link(user: Any) -> Any:
    """For who forgot the password, or never had one."""
    if not user.has_usable_password():
        return invite(user)
    return _with_link(
        user,
        _("Đặt lại mật khẩu"),
        _("Có người, chắc là bạn, vừa xin đặt lại mật khẩu cho tài khoản này."),
        _("Không phải bạn xin? Bỏ qua thư này, mật khẩu cũ vẫn dùng được."),
    )


def invite(user: Any) -> Any:
    """For a new account."""
    lead = _("Quản trị viên vừa mở cho bạn một tài khoản. Tên đăng nhập của bạn: %s.")
    note = _("Quá hạn thì bấm “Quên mật khẩu” ở trang đăng nhập để nhận thư mới.")
    return _with_link(user, _("Mời đặt mật khẩu"), lead % user.username, note)


def _with_link(user: Any, subject: str, lead: str, note: str) -> Any:
    seconds = settings.PASSWORD_RESET_TIMEOUT
    once = _("Liên kết dùng được một lần, trong %s giờ.") % (seconds // 3600)
    key = default_token_generator.make_token(user)
    uid = user_pk_to_url_str(user)
    return write(
        user,
        subject,
        lead,
        note=[once, note],
        button_label=_("Đặt mật khẩu"),
        button_url=absolute("account_reset_password_from_key", uidb36=uid, key=key),
        expires_at=timezone.now() + timedelta(seconds=seconds),
    )


# --- what has changed ----------------------------------------------------------------------------
def password_changed(user: Any) -> Any:
    """However it was changed."""
    return write(
        user,
        _("Mật khẩu đã đổi"),
        _("Mật khẩu tài khoản của bạn vừa được đổi. Các máy khác đã bị đăng xuất."),
        note=_(STRANGER),
    )


def email_changed(user: Any, old: str) -> None:
    """To both addresses; who has not signed in yet gets the invitation at the new one."""
    if user.last_login is None:
        if not user.has_usable_password():
            invite(user)
        return
    lead = _("Thư điện tử của tài khoản vừa được đổi. Từ nay thư gửi tới địa chỉ mới.")
    for address in {old, user.email} - {""}:
        write(user, _("Thư điện tử của tài khoản đã đổi"), lead, to=address, note=_(STRANGER))


def roles_changed(user: Any, gone: list[str], new: list[str]) -> Any:
    """What was given and what was taken."""
    lines = [_("Thêm: %s.") % name for name in new] + [_("Bớt: %s.") % name for name in gone]
    return write(
        user,
        _("Vai trò của bạn đã đổi"),
        _("Quản trị viên vừa đổi vai trò của tài khoản bạn."),
        body="\n\n".join(lines),
        note=_("Thấy không đúng? Hãy hỏi quản trị viên."),
    )


def second_factor_on(user: Any) -> Any:
    """Set up."""
    lead = _("Từ nay đăng nhập cần thêm mã từ điện thoại. Các máy khác đã bị đăng xuất.")
    return write(user, _("Đã bật lớp xác thực thứ hai"), lead, note=_(STRANGER))


def second_factor_off(user: Any) -> Any:
    """Switched off by the person."""
    lead = _("Từ nay đăng nhập chỉ cần mật khẩu.")
    return write(user, _("Đã tắt lớp xác thực thứ hai"), lead, note=_(STRANGER))


def second_factor_taken(user: Any, by: Any) -> Any:
    """Taken away by an administrator or the operator."""
    who = by.get_full_name() if by else _("Người vận hành kỹ thuật")
    lead = _("%s vừa gỡ lớp xác thực thứ hai của bạn và đăng xuất bạn khỏi mọi máy.") % who
    note = _("Bạn không nhờ việc này? Hãy báo ngay cho quản trị viên khác.")
    return write(user, _("Lớp xác thực thứ hai đã được gỡ"), lead, note=note)


def recovery_codes_made(user: Any) -> Any:
    """The old ones are void."""
    lead = _("Bộ mã dự phòng mới đã được tạo. Các mã cũ không còn dùng được.")
    return write(user, _("Đã tạo mã dự phòng mới"), lead, note=_(STRANGER))


def recovery_code_used(user: Any, left: int) -> Any:
    """One less."""
    lead = _("Có người vừa đăng nhập tài khoản này bằng mã dự phòng. Còn %s mã.") % left
    return write(user, _("Đã dùng một mã dự phòng"), lead, note=_(STRANGER))
