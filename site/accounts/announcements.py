"""Notices what changes at an account, has its owner told, marks sessions that passed the factor.

Nothing is told before the first sign-in: until then there is the invitation.
"""

from functools import partial
from typing import Any

from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_used
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models.signals import m2m_changed, post_save, pre_save
from django.utils.translation import gettext as _

from accounts import letters, second_factor

OPERATOR = "Vận hành kỹ thuật"


def connect() -> None:
    """Called once when the app is ready."""
    user_model = get_user_model()
    through = user_model.groups.through
    pre_save.connect(_look, sender=user_model, dispatch_uid="accounts.look")
    post_save.connect(_tell, sender=user_model, dispatch_uid="accounts.tell")
    m2m_changed.connect(_roles, sender=through, dispatch_uid="accounts.roles")
    post_save.connect(_set_up, sender=Authenticator, dispatch_uid="accounts.set_up")
    authenticator_used.connect(_passed, dispatch_uid="accounts.passed")


# --- address and roles ---------------------------------------------------------------------------
def _look(instance: Any, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    """What stood there before."""
    instance.before = None
    if raw or not instance.pk or (update_fields and "email" not in update_fields):
        return
    known = get_user_model().objects.filter(pk=instance.pk)
    instance.before = known.values("email", "is_superuser").first()


def _tell(instance: Any, **kwargs: Any) -> None:
    before = instance.before
    if before is None:
        return
    if before["email"].lower() != instance.email.lower():
        letters.email_changed(instance, before["email"])
    if before["is_superuser"] != instance.is_superuser and instance.last_login:
        gone, new = ([], [_(OPERATOR)]) if instance.is_superuser else ([_(OPERATOR)], [])
        letters.roles_changed(instance, gone, new)


def _roles(instance: Any, action: str, reverse: bool, pk_set: Any, **kwargs: Any) -> None:
    """One letter for one change, also where it takes away and gives."""
    if not action.startswith("pre_"):
        return
    if not reverse:
        users = [instance]
    elif pk_set is None:  # the group is emptied
        users = list(instance.user_set.all())
    else:
        users = list(get_user_model().objects.filter(pk__in=pk_set))
    for user in users:
        if user.last_login and not hasattr(user, "roles_before"):
            user.roles_before = _names(user)
            transaction.on_commit(partial(_tell_roles, user))


def _tell_roles(user: Any) -> None:
    before = user.__dict__.pop("roles_before")
    now = _names(user)
    if before != now:
        letters.roles_changed(user, sorted(before - now), sorted(now - before))


def _names(user: Any) -> set[str]:
    return set(Group.objects.filter(user=user).values_list("name", flat=True))


# --- the second factor ---------------------------------------------------------------------------
def _set_up(instance: Any, created: bool, **kwargs: Any) -> None:
    """The session that sets it up has passed it; all others have not."""
    request = context.request
    if created and instance.type == Authenticator.Type.TOTP and request is not None:
        second_factor.mark(request, instance.user)


def _passed(request: Any, user: Any, authenticator: Any, **kwargs: Any) -> None:
    second_factor.mark(request, user)
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        authenticator.refresh_from_db()  # the one at hand does not know what was just used
        letters.recovery_code_used(user, len(authenticator.wrap().get_unused_codes()))
