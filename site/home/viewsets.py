"""Where the unit keeps the lines under the masthead."""

from django.utils.translation import gettext_lazy as _

from core.viewsets import SmallTableViewSet
from home.models import Notice


class NoticeViewSet(SmallTableViewSet):
    """Urgent news, planned stops, announcements."""

    model = Notice
    icon = "warning"
    menu_label = _("Dòng báo trên đầu trang")
    list_display = ["__str__", "kind", "show_from", "show_until"]
    list_filter = ["kind"]
    search_fields = ["text"]
