"""Where the texts of consent are kept, version by version."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from submissions.models import ConsentText


class ConsentTextViewSet(SnippetViewSet):
    """Texts of consent. A new wording is a new version."""

    model = ConsentText
    icon = "doc-full"
    menu_label = _("Lời xin đồng ý")
    list_display = ["purpose", "version", "in_use_from"]
    list_filter = ["purpose"]
