"""Where editors keep the people of stories."""

from django.utils.translation import gettext_lazy as _

from core.viewsets import PeopleViewSet
from news.models import StoryPerson


class StoryPersonViewSet(PeopleViewSet):
    """People of stories; only those who agreed are shown anywhere."""

    model = StoryPerson
    icon = "user"
    menu_label = _("Người trong câu chuyện")
    list_display = ["name", "story", "role", "consented"]
    list_filter = ["consented"]
    search_fields = ["name", "story__title"]
