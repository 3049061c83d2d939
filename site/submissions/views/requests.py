"""A request about somebody's own data: a copy, erasure, an answer."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from submissions.models import DataRequest
from submissions.rights import submissions_for
from submissions.services import privacy
from submissions.services.review import ReviewError
from submissions.views.admin import SEE_SENDER, ForReaders

EXPORT = "submissions.export"


class RequestView(ForReaders):
    """For those who read the submission and may see its sender."""

    template_name = "submissions/admin/request.html"
    page_title = gettext_lazy("Yêu cầu về dữ liệu")
    refusal = ""

    @cached_property
    def item(self) -> DataRequest:
        """That of the address."""
        rows = DataRequest.objects.filter(submission__in=submissions_for(self.request.user))
        found = rows.select_related("submission", "done_by").filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Personal data: not without the right, kept by nobody on the way."""
        if not request.user.has_perm(SEE_SENDER):
            raise PermissionDenied
        answer = super().dispatch(request, *args, **kwargs)
        answer["Cache-Control"] = "no-store, private"
        return answer

    def get_page_subtitle(self) -> str:
        """Of which submission."""
        return self.item.submission.code

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The screen."""
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The request and what was typed."""
        return super().get_context_data(
            item=self.item,
            submission=self.item.submission,
            refusal=self.refusal,
            words=self.request.POST.get("tra-loi", ""),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A copy, erasure, or an answer."""
        acts = {"ban-sao": self._export, "xoa": self._erase, "tra-loi": self._answer}
        act = acts.get(request.POST.get("viec", ""))
        try:
            if act is None:
                raise ReviewError(_("Hãy bấm một trong các nút."))
            return act()
        except ReviewError as refusal:
            self.refusal = str(refusal)
            return self.render_to_response(self.get_context_data(), status=409)

    def _export(self) -> HttpResponse:
        row = self.item.submission
        answer = HttpResponse(privacy.export(row), content_type="application/zip")
        answer["Content-Disposition"] = f'attachment; filename="du-lieu-{row.code}.zip"'
        log(instance=row, action=EXPORT, user=self.request.user)
        return answer

    def _erase(self) -> HttpResponse:
        if not self.request.POST.get("chac"):
            raise ReviewError(_("Đánh dấu ô xác nhận rồi bấm lại: xóa rồi không lấy lại được."))
        row, user = self.item.submission, self.request.user
        privacy.erase(row, user)  # answers what is open
        messages.success(self.request, _("Đã xóa dữ liệu của hồ sơ."))
        return redirect("submissions_queue")

    def _answer(self) -> HttpResponse:
        words = self.request.POST.get("tra-loi", "").strip()
        if self.item.done_at:
            raise ReviewError(_("Yêu cầu này đã được trả lời."))
        if not words:
            raise ReviewError(_("Hãy ghi trả lời: người gửi sẽ đọc."))
        privacy.answer(request=self.item, user=self.request.user, text=words)
        messages.success(self.request, _("Đã trả lời, đồng hồ dừng."))
        return redirect("submissions_queue")
