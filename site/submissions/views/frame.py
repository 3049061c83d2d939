"""What all pages of the forms share: open or not, their headers, how a step is drawn."""

import logging
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from core.meta import PageMeta
from core.private import keep_private
from core.views import page_not_found
from submissions import spam
from submissions.drafts import draft_of, take_back
from submissions.intake import find_intake
from submissions.models import IntakeSettings, SubmissionPage
from submissions.wizard import PICTURES, WHO, Step, Wizard

logger = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


def meta(title: str) -> PageMeta:
    """Of a page that is nobody else's business."""
    return PageMeta(title, indexed=False, addressed=False)


def not_kept(view: View) -> View:
    """In no cache and no index; what is posted stands in no report of an error."""

    @wraps(view)
    @sensitive_post_parameters()
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Http404:
            response = page_not_found(request)
        return keep_private(response, referrer="same-origin")

    return wrapped


def form_page(view: View) -> View:
    """A view of one kind and of this browser's draft, while submissions are taken.

    Gives the view a `Wizard`. Closed is 403 with the page's own words; a correction that the
    editors asked for may still come in then. Without a visible page of the form it is 404.
    """

    @not_kept
    @wraps(view)
    def wrapped(request: HttpRequest, kind: str, *args: Any, **kwargs: Any) -> HttpResponse:
        intake = find_intake(kind)
        page = SubmissionPage.objects.visible().first()
        if intake is None or page is None:
            raise Http404
        draft = draft_of(request, kind)
        wizard = Wizard(intake, draft)
        wizard.page = page
        if wizard.is_late:
            return take_back(redirect(wizard.origin.status_path), kind)
        if not page.is_open and not wizard.is_in_place:
            return closed(request, page)
        return view(request, wizard, *args, **kwargs)

    return wrapped


def closed(request: HttpRequest, page: SubmissionPage) -> HttpResponse:
    """Nothing is taken now, and why."""
    context = {"intake_page": page, "meta": meta(_("Hiện chưa nhận"))}
    return render(request, "submissions/closed.html", context, status=403)


def log_refusal(wizard: Wizard, step: str, why: Iterable[str]) -> None:
    """One line without a word of what was typed."""
    names = ", ".join(sorted(why))
    logger.info("a form of kind %s was refused at %s: %s", wizard.intake.kind, step, names)


def errors_of(found: Iterable[forms.BaseForm]) -> list[dict[str, str]]:
    """For the summary on top: what is wrong, and where."""
    rows = []
    for form in found:
        rows += [{"label": "", "text": text, "anchor": ""} for text in form.non_field_errors()]
        for field in form:
            for text in field.errors:
                label = getattr(field.field, "short", "") or field.label
                rows.append({"label": label, "text": text, "anchor": field.auto_id})
    return rows


def show_step(
    request: HttpRequest,
    wizard: Wizard,
    step: Step,
    template: str,
    *,
    status: int = 200,
    found: Iterable[forms.BaseForm] = (),
    said: str = "",
    **more: Any,
) -> HttpResponse:
    """One step. `said` is a sentence over the form."""
    found = list(found)
    errors = errors_of(form for form in found if form.is_bound)
    next_step = wizard.after(step)
    context = {
        "intake": wizard.intake,
        "intake_page": wizard.page,
        "wizard": wizard,
        "step": step,
        "next": next_step,
        "before": wizard.step(step.number - 1),
        "forms": found,
        "errors": errors,
        "said": said,
        "notes": wizard.notes(),
        "has_pictures": any(row.name == PICTURES for row in wizard.steps),
        "bait": spam.BAIT,
        "stamp": spam.kept_stamp(request.POST) if step.name == WHO and wizard.draft is None else "",
        "rules": IntakeSettings.load(),
        "meta": meta((_("Có lỗi: %s") if errors else "%s") % step.title),
        **more,
    }
    return render(request, template, context, status=status)


def busy(request: HttpRequest, wizard: Wizard, *, seconds: int, back: str) -> HttpResponse:
    """429: this place has sent too many. Nothing typed is lost."""
    logger.warning("sending of kind %s was held back: too many", wizard.intake.kind)
    return _later(request, "submissions/too_many.html", 429, seconds, back)


def overrun(request: HttpRequest, wizard: Wizard, *, back: str) -> HttpResponse:
    """503: everybody together sends more than the site takes in a second."""
    logger.warning("sending of kind %s was held back: overrun", wizard.intake.kind)
    return _later(request, "submissions/overrun.html", 503, 5, back)


def _later(
    request: HttpRequest, template: str, status: int, seconds: int, back: str
) -> HttpResponse:
    minutes = -(-seconds // 60)
    context = {"minutes": minutes, "hours": -(-minutes // 60), "back": back}
    response = render(request, template, context, status=status)
    response["Retry-After"] = str(seconds)
    response._has_been_logged = True  # said above; Django would call a 503 an error of ours
    return response
