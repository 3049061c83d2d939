"""Models of the routes to publication and of the one clock."""

from workflow.models.clock import DueJob
from workflow.models.links import ApprovalLink, ShareLink
from workflow.models.records import Publication
from workflow.models.settings import EditorialSettings
from workflow.models.tasks import (
    ApprovalTask,
    Priority,
    ReviewTask,
    ReviewTaskState,
    Route,
    SectionTask,
)

__all__ = [
    "ApprovalLink",
    "ApprovalTask",
    "DueJob",
    "EditorialSettings",
    "Priority",
    "Publication",
    "ReviewTask",
    "ReviewTaskState",
    "Route",
    "SectionTask",
    "ShareLink",
]
