"""Several pages at once: sent for approval, never published or taken down past the workflow."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views.bulk_action import registry
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.fields import StreamField

from core.checklist import hindrances
from core.models import BasePage
from workflow.services.decisions import DecisionError, submit

NEVER = ("publish", "unpublish")


class Registry(registry.BulkActionRegistry):
    """Wagtail's, without what nobody may do with any page."""

    def _scan_for_bulk_actions(self) -> None:
        super()._scan_for_bulk_actions()
        for name in NEVER:
            self.actions.get("wagtailcore", {}).get("page", {}).pop(name, None)


def forbid_publishing() -> None:
    """From now on the two actions are neither shown nor found (404)."""
    registry.bulk_action_registry.__class__ = Registry


def hindrance(page: Any, user: Any) -> str:
    """Why this page cannot be sent just now; '' when it can."""
    page = page.specific
    if not isinstance(page, BasePage):
        return _("Loại trang này không qua xét duyệt.")
    if page.workflow_in_progress:
        return _("Bài đang ở trong quy trình.")
    if page.live and not page.has_unpublished_changes:
        return _("Bài không có gì mới.")
    tester = page.permissions_for_user(user)
    if tester.page_locked():
        return _("Bài đang khóa.")
    if not (tester.can_edit() and tester.can_submit_for_moderation()):
        return _("Bạn không gửi duyệt được bài này.")
    return unfinished(page.get_latest_revision_as_object())


def unfinished(page: Any) -> str:
    """What a form would still ask for before it is sent; '' for a whole draft."""
    try:
        page.full_clean()
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(page, field.name))
    except ValidationError:
        return _("Bài còn ô chưa điền hoặc chưa đúng: hãy mở bài và gửi từ đó.")
    for finding in hindrances(page):
        return " ".join(filter(None, (finding.text, finding.figure, finding.hint)))
    return ""


class SendBulkAction(PageBulkAction):
    """“Gửi để duyệt” of several drafts, each on the route of its type."""

    display_name = gettext_lazy("Gửi để duyệt")
    action_type = "send"
    aria_label = gettext_lazy("Gửi các trang đã chọn để duyệt")
    template_name = "workflow/admin/bulk_send.html"
    action_priority = 5

    def check_perm(self, page: Any) -> bool:
        """Only what the person could send from its own form."""
        return not hindrance(page, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Why each of the others is left out."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        for row in context["items_with_no_access"]:
            row["why"] = hindrance(row["item"], self.request.user)
        return context

    @classmethod
    def execute_action(cls, objects: list[Any], user: Any = None, **kwargs: Any) -> tuple[int, int]:
        """Send each; what another has sent meanwhile is passed over."""
        sent = 0
        for page in objects:
            try:
                submit(page=page.specific, user=user)
                sent += 1
            except DecisionError:
                continue
        return sent, 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """How many."""
        return _("Đã gửi %(n)s bài để duyệt.") % {"n": num_parent_objects}
