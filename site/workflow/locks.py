"""Why a page cannot be changed just now, in words."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.locks import WorkflowLock


class ReviewLock(WorkflowLock):
    """The lock of a step: says who holds the item and what its sender can do."""

    def get_message(self, user: Any) -> Any:
        """With the way to the text that is being read."""
        state = self.object.current_workflow_task_state
        if state is None or not self.for_user(user):
            return None
        since = timezone.localtime(state.started_at)
        words = _("Bài đang ở bước “%(step)s” từ %(since)s, chưa sửa được.") % {
            "step": self.task.name,
            "since": f"{since:%H:%M, %d/%m/%Y}",
        }
        more = _("Người gửi bấm “Lấy lại để sửa” ở cuối trang thì sửa tiếp được.")
        url = reverse("workflow_review", args=[state.pk])
        return format_html('{} {} <a href="{}">{}</a>', words, more, url, _("Xem bản đang chờ"))

    def get_locked_by(self, user: Any, can_lock: bool = False) -> Any:
        """Short."""
        return _("Đang chờ: %s") % self.task.name

    def get_description(self, user: Any, can_lock: bool = False) -> Any:
        """In the status panel."""
        if self.task.freezes:
            return _("Không ai sửa được cho tới khi duyệt xong hoặc người gửi lấy lại.")
        return _("Chỉ biên tập viên của mảng và người duyệt sửa được lúc này.")
