"""The steps. GET writes nothing; a step that was saved leads on by a redirect."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.throttle import client_network, within_limit
from submissions import drafts, spam
from submissions.intake import find_subject
from submissions.models import Draft
from submissions.views.frame import busy, form_page, log_refusal, show_step
from submissions.views.pictures import pictures
from submissions.views.sending import consents, repeated
from submissions.wizard import CONSENTS, PICTURES, WHO, Step, Wizard

CODE = "ma"


@form_page
@require_safe
def start(request: HttpRequest, wizard: Wizard) -> HttpResponse:
    """Where links to a kind lead: on to its first step."""
    _preset(request, wizard)
    query = request.GET.urlencode()
    response = redirect("submissions_step", wizard.intake.kind, 1)
    if query:
        response["Location"] += f"?{query[:200]}"
    return response


@form_page
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, wizard: Wizard, number: int) -> HttpResponse:
    """One step; a later one than the first unfinished leads back to that."""
    here = wizard.step(number)
    if here is None:
        raise Http404
    is_post = request.method == "POST"
    if is_post and here.name == CONSENTS and (answer := repeated(request, wizard)):
        return answer
    first = wizard.first_unfinished()
    if here.number > first.number:
        return redirect("submissions_step", wizard.intake.kind, first.number)
    if here.name == CONSENTS:
        return consents(request, wizard, here)
    if here.name == PICTURES:
        return pictures(request, wizard, here)
    return _answer(request, wizard, here) if is_post else _ask(request, wizard, here)


@form_page
@require_POST
def throw_away(request: HttpRequest, wizard: Wizard) -> HttpResponse:
    """The draft goes, with its pictures."""
    if wizard.draft:
        drafts.throw_away(wizard.draft)
    response = redirect(wizard.page.get_url(request))
    return drafts.take_back(response, wizard.intake.kind)


def _preset(request: HttpRequest, wizard: Wizard) -> Any:
    """The page a link named (`?trang=`); 404 for one this kind cannot be about."""
    said = request.GET.get("trang")
    if wizard.intake.subjects() is None or said is None or wizard.origin is not None:
        return None
    found = find_subject(wizard.intake, said)
    if found is None:
        raise Http404
    return found


def _ask(request: HttpRequest, wizard: Wizard, here: Step) -> HttpResponse:
    found = wizard.forms_at(here.name)
    preset = _preset(request, wizard) if here.name == WHO else None
    if preset is not None:
        answers = wizard.answers(WHO)
        if answers is None:
            found[0].initial["trang"] = preset.pk
        else:
            answers.setlist("trang", [str(preset.pk)])
            found = wizard.forms_at(WHO, answers)
    return _show(request, wizard, here, found, subject=preset)


def _show(
    request: HttpRequest, wizard: Wizard, here: Step, found: list[forms.Form], **more: Any
) -> HttpResponse:
    code = request.POST.get(CODE) or request.GET.get(CODE) or wizard.meta.get("code", "")
    template = "submissions/step.html"
    return show_step(request, wizard, here, template, found=found, code=code[:20], **more)


def _answer(request: HttpRequest, wizard: Wizard, here: Step) -> HttpResponse:
    found = wizard.forms_at(here.name, request.POST)
    is_valid = all([form.is_valid() for form in found])
    seen, draft = spam.read_stamp(request.POST), wizard.draft
    is_stale = draft is None and seen.is_old
    key = ""
    if draft is None and is_valid and not is_stale:
        if not within_limit("submit-begin", client_network(request), limit=300, seconds=3600):
            return busy(request, wizard, seconds=3600, back=request.path)
        draft, key = drafts.new_draft(kind=wizard.intake.kind)
    if draft is not None:
        _note_signs(request, draft, seen)
        wizard.keep(draft, here.name, found)
        draft.save()
    if not is_valid or is_stale:
        wrong = [name for form in found for name in form.errors]
        log_refusal(wizard, here.name, ["stamp"] if is_stale else wrong)
        said = _("Trang này mở đã quá một ngày. Chữ bạn gõ còn nguyên, bấm tiếp tục giúp lần nữa.")
        more = {"said": said} if is_stale else {}
        return _show(request, wizard, here, found, status=400, **more)
    response = redirect("submissions_step", wizard.intake.kind, here.number + 1)
    return drafts.hand_out(response, wizard.intake.kind, key) if key else response


def _note_signs(request: HttpRequest, draft: Draft, seen: spam.Seen) -> None:
    known = draft.answers.setdefault(drafts.META, {})
    if draft.pk is None:
        known["seen"] = seen.at
        known["code"] = request.POST.get(CODE, "")[:20]
        if event := spam.find_code(request, known["code"]):
            known["event"] = event.pk
    if spam.took_bait(request.POST):
        known["bait"] = True
