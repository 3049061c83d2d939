"""Registrations of submissions with the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from submissions.viewsets import ConsentTextViewSet, EventCodeViewSet

register_snippet(ConsentTextViewSet)
register_snippet(EventCodeViewSet)


@hooks.register("register_log_actions")
def log_erasure(actions: LogActionRegistry) -> None:
    """What is written down beside the events of a submission."""
    label = _("Xóa dữ liệu của người gửi")
    actions.register_action("submissions.erase", label, label)
