"""Where editors keep words that mean the same."""

from django.utils.translation import gettext_lazy as _

from core.viewsets import SmallTableViewSet
from search.models import Synonym


class SynonymViewSet(SmallTableViewSet):
    """Groups of synonyms."""

    model = Synonym
    icon = "search"
    menu_label = _("Từ cùng nghĩa")
    list_display = ["words", "is_active", "note"]
    list_filter = ["is_active"]
    search_fields = ["words"]
