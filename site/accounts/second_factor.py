"""The second factor: who needs one, who has one, and whether a session has passed it."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from wagtail.log_actions import log

from accounts import letters
from accounts.roles import decides

MARK = "second_factor"
TAKEN_AWAY = "accounts.second_factor.take_away"


def is_demanded_of(user: Any) -> bool:
    """Whether this account must have one: who decides today, and the technical operator."""
    if not settings.SECOND_FACTOR_DEMANDED:
        return False
    if user.is_demo and not settings.SECOND_FACTOR_FOR_DEMO:
        return False
    return decides(user)


def key_of(user: Any) -> int | None:
    """The key of the telephone that is set up; None without one."""
    found = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP)
    return found.values_list("pk", flat=True).first()


def mark(request: HttpRequest, user: Any) -> None:
    """Write into the session that it has passed the factor `user` has now."""
    request.session[MARK] = [user.pk, key_of(user)]


def has_passed(request: HttpRequest, key: int) -> bool:
    """Whether this session passed the factor with this key, and not one of before."""
    return bool(request.session.get(MARK) == [request.user.pk, key])


def may_take_away(actor: Any, user: Any) -> bool:
    """An administrator for staff, the technical operator for everybody; nobody for himself."""
    if actor.pk == user.pk or not actor.has_perm("accounts.change_user"):
        return False
    return bool(actor.is_superuser or not user.is_superuser)


def take_away(*, user: Any, by: Any = None) -> bool:
    """For who lost the telephone: codes and telephone go, all sessions end, the person is told.

    Args:
        user: whose.
        by: the administrator; None for the operator's command.

    Returns:
        Whether there was anything to take.
    """
    with transaction.atomic():
        gone, _rows = Authenticator.objects.filter(user_id=user.pk).delete()
        if not gone:
            return False
        user.sessions_ended_at = timezone.now()
        user.save(update_fields=["sessions_ended_at"])
        log(instance=user, action=TAKEN_AWAY, user=by)
        letters.second_factor_taken(user, by)
    return True
