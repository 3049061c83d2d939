"""What editors do with the files of an open submission before they accept it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from submissions.files import services as files
from submissions.models import Event, Submission, SubmissionFile
from submissions.models.submission import OPEN
from submissions.services.record import note
from submissions.services.review import ReviewError, locked
from vietnamese import clean


@transaction.atomic
def describe(
    *, submission: Submission, file_id: int, user: Any, alt: str, has_person: bool
) -> SubmissionFile:
    """Say what is in a picture, and whether a face can be made out.

    Raises:
        ReviewError: it is decided, not the user's to read, or the picture is gone.
    """
    row = locked(submission, user, OPEN)
    file = _of(row, file_id, SubmissionFile.Kind.PICTURE)
    file.alt, file.has_person = clean(alt)[:300], has_person
    file.save(update_fields=["alt", "has_person"])
    return file


@transaction.atomic
def drop(*, submission: Submission, file_id: int, user: Any) -> None:
    """Take a file out for good; on the record, by its name.

    Raises:
        ReviewError: it is decided, not the user's to read, or the file is gone.
    """
    row = locked(submission, user, OPEN)
    file = _of(row, file_id)
    note(row, Event.Kind.NOTE, _("Bỏ tệp “%s”.") % file, by=user, public=False)
    files.drop(file)


def _of(row: Submission, file_id: int, kind: str = "") -> SubmissionFile:
    found = row.files.filter(pk=file_id).first()
    if found is None or (kind and found.kind != kind):
        raise ReviewError(_("Tệp này không còn trong hồ sơ."))
    return found
