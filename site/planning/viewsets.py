"""Where staff keep the templates of usual pieces."""

from django.utils.translation import gettext_lazy as _

from core.viewsets import SmallTableViewSet
from planning.models import PieceTemplate


class PieceTemplateViewSet(SmallTableViewSet):
    """Templates."""

    model = PieceTemplate
    icon = "doc-full"
    menu_label = _("Bài mẫu")
    list_display = ["name", "kind", "description"]
    list_filter = ["kind"]
    search_fields = ["name"]
