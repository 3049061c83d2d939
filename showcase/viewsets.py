"""Where editors keep terms, contacts and founders. Contacts and founders are no page fields."""

from django.utils.translation import gettext_lazy as _

from core.viewsets import PeopleViewSet, SmallTableViewSet
from showcase.models import Contact, Founder, Neighbourhood, Sector


class SectorViewSet(SmallTableViewSet):
    """Sectors."""

    model = Sector
    icon = "list-ul"
    menu_label = _("Lĩnh vực")
    list_display = ["name", "slug"]
    search_fields = ["name"]


class NeighbourhoodViewSet(SmallTableViewSet):
    """Neighbourhoods with the unit they belonged to before."""

    model = Neighbourhood
    icon = "site"
    menu_label = _("Tổ dân phố, thôn")
    list_display = ["name", "former_unit"]
    search_fields = ["name", "former_unit"]


class ContactViewSet(PeopleViewSet):
    """Ways to reach a startup, each public only with consent."""

    model = Contact
    icon = "mobile-alt"
    menu_label = _("Liên hệ của nhà làm")
    list_display = ["startup", "kind", "label", "is_public", "updated_at"]
    list_filter = ["kind", "is_public"]
    search_fields = ["label", "startup__title"]
    inspect_view_enabled = False


class FounderViewSet(PeopleViewSet):
    """People behind a startup, named only with consent."""

    model = Founder
    icon = "user"
    menu_label = _("Người sáng lập")
    list_display = ["name", "startup", "role", "is_public", "updated_at"]
    list_filter = ["is_public"]
    search_fields = ["name", "startup__title"]
