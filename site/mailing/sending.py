"""Sending what is queued: each row by one process, with patience, and never with an exception."""

import logging
import smtplib
from collections.abc import Iterable
from datetime import timedelta
from time import monotonic

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Case, F, IntegerField, Q, When
from django.utils import timezone

from mailing.models import OutgoingMail
from vietnamese import clean

logger = logging.getLogger(__name__)

BACK_OFF = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 360, 720, 1440, 1440))
CLAIM_LASTS = timedelta(minutes=10)
BATCH_SECONDS = 240  # well under the quarter of an hour after which the clock takes a job over
REST_SECONDS = 60
ERROR_LENGTH = 1000
_RESTING = "mailing:server-is-away"


class NotTakenError(Exception):
    """The mail backend says that it sent nothing."""


def send_due(limit: int = 100) -> int:
    """Send what is due; to be called each minute, outside any transaction.

    A server that cannot be reached ends the run after one try: the rest waits for the next one.
    Never raises.

    Args:
        limit: the most mails to try in this run.

    Returns:
        How many were sent.
    """
    try:
        OutgoingMail.objects.expired().exclude(text="", html="").update(text="", html="")
        ids = list(OutgoingMail.objects.due().values_list("pk", flat=True)[:limit])
        return _send_all(ids)
    except Exception as error:  # the message may hold an address: only its kind is logged
        logger.error("the run of outgoing mail broke off: %s", type(error).__name__)
        return 0


def send_one(mail_id: int) -> bool:
    """Send one mail if it is due; says whether it went. Never raises.

    Where the server was away within the last minute nothing is tried: `send_due` will.
    """
    try:
        return not cache.get(_RESTING) and _send_all([mail_id]) == 1
    except Exception as error:
        logger.error("mail %s could not be tried: %s", mail_id, type(error).__name__)
        return False


def forget_rest() -> None:
    """Let the next mail be tried at once, although the server was away a moment ago."""
    cache.delete(_RESTING)


def unclaimed() -> Q:
    """Rows that no living process is sending."""
    stale = Q(claimed_at__lte=timezone.now() - CLAIM_LASTS)
    return Q(claimed_at__isnull=True) | stale


def claim(mail_id: int) -> OutgoingMail | None:
    """Take a due mail by one conditional update; None if it is not due or is another's.

    A claim of a process that died is taken over after ten minutes and counts as a failed try.
    """
    now = timezone.now()
    lost = Case(
        When(claimed_at__isnull=False, then=F("attempts") + 1),
        default=F("attempts"),
        output_field=IntegerField(),
    )
    rows = OutgoingMail.objects.due().order_by().filter(unclaimed(), pk=mail_id)
    if rows.update(claimed_at=now, attempts=lost) != 1:
        return None
    return OutgoingMail.objects.get(pk=mail_id)


def compose(mail: OutgoingMail, connection: BaseEmailBackend) -> EmailMultiAlternatives:
    """The message of a row; its Message-ID is the same at each try."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        to=[mail.to],
        connection=connection,
        headers={
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Message-ID": f"<{mail.token}@{domain.encode('idna').decode()}>",
        },
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    return message


def _send_all(ids: Iterable[int]) -> int:
    """Send the mails over one connection, as long as the server answers and time is left."""
    sent, until = 0, monotonic() + BATCH_SECONDS
    connection = get_connection()
    try:
        for mail_id in ids:
            if monotonic() > until:
                break
            if (mail := claim(mail_id)) is None:
                continue
            error = _deliver(mail, connection)
            if error is None:
                _record_sent(mail)
                sent += 1
                continue
            _record_failure(mail, error)
            _close(connection)  # the next mail begins anew
            if _server_is_away(error):
                cache.set(_RESTING, True, REST_SECONDS)
                break
    finally:
        _close(connection)
    return sent


def _deliver(mail: OutgoingMail, connection: BaseEmailBackend) -> Exception | None:
    """Hand the mail to the server; what went wrong, or None."""
    try:
        connection.open()
        if connection.send_messages([compose(mail, connection)]) == 0:
            raise NotTakenError
    except Exception as error:
        return error
    return None


def _server_is_away(error: Exception) -> bool:
    """Whether the next mail would fail alike: not if only this one or its address was refused."""
    about_this_mail = (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError)
    return isinstance(error, OSError) and not isinstance(error, about_this_mail)


def _record_sent(mail: OutgoingMail) -> None:
    now = timezone.now()
    OutgoingMail.objects.filter(pk=mail.pk).update(
        sent_at=now, given_up_at=None, claimed_at=None, text="", html="", error=""
    )


def _record_failure(mail: OutgoingMail, error: Exception) -> None:
    """Set the next try, or give up after the last; the error's own words stay in the row."""
    now, failed = timezone.now(), mail.attempts + 1
    gives_up = failed > len(BACK_OFF)
    outcome = (
        {"given_up_at": now} if gives_up else {"next_try_at": now + BACK_OFF[failed - 1]}
    )  # the claim in the filter: what another process took over is left to it
    OutgoingMail.objects.filter(pk=mail.pk, claimed_at=mail.claimed_at).update(
        attempts=failed,
        claimed_at=None,
        error=clean(f"{type(error).__name__}: {error}", multiline=True)[:ERROR_LENGTH],
        **outcome,
    )
    level = logging.ERROR if gives_up else logging.WARNING
    words = (mail.pk, mail.kind, failed, type(error).__name__)
    logger.log(level, "mail %s (%s) failed for the %s. time: %s", *words)


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except Exception as error:
        logger.info("the mail connection did not close: %s", type(error).__name__)
