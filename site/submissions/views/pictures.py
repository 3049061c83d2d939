"""The step of pictures and certificates, for browsers with and without a script."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from submissions import spam
from submissions.files import services as files
from submissions.models import Draft, SubmissionFile
from submissions.views.frame import busy, log_refusal, show_step
from submissions.wizard import Step, Wizard
from vietnamese import clean

Kind = SubmissionFile.Kind
Refused = list[tuple[str, str]]
LONGEST_ALT = 300


def pictures(request: HttpRequest, wizard: Wizard, here: Step) -> HttpResponse:
    """What was chosen is taken in first; then the button that was pressed is obeyed."""
    draft = wizard.draft
    if draft is None or request.method != "POST":
        return _show(request, wizard, here, [])
    if request.FILES and not spam.may_upload(request):
        return busy(request, wizard, seconds=3600, back=request.path)
    _describe(request, draft)
    refused = _take_all(request, wizard, draft)
    act, _dash, key = request.POST.get("act", "").partition("-")
    if refused:
        log_refusal(wizard, here.name, ["files"])
        return _show(request, wizard, here, refused, status=400)
    chosen = _rows(draft).filter(pk=key).first() if key.isdigit() and len(key) < 11 else None
    if chosen and act == "remove":
        files.drop(chosen)
    elif chosen and act == "cover":
        _put_first(draft, chosen)
    elif act == "next":
        return redirect("submissions_step", wizard.intake.kind, here.number + 1)
    return redirect("submissions_step", wizard.intake.kind, here.number)


def _rows(draft: Draft | None) -> Any:
    return SubmissionFile.objects.standing().filter(draft=draft) if draft else []


def _describe(request: HttpRequest, draft: Draft) -> None:
    """What was said of the pictures that lie there already."""
    for file in _rows(draft).pictures():
        said = request.POST.get(f"alt-{file.pk}")
        if said is None:
            continue
        file.alt = clean(said)[:LONGEST_ALT]
        file.has_person = f"person-{file.pk}" in request.POST
        file.save(update_fields=["alt", "has_person"])


def _take_all(request: HttpRequest, wizard: Wizard, draft: Draft) -> Refused:
    refused: Refused = []
    if wizard.intake.takes_pictures:
        refused += _take(request, draft, "pictures", files.take_picture)
    if wizard.intake.takes_certificates:
        refused += _take(request, draft, "certificates", files.take_certificate)
    return refused


def _take(
    request: HttpRequest, draft: Draft, name: str, take: Callable[..., SubmissionFile]
) -> Refused:
    """One refused leaves the others in place."""
    refused: Refused = []
    for upload in request.FILES.getlist(name):
        try:
            take(upload, draft=draft)
        except ValidationError as refusal:
            called = clean(upload.name or "")[-80:] or _("Tệp")
            refused.append((called, " ".join(refusal.messages)))
    return refused


def _put_first(draft: Draft, chosen: SubmissionFile) -> None:
    rows = sorted(_rows(draft).pictures(), key=lambda file: file.pk != chosen.pk)
    for order, file in enumerate(rows):
        file.order = order
    SubmissionFile.objects.bulk_update(rows, ["order"])


def _show(
    request: HttpRequest, wizard: Wizard, here: Step, refused: Refused, status: int = 200
) -> HttpResponse:
    rows = list(_rows(wizard.draft))
    earlier = wizard.origin.files.standing() if wizard.origin and wizard.is_in_place else []
    return show_step(
        request,
        wizard,
        here,
        "submissions/pictures.html",
        status=status,
        refused=refused,
        pictures=[file for file in rows if file.kind == Kind.PICTURE],
        certificates=[file for file in rows if file.kind == Kind.CERTIFICATE],
        earlier=earlier,
        most_pictures=files.MOST_PICTURES,
        most_certificates=files.MOST_CERTIFICATES,
    )
