"""Screens of the admin for reading: what waits, shared drafts, the second look."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState

from accounts.roles import is_administrator
from workflow import forms
from workflow.content import hash_of
from workflow.diff import changes_since_live
from workflow.models import Publication, ReviewTaskState, ShareLink
from workflow.notices import ask_to_act
from workflow.reading import writers_of
from workflow.services import decisions, publishing
from workflow.services.decisions import ContentChanged, DecisionError, NotAllowed
from workflow.services.links import revoke_share, share_draft
from workflow.views.acts import ActView, ForDeciders


class ReviewView(ActView):
    """What waits at a step, exactly as it is to be decided on."""

    template_name = "workflow/admin/review.html"
    page_title = _("Đọc và duyệt")
    form_class = forms.DecisionForm

    def get_item(self) -> Any:
        """The revision that waits."""
        rows = ReviewTaskState.objects.select_related("revision", "task", "workflow_state")
        self.state = get_object_or_404(rows, pk=self.kwargs["state_id"])
        self.revision = self.state.revision
        if self.state.is_waiting and not self.task.freezes:  # editors pass on the newest
            page = self.state.workflow_state.content_object
            self.revision = page.get_latest_revision() or self.revision
        return self.revision.as_object()

    @cached_property
    def task(self) -> Any:
        """The step."""
        return self.state.task.specific

    def may(self) -> bool:
        """Those who edit the page, and those the step waits on."""
        user = self.request.user
        return self.task.may_act(user, self.item) or super().may()

    def get_initial(self) -> dict[str, Any]:
        """What is being read."""
        return {"seen": hash_of(self.revision.pk)}

    def get_success_url(self) -> str:
        """Home, to the next item."""
        return reverse("wagtailadmin_home")

    def act(self, data: dict[str, Any]) -> None:
        """Approve or return."""
        decision = self.request.POST.get("decision")
        if decision not in ("approve", "return"):
            raise NotAllowed(_("Hãy bấm một trong hai nút."))
        if data["seen"] != hash_of(self.revision.pk):
            raise ContentChanged(_("Nội dung vừa có bản mới. Hãy mở lại để đọc."))
        approve = decision == "approve"
        self.done = _("Đã duyệt.") if approve else _("Đã trả lại kèm ý kiến.")
        decisions.decide(
            state_id=self.state.pk,
            user=self.request.user,
            approve=approve,
            comment=data["comment"],
            seen=data["seen"] if self.task.freezes else None,
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With everything an approver looks at."""
        user, waiting = self.request.user, self.state.is_waiting
        return super().get_context_data(
            state=self.state,
            revision=self.revision,
            waiting=waiting,
            may_act=waiting and self.task.may_act(user, self.item),
            may_approve=waiting and self.task.may_approve(user, self.item),
            may_take_back=waiting and decisions.may_take_back(self.state.workflow_state, user),
            approve_label=self.task.approve_label,
            people=writers_of(self.state),
            findings=self.item.checklist(),
            changes=changes_since_live(self.item, self.request),
            holders=self.task.holders(self.item) if waiting else (),
            deadline=forms.DeadlineForm(instance=self.state, prefix="han"),
            may_set_deadline=self.task.may_act(user, self.item) or is_administrator(user),
            answers=ShareLink.objects.filter(page=self.item).exclude(answer=""),
            **kwargs,
        )


class DeadlineView(ActView):
    """Another hour or urgency for what waits."""

    page_title = _("Hạn và mức ưu tiên")
    form_class = forms.DeadlineForm
    button = _("Ghi hạn")
    done = _("Đã ghi hạn mới.")
    prefix = "han"

    def get_item(self) -> Any:
        """The page of the passage."""
        self.state = get_object_or_404(ReviewTaskState, pk=self.kwargs["state_id"])
        return self.state.workflow_state.content_object.specific

    def may(self) -> bool:
        """Those the step waits on; its sender reminds, and does not move the goal."""
        user = self.request.user
        return self.state.task.specific.may_act(user, self.item) or is_administrator(user)

    def get_form_kwargs(self) -> dict[str, Any]:
        """On the passage itself."""
        return {**super().get_form_kwargs(), "instance": self.state}

    def get_success_url(self) -> str:
        """Back to reading."""
        return reverse("workflow_review", args=[self.state.pk])

    def act(self, data: dict[str, Any]) -> None:
        """Write it down."""
        decisions.set_deadline(state=self.state, user=self.request.user, **data)


class RemindView(ActView):
    """A letter again, to those the item waits on."""

    page_title = _("Nhắc lại")
    form_class = forms.ConfirmForm
    lead = _("Gửi lại thư cho những người đang giữ bài. Mỗi người nhận nhiều nhất một thư một giờ.")
    button = _("Gửi thư nhắc")
    done = _("Đã gửi thư nhắc.")

    def get_item(self) -> Any:
        """The page of the passage."""
        rows = ReviewTaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
        self.state = get_object_or_404(rows, pk=self.kwargs["state_id"])
        return self.state.workflow_state.content_object.specific

    def get_success_url(self) -> str:
        """Back to reading."""
        return reverse("workflow_review", args=[self.state.pk])

    def act(self, data: dict[str, Any]) -> None:
        """At most one letter an hour each."""
        hour = timezone.localtime().strftime("%Y%m%d%H")
        key = f"step:{self.state.pk}:{hour}"
        if not ask_to_act(self.state, key=key, besides=self.request.user):
            raise NotAllowed(_("Vừa nhắc trong giờ này rồi, hoặc chưa ai có địa chỉ thư."))


class ShareView(ActView):
    """Links to the draft for people outside, and what they answered."""

    template_name = "workflow/admin/share.html"
    page_title = _("Chia sẻ bản nháp")
    form_class = forms.ShareForm
    lead = _(
        "Người nhận xem được bản nháp đã lưu mới nhất và trả lời “đồng ý” hoặc “cần sửa chỗ này”, "
        "không phải đăng nhập. Đường dẫn chỉ hiện một lần này: hãy chép và gửi ngay."
    )
    button = _("Tạo đường dẫn")

    def form_valid(self, form: Any) -> HttpResponse:
        """Show the address this once."""
        try:
            link, token = share_draft(page=self.item, user=self.request.user, **form.cleaned_data)
        except DecisionError as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        address = self.request.build_absolute_uri(reverse("workflow_shared", args=[token]))
        context = self.get_context_data(form=self.form_class(), new_link=link, address=address)
        response = self.render_to_response(context)
        response["Cache-Control"] = "no-store, private"
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With every link there was."""
        links = ShareLink.objects.filter(page=self.item).select_related("created_by")
        return super().get_context_data(links=links, **kwargs)


class RevokeShareView(ActView):
    """A link is dead from now on."""

    page_title = _("Thu hồi đường dẫn")
    form_class = forms.ConfirmForm
    lead = _("Người có đường dẫn này không xem được bản nháp nữa.")
    button = _("Thu hồi")
    done = _("Đã thu hồi đường dẫn.")

    def get_item(self) -> Any:
        """The page of the link."""
        self.link = get_object_or_404(ShareLink, pk=self.kwargs["link_id"])
        return self.link.page.specific

    def get_success_url(self) -> str:
        """Back to the links."""
        return reverse("workflow_share", args=[self.item.pk])

    def act(self, data: dict[str, Any]) -> None:
        """Revoke."""
        revoke_share(link=self.link, user=self.request.user)


class ReviewUrgentView(ForDeciders):
    """The second look at what was published urgently."""

    page_title = _("Xem lại bài đăng khẩn")
    template_name = "workflow/admin/review_urgent.html"
    form_class = forms.NoteForm
    button = _("Đã xem lại")
    done = _("Đã ghi kết quả xem lại.")

    def get_item(self) -> Any:
        """The page that went out."""
        rows = Publication.objects.filter(way=Publication.Way.URGENT, page__isnull=False)
        self.record = get_object_or_404(rows, pk=self.kwargs["record_id"])
        return self.record.page.specific

    def get_success_url(self) -> str:
        """Home."""
        return reverse("wagtailadmin_home")

    def act(self, data: dict[str, Any]) -> None:
        """Write it down."""
        publishing.review_urgent(
            record_id=self.record.pk, user=self.request.user, note=data["note"]
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the record."""
        return super().get_context_data(record=self.record, **kwargs)
