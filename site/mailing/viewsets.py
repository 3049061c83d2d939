"""Where people see what went out, what waits and what does not get out."""

from datetime import datetime
from typing import Any

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from mailing import services
from mailing.models import OutgoingMail, State
from vietnamese import format_date, format_time

RESEND = "mailing.change_outgoingmail"


class ReadOnly(ModelPermissionPolicy):
    """Mail is seen by those who may see it; nobody writes, changes or deletes it here."""

    def user_has_permission(self, user: object, action: str) -> bool:
        """As the model's permissions say, for seeing only."""
        return action == "view" and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: object, actions: Any) -> bool:
        """Whether seeing is among the actions, and allowed."""
        return "view" in actions and self.user_has_permission(user, "view")


class MailFilterSet(WagtailFilterSet):
    """By state and kind."""

    state = django_filters.ChoiceFilter(
        label=gettext_lazy("Tình trạng"), choices=State.choices, method="in_state"
    )

    class Meta:
        model = OutgoingMail
        fields = ["state", "kind"]

    def in_state(self, rows: Any, name: str, value: str) -> QuerySet[OutgoingMail]:
        """Rows of one state."""
        return rows.in_state(value)


def short_error(mail: OutgoingMail) -> str:
    """The beginning of the error; the whole of it stands with the mail."""
    return Truncator(mail.error).chars(90)


class ResendColumn(Column):
    """The button that has a failed mail tried at once."""

    cell_template_name = "mailing/admin/resend_cell.html"

    def get_cell_context_data(self, instance: OutgoingMail, parent_context: Any) -> dict[str, Any]:
        """With the address the button posts to and the token it needs."""
        context = super().get_cell_context_data(instance, parent_context)
        context["url"] = reverse(OutgoingMailViewSet().get_url_name("resend"), args=[instance.pk])
        context["csrf_token"] = get_token(context["request"])
        return context


class MailIndexView(IndexView):
    """The list; the button is there for those who may use it."""

    @cached_property
    def columns(self) -> list[Column]:
        """As declared, without the button for those who only read."""
        may = self.request.user.has_perm(RESEND)
        return [c for c in super().columns if may or not isinstance(c, ResendColumn)]


class MailInspectView(InspectView):
    """One mail without its words: times as they are here, a dash for what is not there."""

    def get_field_display_value(self, field_name: str, field: Any) -> Any:
        """The value as people read it."""
        value = super().get_field_display_value(field_name, field)
        if isinstance(value, datetime):
            return f"{format_time(value)}, {format_date(value)}"
        return "–" if value in (None, "") else value


@require_POST
def resend(request: HttpRequest, pk: int) -> HttpResponse:
    """Try a failed mail again at once, and lead back to the list."""
    if not request.user.has_perm(RESEND):
        raise PermissionDenied
    if services.resend(mail=get_object_or_404(OutgoingMail, pk=pk)):
        messages.success(request, _("Thư đã xếp lại hàng, gửi đi ngay trong ít phút."))
    else:
        messages.warning(request, _("Thư này không gửi lại được: đã gửi, đang gửi hoặc quá hạn."))
    return redirect(OutgoingMailViewSet().get_url_name("index"))


class OutgoingMailViewSet(ModelViewSet):
    """Outgoing mail, newest first. Its words are not shown: they may hold private links."""

    model = OutgoingMail
    icon = "mail"
    menu_label = gettext_lazy("Thư gửi đi")
    menu_hook = "register_reports_menu_item"
    menu_order = 60
    index_view_class = MailIndexView
    inspect_view_class = MailInspectView
    permission_policy = ReadOnly(OutgoingMail)
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = [
        "subject",
        "kind",
        "to",
        "to_user",
        "created_at",
        "expires_at",
        "sent_at",
        "given_up_at",
        "attempts",
        "error",
    ]
    form_fields = ["subject"]  # asked for, although there is no form
    search_fields = ["to", "subject"]
    search_backend_name = None
    filterset_class = MailFilterSet
    list_per_page = 50
    list_display = [
        "subject",
        "to",
        "kind",
        Column("state", label=gettext_lazy("Tình trạng"), accessor="state.label"),
        "attempts",
        Column("next_try_at", label=gettext_lazy("Lần gửi tới"), accessor="next_attempt_at"),
        Column("error", label=gettext_lazy("Lỗi gần nhất"), accessor=short_error),
        ResendColumn("resend", label=""),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        """The list, one mail, and the button; nothing that writes a mail."""
        kept = {"index", "index_results", "inspect"}
        known = [pattern for pattern in super().get_urlpatterns() if pattern.name in kept]
        return [*known, path("resend/<int:pk>/", resend, name="resend")]
