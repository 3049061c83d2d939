"""The last step, and everything at once: both end in one submission and one receipt."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from submissions import drafts, spam
from submissions.consent_form import ConsentForm, consent_form
from submissions.forms import SENDER_FIELDS
from submissions.models import Submission
from submissions.services.sending import apart, send
from submissions.views.frame import busy, form_page, log_refusal, overrun, show_step
from submissions.views.pictures import with_thumbs
from submissions.wizard import CONSENTS, CONTENT, WHO, Step, SubjectForm, Wizard

KEY, CODE = "key", "ma"


def _receipt(wizard: Wizard, submission: Submission) -> HttpResponse:
    if wizard.is_in_place:
        response = redirect(submission.status_path)
    else:
        response = redirect("submissions_receipt", submission.token)
    return drafts.take_back(response, wizard.intake.kind)


def _sent_under(key: str) -> Submission | None:
    return Submission.objects.filter(idempotency_key=key).first() if key else None


def _key(request: HttpRequest) -> str:
    """The key of sending once that was posted; '' for what is none."""
    try:
        return str(uuid.UUID(request.POST.get(KEY, "")))
    except ValueError:
        return ""


def repeated(request: HttpRequest, wizard: Wizard) -> HttpResponse | None:
    """The same receipt for what was sent a second time (double click, reload, back)."""
    earlier = _sent_under(wizard.meta.get("key") or _key(request))
    return _receipt(wizard, earlier) if earlier else None


# --- the last step --------------------------------------------------------------------------------
def consents(request: HttpRequest, wizard: Wizard, here: Step) -> HttpResponse:
    """Boxes and preview; sends."""
    if request.method != "POST":
        return _show(request, wizard, here, wizard.consents())
    back = reverse("submissions_step", args=[wizard.intake.kind, here.number])
    if spam.is_too_much_at_once():
        return overrun(request, wizard, back=back)
    form = wizard.consents(request.POST)
    if form is not None and not form.is_valid():
        log_refusal(wizard, here.name, form.errors)
        said = " ".join(form.non_field_errors()) if form.was_changed else ""
        shown = wizard.consents() if form.was_changed else form
        return _show(request, wizard, here, shown, status=400, said=said)
    email, code = wizard.cleaned[1].get("email", ""), request.POST.get(CODE)
    if seconds := spam.wait(request, email=email, code=code or wizard.meta.get("code", "")):
        return busy(request, wizard, seconds=seconds, back=back)
    try:
        return _receipt(wizard, _send(request, wizard, form))
    except ValidationError as refusal:  # decided while the correction was on its way
        said = " ".join(refusal.messages)
        return _show(request, wizard, here, form, status=409, said=said)


def _send(request: HttpRequest, wizard: Wizard, form: ConsentForm | None) -> Submission:
    payload, sender = wizard.cleaned
    known = wizard.meta
    baited = bool(known.get("bait")) or spam.took_bait(request.POST)
    seen = spam.Seen(known.get("seen"))
    return send(
        intake=wizard.intake,
        payload=payload,
        sender=sender,
        consents=form.ticked() if form else [],
        key=known["key"],
        subject=wizard.subject,
        origin=wizard.origin,
        draft=wizard.draft,
        # Who comes by a private link has been here before.
        suspect=wizard.origin is None and spam.is_suspect(baited=baited, seen=seen),
    )


def _show(
    request: HttpRequest, wizard: Wizard, here: Step, form: ConsentForm | None, **more: Any
) -> HttpResponse:
    code = request.POST.get(CODE, wizard.meta.get("code", ""))
    return show_step(
        request,
        wizard,
        here,
        "submissions/consents.html",
        found=[form] if form else [],
        consents=form,
        preview=wizard.preview(),
        cover=next((file for file in with_thumbs(wizard) if file.thumb), None),
        key=wizard.meta.get("key", ""),
        code=code[:20],
        **more,
    )


# --- everything at once ---------------------------------------------------------------------------
@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def one_shot(request: HttpRequest, wizard: Wizard) -> HttpResponse:
    """All steps on one page, without a draft: the same fields, checks and limits."""
    page, wizard = wizard.page, Wizard(wizard.intake)
    wizard.page = page
    if request.method != "POST":
        return _show_all(request, wizard, _all_forms(wizard, None), status=200)
    if earlier := _sent_under(_key(request)):
        return _receipt(wizard, earlier)
    if spam.is_too_much_at_once():
        return overrun(request, wizard, back=request.path)
    found = _all_forms(wizard, request.POST)
    seen = spam.read_stamp(request.POST)
    if not all([form.is_valid() for form in found]) or seen.is_old:
        return _refuse_all(request, wizard, found)
    payload, sender = apart(found[-3].cleaned_data, found[-2].cleaned_data)
    email, code = sender.get("email", ""), request.POST.get(CODE, "")
    if seconds := spam.wait(request, email=email, code=code):
        return busy(request, wizard, seconds=seconds, back=request.path)
    submission = send(
        intake=wizard.intake,
        payload=payload,
        sender=sender,
        consents=found[-1].ticked(),  # type: ignore[attr-defined]
        key=_key(request) or str(uuid.uuid4()),
        subject=wizard.subject,
        suspect=spam.is_suspect(baited=spam.took_bait(request.POST), seen=seen),
    )
    return _receipt(wizard, submission)


def _all_forms(wizard: Wizard, data: Any) -> list[forms.Form]:
    """Subject where there is one, who, what, consents."""
    first = wizard.forms_at(WHO, data)
    if isinstance(first[0], SubjectForm) and first[0].is_valid():
        wizard.subject = first[0].cleaned_data["trang"]
    content = wizard.forms_at(CONTENT, data)
    first[-1].is_valid()
    given = getattr(first[-1], "cleaned_data", {})  # also of a form with errors elsewhere
    values = {name: str(given.get(name) or "") for name in SENDER_FIELDS}
    return [*first, *content, consent_form(wizard.intake.purposes, values if data else None, data)]


def _refuse_all(request: HttpRequest, wizard: Wizard, found: list[forms.Form]) -> HttpResponse:
    log_refusal(wizard, "one page", [name for form in found for name in form.errors] or ["stamp"])
    form, said = found[-1], ""
    if isinstance(form, ConsentForm) and form.was_changed:
        said = " ".join(form.non_field_errors())
        found = [*found[:-1], ConsentForm(texts=list(form.texts.values()), values=form.values)]
    elif not any(form.errors for form in found):
        said = _("Trang này mở đã quá một ngày. Chữ bạn gõ còn nguyên, bấm gửi giúp lần nữa.")
    return _show_all(request, wizard, found, status=400, said=said)


def _show_all(
    request: HttpRequest, wizard: Wizard, found: list[forms.Form], *, status: int, said: str = ""
) -> HttpResponse:
    here = Step(CONSENTS, 1, str(wizard.intake.label), "")
    return show_step(
        request,
        wizard,
        here,
        "submissions/one_page.html",
        status=status,
        said=said,
        found=found,
        consents=found[-1],
        asked=found[:-1],
        key=_key(request) or str(uuid.uuid4()),
        code=request.POST.get(CODE, "")[:20],
        stamp=spam.kept_stamp(request.POST),
    )
