"""Registrations of the editorial work with the admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import (
    CancelWorkflowMenuItem,
    PublishMenuItem,
    RestartWorkflowMenuItem,
    SaveDraftMenuItem,
    SubmitForModerationMenuItem,
    UnpublishMenuItem,
)
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import WorkflowState

from accounts.roles import decides
from core.models import BasePage
from core.templatetags.format_tags import vi_datetime
from planning.calendar import HOOK as CALENDAR
from workflow import sentences
from workflow.bulk import SendBulkAction
from workflow.calendar import due_items
from workflow.panels import OverduePanel, OwedReviewsPanel, WaitingPanel
from workflow.reports import (
    PublicationReportView,
    TimesReportView,
    WaitingReportView,
    report_menu_items,
)
from workflow.services.decisions import DecisionError, take_back
from workflow.services.small import small_fix_hindrance
from workflow.views import acts, checks, reading

ACTS = {
    "lay-lai": ("workflow_take_back", acts.TakeBackView),
    "dang-khan": ("workflow_urgent", acts.UrgentView),
    "sua-nho": ("workflow_small", acts.SmallView),
    "go": ("workflow_withdraw", acts.WithdrawView),
    "ve-ban-nhap": ("workflow_draft_again", acts.DraftAgainView),
    "chia-se": ("workflow_share", reading.ShareView),
}


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    """Screens around a page, and the reports."""
    around = [
        path(f"quy-trinh/<int:page_id>/{word}/", view.as_view(), name=name)
        for word, (name, view) in ACTS.items()
    ]
    return [
        *around,
        path(
            "quy-trinh/luot/<int:state_id>/", reading.ReviewView.as_view(), name="workflow_review"
        ),
        path(
            "quy-trinh/luot/<int:state_id>/han/",
            reading.DeadlineView.as_view(),
            name="workflow_deadline",
        ),
        path(
            "quy-trinh/luot/<int:state_id>/nhac/",
            reading.RemindView.as_view(),
            name="workflow_remind",
        ),
        path(
            "quy-trinh/chia-se/<int:link_id>/thu-hoi/",
            reading.RevokeShareView.as_view(),
            name="workflow_unshare",
        ),
        path(
            "quy-trinh/xem-lai/<int:record_id>/",
            reading.ReviewUrgentView.as_view(),
            name="workflow_review_urgent",
        ),
        path(
            "quy-trinh/<int:page_id>/kiem-tra/",
            checks.ChecksOnEdit.as_view(),
            name="workflow_checks",
        ),
        path(
            "quy-trinh/kiem-tra/<slug:content_type_app_name>/<slug:content_type_model_name>/"
            "<int:parent_page_id>/",
            checks.ChecksOnCreate.as_view(),
            name="workflow_checks_new",
        ),
        *WaitingReportView.urls(),
        *TimesReportView.urls(),
        *PublicationReportView.urls(),
    ]


@hooks.register("insert_editor_js")
def editor_script() -> SafeString:
    """The checklist beside the editor."""
    return format_html('<script type="module" src="{}"></script>', static("js/admin/checks.js"))


@hooks.register("register_log_actions", order=1000)
def log_actions(actions: LogActionRegistry) -> None:
    """Sentences for the record."""
    sentences.register(actions)


@hooks.register("before_create_page")
def no_publication_while_creating(
    request: HttpRequest, parent: Any, page_class: type
) -> HttpResponse | None:
    """Under the plain root page Wagtail's own tester would publish: it becomes a draft instead."""
    if "action-publish" in request.POST:
        data = request.POST.copy()
        del data["action-publish"]
        request.POST = data
    return None


@hooks.register("before_edit_page")
def take_back_by_our_service(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Wagtail's own cancelling asks nobody whether the item has just been decided."""
    if "action-cancel-workflow" not in request.POST:
        return None
    lock = page.get_lock()
    was_locked = lock is not None and lock.for_user(request.user)
    try:
        take_back(page=page, user=request.user)
    except DecisionError as refusal:
        messages.error(request, str(refusal))
        return redirect("wagtailadmin_pages:edit", page.pk)
    messages.success(request, _("Đã lấy lại. Bạn sửa tiếp được."))
    if was_locked:
        return redirect("wagtailadmin_pages:edit", page.pk)
    data = request.POST.copy()  # what was typed is kept as a draft
    del data["action-cancel-workflow"]
    request.POST = data
    return None


@hooks.register("before_edit_page")
def tell_why_returned(request: HttpRequest, page: Any) -> None:
    """Whoever opens a returned piece reads at once what is to be mended."""
    if request.method != "GET" or "application/json" in request.headers.get("Accept", ""):
        return
    state = page.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return
    last = state.current_task_state
    words = {"name": last.finished_by, "when": vi_datetime(last.finished_at), "why": last.comment}
    messages.warning(request, _("%(name)s trả lại lúc %(when)s: “%(why)s”") % words)


class SendMenuItem(SubmitForModerationMenuItem):
    """Says what it does, whichever route the page takes."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Sent the first time, or again."""
        context = super().get_context_data(parent_context)
        page = context.get("page")
        state = page.current_workflow_state if page and page.pk else None
        context["label"] = _("Gửi lại để duyệt") if state else _("Gửi để duyệt")
        return context


class TakeBackMenuItem(CancelWorkflowMenuItem):
    """The sender's way back to writing."""

    label = _("Lấy lại để sửa")
    icon_name = "rotate"


class SaveAndSendMenuItem(SaveDraftMenuItem):
    """Two buttons side by side: keeping stays the first, so that Enter in a field never sends."""

    def __init__(self, send: SendMenuItem, order: int | None = None) -> None:
        super().__init__(order=order)
        self.send = send

    def render_html(self, parent_context: Any = None) -> Any:
        """Both."""
        both = (super().render_html(parent_context), self.send.render_html(parent_context))
        return format_html("{}{}", *both)


@hooks.register("construct_page_action_menu")
def page_actions(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Our words; sending in one click; nothing that publishes, no second way to begin anew."""
    ours = {SubmitForModerationMenuItem: SendMenuItem, CancelWorkflowMenuItem: TakeBackMenuItem}
    kept = [
        item
        for item in items
        if not isinstance(item, (PublishMenuItem, RestartWorkflowMenuItem, UnpublishMenuItem))
    ]
    items[:] = [ours[type(item)](order=item.order) if type(item) in ours else item for item in kept]
    send = next((item for item in items if isinstance(item, SendMenuItem)), None)
    if send and type(items[0]) is SaveDraftMenuItem:
        items.remove(send)
        items[0] = SaveAndSendMenuItem(send, order=items[0].order)


@hooks.register("register_page_header_buttons")
def header_buttons(page: Any, user: Any, next_url: str | None = None, view_name: str = "") -> Any:
    """The acts around a page, each only where it can be done."""
    page = page.specific
    if not isinstance(page, BasePage):
        return
    may_decide = decides(user)
    state = page.current_workflow_task_state
    can_edit = page.permissions_for_user(user).can_edit()
    draft = not page.live or page.has_unpublished_changes

    def button(label: Any, name: str, icon: str, key: int = 0) -> Button:
        url = reverse(name, args=[key or page.pk])
        return Button(label, url=url, icon_name=icon, priority=70)

    if state and can_edit:
        yield button(_("Đọc bản đang chờ"), "workflow_review", "glasses", state.pk)
    if page.scheduled_revision and page.permissions_for_user(user).can_unschedule():
        yield button(_("Bỏ hẹn, lấy lại để sửa"), "workflow_take_back", "rotate")
    if can_edit and draft:
        yield button(_("Chia sẻ bản nháp"), "workflow_share", "link")
    if can_edit and not state and page.live and not small_fix_hindrance(page):
        yield button(_("Gửi là sửa nhỏ"), "workflow_small", "edit")
    if may_decide and draft and not page.withdrawn_at:
        yield button(_("Đăng khẩn"), "workflow_urgent", "warning")
    if may_decide and page.live and not page.withdrawn_at:
        yield button(_("Gỡ bài"), "workflow_withdraw", "cross")
    if may_decide and page.withdrawn_at:
        yield button(_("Đưa về bản nháp"), "workflow_draft_again", "rotate")


@hooks.register("construct_homepage_panels")
def panels(request: HttpRequest, panels: list[Any]) -> None:
    """What waits on this person, what is owed, what is late with others."""
    stock = ("workflow_objects_to_moderate", "user_objects_in_workflow_moderation")
    panels[:] = [panel for panel in panels if panel.name not in stock]
    waiting = WaitingPanel(request.user)
    panels += [waiting, OwedReviewsPanel(), OverduePanel(request.user, waiting.states)]


hooks.register(CALENDAR, due_items)
for _item in report_menu_items():
    hooks.register("register_reports_menu_item", lambda item=_item: item)
hooks.register("register_bulk_action", SendBulkAction)
