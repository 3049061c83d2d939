"""How fields of the forms are drawn."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms, template
from django.urls import reverse
from django.utils.safestring import SafeString

from submissions.intake import find_intake
from submissions.models import SubmissionPage

register = template.Library()
Notes = Mapping[str, list[str]]


@register.simple_tag
def as_input(field: forms.BoundField) -> SafeString:
    """The control in the look of the site."""
    kept = field.field.widget.attrs.get("class", "")
    return field.as_widget(attrs={"class": f"inp {kept}".strip()})


@register.filter
def at(notes: Notes | str, name: str) -> list[str]:
    """What was noted beside a field."""
    return notes.get(name, []) if isinstance(notes, Mapping) else []


def _rare(form: Any) -> tuple[str, ...]:
    return getattr(form, "rare", ())


@register.filter
def usual_fields(form: Any) -> list[forms.BoundField]:
    """Those everybody fills in."""
    return [field for field in form if field.name not in _rare(form)]


@register.filter
def rare_fields(found: Iterable[Any]) -> list[forms.BoundField]:
    """Those few need, of all forms of a page: folded away."""
    return [field for form in found for field in form if field.name in _rare(form)]


@register.filter
def needs_showing(fields: Iterable[forms.BoundField], notes: Notes | str) -> bool:
    """Whether one of them is filled in, refused, or spoken of by the editors."""
    return any(field.value() or field.errors or at(notes, field.name) for field in fields)


@register.filter
def is_optional(field: forms.BoundField) -> bool:
    """Whether it may be said of it alone that nobody needs to fill it in."""
    return not field.field.required and field.name not in getattr(field.form, "one_of", ())


@register.simple_tag(takes_context=True)
def form_about(context: template.Context, kind: str, page: Any) -> str:
    """Address of the form of a kind, about this page; '' while nothing is taken in."""
    request = context.get("request")
    is_open = getattr(request, "_takes_submissions", None)
    if is_open is None:
        found = SubmissionPage.objects.visible().first()
        is_open = bool(found and found.is_open)
        if request is not None:
            request._takes_submissions = is_open
    if not is_open or find_intake(kind) is None or not page.pk:
        return ""
    return f"{reverse('submissions_form', args=[kind])}?trang={page.pk}"
