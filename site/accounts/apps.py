"""App configuration of accounts, and of Wagtail's own user screens."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Tài khoản")
    default = True

    def ready(self) -> None:
        from accounts import announcements, sessions, signals

        signals.connect()
        sessions.connect()
        announcements.connect()


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's user screens with our form, and without deletion."""

    user_viewset = "accounts.viewsets.UserViewSet"
