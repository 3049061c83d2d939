"""Who is meant by what was typed, and whether the password is his."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model
from django.http import HttpRequest


def user_by_email(email: str) -> Any:
    """The account with this e-mail in any case, or None."""
    return get_user_model().objects.filter(email__iexact=email).first() if "@" in email else None


def user_by_login(login: str) -> Any:
    """The account with this e-mail or, if there is none, this user name, in any case; else None."""
    if found := user_by_email(login):
        return found
    named = list(get_user_model().objects.filter(username__iexact=login)[:2])
    if len(named) > 1:  # names of old that differ in case alone
        named = [user for user in named if user.username == login]
    return named[0] if named else None


class SignInBackend(AuthenticationBackend):
    """One account, one look at a password: every refusal takes the same time.

    allauth's own looks up to three times, and tells that an account is closed.
    """

    def _authenticate(self, request: HttpRequest | None, **credentials: Any) -> Any:
        login = credentials.get("username") or credentials.get("email") or ""
        return self._check_password(user_by_login(login), credentials["password"])

    def _check_password(self, user: Any, password: str) -> Any:
        if user is None:
            return None
        self._did_check_password = True
        good = user.check_password(password)
        return user if good and self.user_can_authenticate(user) else None
