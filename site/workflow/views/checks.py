"""The checklist beside the editor: of the form as it stands, saved or not."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin.views.pages import preview

from core.checklist import Finding


class _Checks:
    """Reads the form as Wagtail's preview does, with its permissions, and keeps nothing."""

    http_method_names = ("post", "options")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The findings as a fragment of HTML."""
        form = self.get_form(request.POST)  # type: ignore[attr-defined]
        findings = None
        if self.validate_form(form):  # type: ignore[attr-defined]
            form.save(commit=False)
            found = self.object.checklist()  # type: ignore[attr-defined]
            findings = [*self.unfinished(found), *found]
        bad = [finding for finding in findings or () if not finding.good]
        must = sum(finding.blocking for finding in bad)
        return TemplateResponse(
            request,
            "workflow/admin/checks.html",
            {"findings": findings, "must": must, "should": len(bad) - must},
        )

    def unfinished(self, found: list[Finding]) -> list[Finding]:
        """What the form would refuse on sending, besides what the checklist itself stops."""
        named = {finding.field for finding in found if finding.blocking}
        asked, self.object = self.object, self.get_object()  # type: ignore[attr-defined]
        form = self.get_form(self.request.POST)  # type: ignore[attr-defined]
        form.is_valid()
        self.object = asked
        labels = [
            str(form.fields[name].label)
            for name in form.errors
            if name in form.fields and name not in named
        ]
        if not self.request.POST.get("title", "").strip():  # type: ignore[attr-defined]
            labels.insert(0, str(form.fields["title"].label))
        labels += [_("các dòng bên dưới") for rows in form.formsets.values() if not rows.is_valid()]
        if not labels:
            return []
        text = _("Còn mục phải điền hoặc sửa:")
        return [Finding(text, str(len(labels)), False, True, ", ".join(labels))]


class ChecksOnEdit(_Checks, preview.PreviewOnEdit):
    """Of a page that has been saved."""


class ChecksOnCreate(_Checks, preview.PreviewOnCreate):
    """Of a page not saved yet."""
