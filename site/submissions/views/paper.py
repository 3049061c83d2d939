"""The form to print and fill in by hand, made of the same fields and words."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from submissions.consent_form import consent_form
from submissions.intake import Intake, find_intake
from submissions.models import IntakeSettings, SubmissionPage
from submissions.views.frame import meta
from submissions.views.receipt import svg_code
from submissions.wizard import WHO, Wizard

LETTERS_A_LINE, MOST_LINES, MOST_CHOICES = 60, 5, 14


def _intake(kind: str) -> tuple[Intake, SubmissionPage]:
    intake, page = find_intake(kind), SubmissionPage.objects.visible().first()
    if intake is None or page is None:
        raise Http404
    return intake, page


@require_safe
def paper(request: HttpRequest, kind: str) -> HttpResponse:
    """On A4, with the way to the same form on the web."""
    intake, page = _intake(kind)
    wizard = Wizard(intake)
    parts = [(str(intake.who_title), [_line(form, field) for form in wizard.forms_at(WHO)
              for field in form])]  # fmt: skip
    content = intake.content_form()()
    parts.append((str(intake.content_title), [_line(content, field) for field in content]))
    context = {
        "intake": intake,
        "intake_page": page,
        "parts": parts,
        "consents": consent_form(intake.purposes, None),
        "rules": IntakeSettings.load(),
        "meta": meta(_("Mẫu giấy: %s") % intake.label),
    }
    return render(request, "submissions/paper.html", context)


@require_safe
def paper_code(request: HttpRequest, kind: str) -> HttpResponse:
    """The address of the form on the web as a QR code."""
    intake, _page = _intake(kind)
    return svg_code(request.build_absolute_uri(reverse("submissions_form", args=[intake.kind])))


def _line(form: forms.BaseForm, field: Any) -> dict[str, Any]:
    """A label with boxes to tick, or with as many lines as the text may need."""
    choices = [] if field.name == "trang" else [row for row in _choices(field) if row]
    many = len(choices) > MOST_CHOICES
    longest = getattr(field.field, "most", None) or LETTERS_A_LINE
    return {
        "label": field.label,
        "hint": field.help_text,
        "required": field.field.required,
        "choices": [] if many else choices,
        "lines": range(min(max(longest // (LETTERS_A_LINE * 4), 1), MOST_LINES)),
    }


def _choices(field: Any) -> list[str]:
    rows = getattr(field.field, "choices", ())
    return [str(label) for value, label in rows if str(value) or field.field.required is False]
