"""The sign-in: those of allauth's views this site has a use for, under its names.

There is no sign-up, no address of mail to add and no other account to sign in with. What stands
below `key/` is masked in every log: `config.logs.PRIVATE_PATHS`.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import path, re_path
from django.views.generic import RedirectView

from accounts.views import private

OWN = [
    ("", RedirectView.as_view(pattern_name="mfa_index"), "account_index"),
    ("dang-nhap/", account.login, "account_login"),
    ("dang-xuat/", account.logout, "account_logout"),
    ("xac-nhan/", account.reauthenticate, "account_reauthenticate"),
    ("mat-khau/", account.password_change, "account_change_password"),
    ("mat-khau/quen/", account.password_reset, "account_reset_password"),
    ("mat-khau/da-gui/", account.password_reset_done, "account_reset_password_done"),
    ("mat-khau/da-dat/", account.password_reset_from_key_done,
     "account_reset_password_from_key_done"),
    ("hai-lop/", mfa.index, "mfa_index"),
    ("hai-lop/ma/", mfa.authenticate, "mfa_authenticate"),
    ("hai-lop/xac-nhan/", mfa.reauthenticate, "mfa_reauthenticate"),
    ("hai-lop/bat/", totp.activate_totp, "mfa_activate_totp"),
    ("hai-lop/tat/", totp.deactivate_totp, "mfa_deactivate_totp"),
    ("hai-lop/ma-du-phong/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    ("hai-lop/ma-du-phong/tao-moi/", codes.generate_recovery_codes,
     "mfa_generate_recovery_codes"),
    ("hai-lop/ma-du-phong/tai-ve/", codes.download_recovery_codes,
     "mfa_download_recovery_codes"),
]  # fmt: skip

urlpatterns = [
    *(path(f"tai-khoan/{where}", private(view), name=name) for where, view, name in OWN),
    re_path(
        r"^tai-khoan/mat-khau/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        private(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
]
