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
from workflow.services.withdrawal import (
    make_draft_again,
    put_to_rest,
    wake,
    withdraw,
    withdraw_on_request,
)

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
    "put_to_rest",
    "review_urgent",
    "send_small_fix",
    "setup_routes",
    "small_fix_hindrance",
    "submit",
    "take_back",
    "wake",
    "withdraw",
    "withdraw_on_request",
]
