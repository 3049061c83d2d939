"""Queue a mail, send what is due, try again, clear away."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from mailing.models import ADDRESS_LENGTH, OutgoingMail
from mailing.rendering import one_line, render
from mailing.sending import forget_rest, send_due, unclaimed
from mailing.tasks import send_mail_of
from vietnamese import clean

__all__ = ["prune", "queue", "resend", "send_due"]

logger = logging.getLogger(__name__)

KEEP_BODY_FOR = timedelta(days=14)


def queue(
    *,
    to: str,
    subject: str,
    template: str,
    context: Mapping[str, Any],
    kind: str,
    to_user: AbstractBaseUser | None = None,
    key: str | None = None,
    expires_at: datetime | None = None,
) -> OutgoingMail | None:
    """Write a mail into the queue; after the commit it is tried at once, off the request.

    Args:
        to: the address. A broken one, or one with a control character, is refused and logged.
        subject: folded to one line.
        template: name in `templates/mailing/`, without ending: `notice`.
        context: values of the template.
        kind: what the mail is about, in a word or two as the admin shows it; at most 40 letters.
        to_user: whose address it is, if it is a member of staff's.
        key: what makes the mail the only one of its sort, at most 200 characters.
        expires_at: after it the mail is not sent any more.

    Returns:
        The row; None without a usable address, or if the key is queued already.

    Raises:
        TemplateDoesNotExist: for an unknown template.
    """
    address = _usable(to, kind)
    if not address or _is_queued(key):
        return None
    text, html = render(template, context)
    mail = OutgoingMail(to=address, to_user=to_user, kind=kind, key=key or None)
    mail.subject, mail.text, mail.html = one_line(subject), text, html
    mail.expires_at = expires_at
    return mail if _write(mail) else None


def resend(*, mail: OutgoingMail) -> bool:
    """Have a mail that failed tried again at once; one given up begins anew.

    Returns:
        Whether it was put back: not if it has gone, is being sent, is too late, or its words are
        no longer there.
    """
    now = timezone.now()
    alive = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
    rows = OutgoingMail.objects.troubled().filter(alive, unclaimed(), pk=mail.pk).exclude(text="")
    begun_anew = rows.filter(given_up_at__isnull=False).update(
        given_up_at=None, attempts=0, next_try_at=now, claimed_at=None
    )
    if not (begun_anew or rows.update(next_try_at=now, claimed_at=None)):
        return False
    forget_rest()
    transaction.on_commit(partial(_try_soon, mail.pk), robust=True)
    return True


def prune(days: int = 90) -> int:
    """Drop mail that was sent, given up or too late `days` ago; called each day by the clock.

    The bodies of what was given up are emptied after two weeks: they may hold private links.

    Returns:
        How many rows were dropped.
    """
    now = timezone.now()
    OutgoingMail.objects.filter(given_up_at__lte=now - KEEP_BODY_FOR).exclude(
        text="", html=""
    ).update(text="", html="")
    limit = now - timedelta(days=days)
    done = Q(sent_at__lte=limit) | Q(sent_at__isnull=True) & (
        Q(given_up_at__lte=limit) | Q(expires_at__lte=limit)
    )
    return OutgoingMail.objects.filter(done).delete()[0]


def _usable(to: str, kind: str) -> str:
    """The address, or '' if no mail can go there."""
    address = (to or "").strip(" ")
    if not address:
        return ""
    try:
        validate_email(address)
        if clean(address) != address or len(address) > ADDRESS_LENGTH:
            raise ValidationError("")
    except ValidationError:
        logger.warning("a mail (%s) was not queued: its address cannot be used", kind)
        return ""
    return address


def _is_queued(key: str | None) -> bool:
    return bool(key) and OutgoingMail.objects.filter(key=key).exists()


def _write(mail: OutgoingMail) -> bool:
    """Save the row and have it tried; False if another process queued its key in the meantime."""
    try:
        with transaction.atomic():
            mail.save(force_insert=True)
    except IntegrityError:
        if _is_queued(mail.key):
            return False
        raise
    transaction.on_commit(partial(_try_soon, mail.pk), robust=True)
    return True


def _try_soon(mail_id: int) -> None:
    """Hand the mail to the background; a queue that is away leaves it to the clock."""
    try:
        send_mail_of.enqueue(mail_id)
    except Exception as error:
        logger.error("mail %s waits for the clock: %s", mail_id, type(error).__name__)
