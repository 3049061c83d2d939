"""Where the texts of consent and the codes of training evenings are kept."""

from django.utils.translation import gettext_lazy as _

from core.viewsets import SmallTableViewSet
from submissions.models import ConsentText, EventCode


class ConsentTextViewSet(SmallTableViewSet):
    """Texts of consent. A new wording is a new version."""

    model = ConsentText
    icon = "doc-full"
    menu_label = _("Lời xin đồng ý")
    list_display = ["purpose", "version", "in_use_from"]
    list_filter = ["purpose"]


class EventCodeViewSet(SmallTableViewSet):
    """Codes that lift the limit for an evening."""

    model = EventCode
    icon = "key"
    menu_label = _("Mã buổi tập huấn")
    list_display = ["name", "code", "valid_from", "valid_until"]
