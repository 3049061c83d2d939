"""What Wagtail calls when the last step of a workflow is done."""

from typing import Any


def publish_approved(workflow_state: Any, user: Any = None) -> None:
    """See `workflow.services.publishing`; imported late, since Wagtail's models name this one."""
    from workflow.services.publishing import publish_approved as publish

    publish(workflow_state, user=user)
