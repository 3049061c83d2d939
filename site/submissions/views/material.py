"""Describing a picture and dropping a file, from the screen of the review."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from submissions.services import material
from submissions.services.review import ReviewError
from submissions.views.review import ReviewView

ANSWERS = {"co": True, "khong": False}


class FileActView(ReviewView):
    """One act on one file by POST; a refusal shows the screen again."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Whoever comes back to the address reads on."""
        return redirect("submissions_review", self.submission.pk)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do it."""
        try:
            said = self.act(request)
        except ReviewError as refusal:
            self.refusal = str(refusal)
            self.__dict__.pop("submission", None)  # as the database has it now
            return self.render_to_response(self.get_context_data(), status=409)
        messages.success(request, said)
        return redirect(reverse("submissions_review", args=[self.submission.pk]) + "#tep")

    def act(self, request: HttpRequest) -> str:
        """What was done, in words."""
        raise NotImplementedError

    @property
    def which(self) -> dict[str, Any]:
        """Of which submission, which file, by whom."""
        return {
            "submission": self.submission,
            "file_id": self.kwargs["file_pk"],
            "user": self.request.user,
        }


class DescribeFileView(FileActView):
    """What is in a picture, and whether a face can be made out."""

    def act(self, request: HttpRequest) -> str:
        """Both at once."""
        face = ANSWERS.get(request.POST.get("mat-nguoi", ""))
        if face is None:
            raise ReviewError(_("Chọn có hay không thấy rõ mặt người trong ảnh."))
        material.describe(**self.which, alt=request.POST.get("alt", ""), has_person=face)
        return _("Đã lưu mô tả ảnh.")


class DropFileView(FileActView):
    """Out with it."""

    def act(self, request: HttpRequest) -> str:
        """For good."""
        material.drop(**self.which)
        return _("Đã bỏ tệp.")
