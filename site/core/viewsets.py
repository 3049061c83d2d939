"""Where editors keep topics, tasks of the plan and free tags."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from core.models import PlanTask, Tag, Topic


class SmallTableViewSet(SnippetViewSet):
    """A table of terms or people: small, so the database itself searches it, not the index."""

    search_backend_name = None


class TopicViewSet(SmallTableViewSet):
    """Controlled topics."""

    model = Topic
    icon = "tag"
    menu_label = _("Chủ đề")
    list_display = ["name", "slug"]
    search_fields = ["name"]


class PlanTaskViewSet(SmallTableViewSet):
    """Tasks of the plan, as the letter words them."""

    model = PlanTask
    icon = "tasks"
    menu_label = _("Nhiệm vụ của kế hoạch")
    list_display = ["code", "unit", "short"]
    list_filter = ["unit"]
    search_fields = ["code", "text"]


class TagViewSet(SmallTableViewSet):
    """Free tags: to mend a spelling or take one away."""

    model = Tag
    icon = "tag"
    menu_label = _("Từ khóa")
    list_display = ["name", "slug"]
    search_fields = ["name"]
    panels = [FieldPanel("name")]
