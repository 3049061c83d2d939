"""One act on one page: what the screens of the admin have in common, and the plain ones."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts.roles import decides
from core.models import BasePage
from workflow import forms
from workflow.diff import changes_since_live
from workflow.services import decisions, publishing, small, withdrawal
from workflow.services.decisions import DecisionError


class ActView(WagtailAdminTemplateMixin, FormView):
    """One act on one page: a form, a refusal beside it, and back to the editor."""

    template_name = "workflow/admin/act.html"
    header_icon = "clipboard-list"
    button = _("Đồng ý")
    button_class = ""
    done = _("Đã xong.")
    lead = ""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """The page, as its own type."""
        super().setup(request, *args, **kwargs)
        self.item = self.get_item()

    def get_item(self) -> Any:
        """The page of the address."""
        return get_object_or_404(BasePage, pk=self.kwargs["page_id"]).specific

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only those who may."""
        if not self.may():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may(self) -> bool:
        """Whether this person may see the screen."""
        return bool(self.item.permissions_for_user(self.request.user).can_edit())

    def get_page_subtitle(self) -> str:
        """Which page it is about."""
        return str(self.item.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Home, the page, the act."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.item.pk])
        here = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), {"url": edit, "label": str(self.item)}, here]

    def get_success_url(self) -> str:
        """Back to the editor."""
        return reverse("wagtailadmin_pages:edit", args=[self.item.pk])

    def act(self, data: dict[str, Any]) -> None:
        """The one service call; `DecisionError` says why not."""
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        """Act; a refusal stands beside the form with everything typed."""
        try:
            self.act(form.cleaned_data)
        except DecisionError as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the one template needs."""
        return super().get_context_data(
            item=self.item,
            button=self.button,
            button_class=self.button_class,
            lead=self.lead,
            back_url=reverse("wagtailadmin_pages:edit", args=[self.item.pk]),
            **kwargs,
        )


class TakeBackView(ActView):
    """The sender writes on."""

    page_title = _("Lấy lại để sửa")
    form_class = forms.ConfirmForm
    lead = _("Bài ra khỏi quy trình và trở về bản nháp. Sửa xong, bạn gửi lại từ đầu.")
    button = _("Lấy lại để sửa")
    done = _("Đã lấy lại. Bạn sửa tiếp được.")

    def act(self, data: dict[str, Any]) -> None:
        """Out of the workflow, or off the schedule."""
        decisions.take_back(page=self.item, user=self.request.user)


class ForDeciders(ActView):
    """Approvers and administrators."""

    def may(self) -> bool:
        """Whether this person is one."""
        return decides(self.request.user)


class UrgentView(ForDeciders):
    """Publish now, look again later."""

    page_title = _("Đăng khẩn")
    form_class = forms.UrgentForm
    lead = _(
        "Bản nháp mới nhất lên trang ngay, không qua duyệt. Trong 24 giờ một người duyệt khác phải "
        "xem lại; lần đăng này được đếm và ghi vào nhật ký."
    )
    button = _("Đăng khẩn ngay")
    button_class = "serious"
    done = _("Đã đăng khẩn. Bài đang chờ người khác xem lại.")

    def act(self, data: dict[str, Any]) -> None:
        """Past the workflow, on the record."""
        publishing.publish_urgently(page=self.item, user=self.request.user, reason=data["reason"])


class SmallView(ActView):
    """A slip of the pen in what is public."""

    template_name = "workflow/admin/small.html"
    page_title = _("Gửi là sửa nhỏ")
    form_class = forms.ConfirmForm
    lead = _("Chỉ cần một người duyệt, vì tiêu đề, ảnh, con số và văn bản viện dẫn không đổi.")
    button = _("Gửi duyệt sửa nhỏ")
    done = _("Đã gửi, chờ một người duyệt.")

    def act(self, data: dict[str, Any]) -> None:
        """Straight to the last step."""
        small.send_small_fix(page=self.item, user=self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the difference, or why it is none of this kind."""
        newest = self.item.get_latest_revision_as_object()
        return super().get_context_data(
            changes=changes_since_live(newest, self.request),
            hindrance=small.small_fix_hindrance(self.item),
            **kwargs,
        )


class WithdrawView(ForDeciders):
    """Out of everything at once."""

    page_title = _("Gỡ bài")
    form_class = forms.WithdrawForm
    lead = _(
        "Bài rời trang, danh sách, tìm kiếm và nguồn tin ngay. Địa chỉ cũ báo rằng bài đã được gỡ. "
        "Số liệu vẫn đếm bài này."
    )
    button = _("Gỡ bài")
    button_class = "serious"
    done = _("Đã gỡ bài.")

    def act(self, data: dict[str, Any]) -> None:
        """Withdraw."""
        withdrawal.withdraw(page=self.item, user=self.request.user, **data)


class DraftAgainView(ForDeciders):
    """A withdrawn page may be mended and approved anew."""

    page_title = _("Đưa về bản nháp")
    form_class = forms.ConfirmForm
    lead = _("Bài thành bản nháp, sửa được và phải duyệt lại từ đầu mới lên trang.")
    button = _("Đưa về bản nháp")
    done = _("Bài đã về bản nháp.")

    def act(self, data: dict[str, Any]) -> None:
        """Back to a draft."""
        withdrawal.make_draft_again(page=self.item, user=self.request.user)
