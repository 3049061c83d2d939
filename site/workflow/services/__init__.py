"""What the editorial work consists of, one verb each."""

from workflow.services.decisions import (
    AlreadyDecided,
    ContentChanged,
    DecisionError,
    NotAllowed,
    decide,
    submit,
    take_back,
)
from workflow.services.publishing import (
    publish_approved,
    publish_by_system,
    publish_due,
    publish_urgently,
    review_urgent,
)
from workflow.services.setup import setup_routes
from workflow.services.small import send_small_fix, small_fix_hindrance
from workflow.services.withdrawal import make_draft_again, withdraw

__all__ = [
    "AlreadyDecided",
    "ContentChanged",
    "DecisionError",
    "NotAllowed",
    "decide",
    "make_draft_again",
    "publish_approved",
    "publish_by_system",
    "publish_due",
    "publish_urgently",
    "review_urgent",
    "send_small_fix",
    "setup_routes",
    "small_fix_hindrance",
    "submit",
    "take_back",
    "withdraw",
]
