"""Where editors keep the names of bodies."""

from django.utils.translation import gettext_lazy as _

from core.viewsets import SmallTableViewSet
from proofing.models import OfficialName


class OfficialNameViewSet(SmallTableViewSet):
    """The glossary."""

    model = OfficialName
    icon = "title"
    menu_label = _("Tên cơ quan")
    list_display = ["name"]
    search_fields = ["name"]
