"""Where editors keep topics, tasks of the plan and free tags."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.models import PlanTask, Tag, Topic


class SmallTableViewSet(SnippetViewSet):
    """A table of terms or people: small, so the database itself searches it, not the index."""

    search_backend_name = None


class GuardedChooser(SnippetChooserViewSet):
    """Wagtail's choosers are open to everybody in the admin; this one asks for the right to see."""

    def get_urlpatterns(self) -> list[URLPattern]:
        """Each view behind the model's permissions."""
        policy = self.model.snippet_viewset.permission_policy

        def guarded(pattern: URLPattern) -> Callable[..., HttpResponse]:
            verbs = ["add"] if pattern.name == "create" else ["add", "change", "view"]

            @wraps(pattern.callback)
            def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
                if not policy.user_has_any_permission(request.user, verbs):
                    raise PermissionDenied
                return pattern.callback(request, *args, **kwargs)

            return checked

        return [
            path(str(pattern.pattern), guarded(pattern), name=pattern.name)
            for pattern in super().get_urlpatterns()
        ]


class PeopleViewSet(SmallTableViewSet):
    """A table about people: nothing of it is shown to those who may not see it."""

    chooser_viewset_class = GuardedChooser


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
