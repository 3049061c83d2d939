"""The checklist beside the editor: of the form as it stands, saved or not."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.admin.views.pages import preview


class _Checks:
    """Reads the form as Wagtail's preview does, with its permissions, and keeps nothing."""

    http_method_names = ("post", "options")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The findings as a fragment of HTML."""
        form = self.get_form(request.POST)  # type: ignore[attr-defined]
        findings = None
        if self.validate_form(form):  # type: ignore[attr-defined]
            form.save(commit=False)
            findings = self.object.checklist()  # type: ignore[attr-defined]
        return TemplateResponse(
            request, "workflow/admin/checks.html", {"findings": findings, "count": _open(findings)}
        )


class ChecksOnEdit(_Checks, preview.PreviewOnEdit):
    """Of a page that has been saved."""


class ChecksOnCreate(_Checks, preview.PreviewOnCreate):
    """Of a page not saved yet."""


def _open(findings: list[Any] | None) -> int:
    return sum(not finding.good for finding in findings or ())
