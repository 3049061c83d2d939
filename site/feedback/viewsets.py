"""Where editors read what readers wrote."""

from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies import ModelPermissionPolicy

from core.viewsets import PeopleViewSet
from feedback.models import Remark


class ReadAndDelete(ModelPermissionPolicy):
    """Nobody writes or changes a reader's words; they can be read and taken away."""

    def user_has_permission(self, user: object, action: str) -> bool:
        """As the model's permissions say, without adding and changing."""
        return action not in ("add", "change") and bool(super().user_has_permission(user, action))


class RemarkViewSet(PeopleViewSet):
    """Sentences of readers, newest first."""

    model = Remark
    icon = "comment"
    menu_label = _("Lời nhắn của bạn đọc")
    list_display = ["text", "page", "useful", "sent_on"]
    list_filter = ["page", "useful", "sent_on"]
    search_fields = ["text"]
    list_export = ["sent_on", "page", "useful", "text"]
    inspect_view_enabled = True
    copy_view_enabled = False
    permission_policy = ReadAndDelete(Remark)
