"""What the admin screens of submissions have in common."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic.base import ContextMixin, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from submissions.models import Submission
from submissions.rights import readable_kinds, submissions_for

SEE_SENDER = "submissions.see_sender"


def may_enter(user: Any) -> bool:
    """Whoever reads submissions of any kind."""
    return bool(readable_kinds(user))


class ForReaders(WagtailAdminTemplateMixin, ContextMixin, View):
    """A screen for those who read submissions; under the queue in the trail."""

    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Nobody else."""
        if not may_enter(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, the queue, what lies between, here."""
        queue = {"url": reverse("submissions_queue"), "label": _("Hồ sơ gửi lên")}
        between = [{"url": url, "label": label} for url, label in self.between()]
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), queue, *between, here]

    def between(self) -> list[tuple[str, str]]:
        """Addresses and names of the screens on the way."""
        return []


class OfASubmission(ForReaders):
    """A screen with one submission; others' are not found."""

    @cached_property
    def submission(self) -> Submission:
        """That of the address."""
        rows = submissions_for(self.request.user).select_related("sender", "reader", "subject")
        if found := rows.filter(pk=self.kwargs["pk"]).first():
            return found
        raise Http404

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """With personal data on it: kept by nobody on the way."""
        answer = super().dispatch(request, *args, **kwargs)
        answer["Cache-Control"] = "no-store, private"
        return answer

    def get_page_subtitle(self) -> str:
        """Which."""
        return str(self.submission)
