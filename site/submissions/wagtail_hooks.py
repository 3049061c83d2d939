"""Registrations of submissions with the admin."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from submissions.panels import SubmissionsPanel
from submissions.services.vouching import VOUCHED
from submissions.views import assisted, files, material, people, queue, requests, review
from submissions.viewsets import ConsentTextViewSet, EventCodeViewSet

register_snippet(ConsentTextViewSet)
register_snippet(EventCodeViewSet)


@hooks.register("register_admin_urls")
def file_urls() -> list[Any]:
    """Files of a submission, for who reads it."""
    one = "ho-so/<int:pk>/tep/<int:file_pk>/"
    small = {"small": True}
    return [
        path(one, files.reviewed_file, name="submissions_file"),
        path(f"{one}nho/", files.reviewed_file, small, name="submissions_file_thumb"),
        path(f"{one}mo-ta/", material.DescribeFileView.as_view(), name="submissions_file_describe"),
        path(f"{one}bo/", material.DropFileView.as_view(), name="submissions_file_drop"),
    ]


@hooks.register("register_admin_urls")
def review_urls() -> list[Any]:
    """The queue, one submission and the acts on it, keying in, requests about data."""
    one, keying = "ho-so/<int:pk>/", "ho-so/nhap-ho/"
    acts = [
        path(f"{one}{word}/", review.ActView.as_view(act=word), name=name)
        for word, (name, _do, _done) in review.ACTS.items()
    ]
    results = queue.QueueView.as_view(results_only=True)
    return [
        path("ho-so/", queue.QueueView.as_view(), name="submissions_queue"),
        path("ho-so/ket-qua/", results, name="submissions_queue_results"),
        path(keying, assisted.AssistedIndexView.as_view(), name="submissions_assisted_index"),
        path(f"{keying}<slug:kind>/", assisted.AssistedView.as_view(), name="submissions_assisted"),
        path(
            "ho-so/yeu-cau/<int:pk>/",
            requests.RequestView.as_view(),
            name="submissions_data_request",
        ),
        path(one, review.ReviewView.as_view(), name="submissions_review"),
        path(f"{one}nguoi-gui/", people.SenderView.as_view(), name="submissions_sender"),
        *acts,
    ]


class QueueMenuItem(MenuItem):
    """With the number that waits, for those who read any."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Contributors and reporters never see it."""
        return queue.may_enter(request.user)

    def render_component(self, request: HttpRequest) -> Any:
        """`Hồ sơ gửi lên (3)`."""
        item = super().render_component(request)
        if count := queue.waiting_count(request.user):
            item.label = _("%(label)s (%(count)d)") % {"label": self.label, "count": count}
        return item


@hooks.register("register_admin_menu_item")
def queue_menu_item() -> MenuItem:
    """Below the contents."""
    url = reverse_lazy("submissions_queue")
    return QueueMenuItem(_("Hồ sơ gửi lên"), url, name="ho-so", icon_name="mail", order=120)


@hooks.register("construct_homepage_panels")
def panels(request: HttpRequest, panels: list[Any]) -> None:
    """What was sent in and waits."""
    panels.append(SubmissionsPanel())


@hooks.register("insert_global_admin_css")
def style() -> SafeString:
    """Of queue, review and keying in."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/intake.css"))


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """Sentences for the record."""
    people.register_log(actions)
    label = _("Xóa dữ liệu của người gửi")
    actions.register_action("submissions.erase", label, label)
    label = _("Xác nhận người gửi thuộc đơn vị")
    actions.register_action(VOUCHED, label, label)
