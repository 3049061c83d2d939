"""Lists behind the lines of the desk."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView

from core.models import BasePage
from desk.attention import find, may_look_after, pages_for


class AttentionView(IndexView):
    """The pages of one watch, each one click from its editor."""

    model = BasePage
    header_icon = "glasses"
    index_url_name = "desk_attention"
    template_name = "desk/attention.html"
    is_searchable = False
    paginate_by = 50
    columns = [
        TitleColumn(
            "title",
            label=_("Tiêu đề"),
            get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
        ),
        Column("kind", label=_("Loại"), accessor="get_kind_display"),
        DateColumn("latest_revision_created_at", label=_("Sửa lần cuối")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only for those who look after something.

        Raises:
            PermissionDenied: for others.
            Http404: for a watch nobody registered.
        """
        if not may_look_after(request.user):
            raise PermissionDenied
        watch = find(kwargs["key"])
        if watch is None:
            raise Http404
        self.watch = watch
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """As the panel is called."""
        return str(_("Cần để mắt"))

    def get_index_url(self) -> str:
        """With the key of the watch."""
        return reverse("desk_attention", args=[self.watch.key])

    def get_index_results_url(self) -> None:
        """Neither search nor filter: nothing is fetched anew."""
        return

    def get_base_queryset(self) -> QuerySet:
        """Those this person looks after, the longest untouched first."""
        return pages_for(self.request.user, self.watch).order_by("latest_revision_created_at", "pk")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds what it is and what to do."""
        return super().get_context_data(*args, watch=self.watch, **kwargs)
