"""Models of submissions."""

from submissions.models.consent import Consent, ConsentText, Purpose
from submissions.models.draft import Draft
from submissions.models.files import SubmissionFile
from submissions.models.history import Event, FieldNote, Version
from submissions.models.page import SubmissionPage
from submissions.models.rights import DataRequest
from submissions.models.settings import EventCode, IntakeSettings
from submissions.models.submission import Result, Sender, Submission

__all__ = [
    "Consent",
    "ConsentText",
    "DataRequest",
    "Draft",
    "Event",
    "EventCode",
    "FieldNote",
    "IntakeSettings",
    "Purpose",
    "Result",
    "Sender",
    "Submission",
    "SubmissionFile",
    "SubmissionPage",
    "Version",
]
