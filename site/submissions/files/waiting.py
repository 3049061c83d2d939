"""Files the scanner could not look at when they came: asked about again until it answers."""

import logging

from django.db import transaction
from django.utils.translation import gettext as _

from submissions.files import scanning
from submissions.models import Event, Submission, SubmissionFile
from submissions.services import letters
from submissions.services.record import note

logger = logging.getLogger(__name__)

State = SubmissionFile.State


def scan_waiting() -> int:
    """Scan what waits, oldest first; gives how many are decided.

    Where the operator has taken the scanner away, files that wait for it are let through as any
    new file is.
    """
    waiting = SubmissionFile.objects.filter(state=State.WAITING).order_by("created_at", "pk")
    done = 0
    for file in waiting.select_related("submission"):
        try:
            infected = scanning.is_set() and _is_infected(file)
        except scanning.ScannerAway:
            break
        except (scanning.NotScanned, OSError) as fault:
            logger.error("file %s could not be scanned: %s", file.pk, fault)
            continue
        done += 1
        if infected:
            _put_away(file)
        else:
            SubmissionFile.objects.filter(pk=file.pk, state=State.WAITING).update(state=State.CLEAN)
    return done


def _is_infected(file: SubmissionFile) -> bool:
    with file.file.open() as stored:
        return scanning.is_infected(stored)


@transaction.atomic
def _put_away(file: SubmissionFile) -> None:
    """The bytes go; the row stays, and with it a word to the sender and to who reads it."""
    logger.warning("file %s is infected and was deleted", file.pk)
    file.state = State.INFECTED
    file.drop_bytes()
    file.save(update_fields=["state", "file", "size"])
    if file.submission is None:
        return
    words = _("Máy quét thấy mã độc trong tệp “%s”. Tệp đã bị xóa; hãy quét máy và gửi tệp khác.")
    event = note(file.submission, Event.Kind.MESSAGE, words % file)
    submission = Submission.objects.select_for_update().get(pk=file.submission_id)
    submission.risks = [*submission.risks, _("Có tệp nhiễm mã độc, đã xóa")]
    submission.save(update_fields=["risks"])
    letters.message(submission, event.text)
