"""Where the texts of consent are kept, version by version."""

from django.utils.translation import gettext_lazy as _

from core.viewsets import SmallTableViewSet
from submissions.models import ConsentText


class ConsentTextViewSet(SmallTableViewSet):
    """Texts of consent. A new wording is a new version."""

    model = ConsentText
    icon = "doc-full"
    menu_label = _("Lời xin đồng ý")
    list_display = ["purpose", "version", "in_use_from"]
    list_filter = ["purpose"]
