"""The step of pictures and certificates, for browsers with and without a script."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from submissions import spam
from submissions.files import earlier
from submissions.files import services as files
from submissions.models import Draft, SubmissionFile
from submissions.views.frame import busy, log_refusal, show_step
from submissions.wizard import Step, Wizard
from vietnamese import clean

Kind, State = SubmissionFile.Kind, SubmissionFile.State
Refused = list[tuple[str, str]]
LONGEST_ALT = 300
NEW = "nhan"
"""In the address one is sent back to: how many pictures have just come in."""
FACES = {"1": True, "0": False}


def pictures(request: HttpRequest, wizard: Wizard, here: Step) -> HttpResponse:
    """What was chosen is taken in first; then the button that was pressed is obeyed.

    With new pictures it never goes on: what is in them is asked first.
    """
    draft = wizard.draft
    if draft is None or request.method != "POST":
        return _show(request, wizard, here)
    count = sum(len(found) for _name, found in request.FILES.lists())
    if count and not spam.may_upload(request, wizard.meta, count=count):
        return busy(request, wizard, seconds=3600, back=request.path)
    _describe(request, draft)
    taken, refused = _take_all(request, wizard, draft)
    _obey(request.POST.get("act", ""), draft)
    draft.save(update_fields=["answers"])
    if refused:
        log_refusal(wizard, here.name, ["files"])
        return _show(request, wizard, here, refused=refused, status=400)
    if taken:
        response = redirect("submissions_step", wizard.intake.kind, here.number)
        response["Location"] += f"?{NEW}={taken}"
        return response
    goes_on = request.POST.get("act") == "next"
    if goes_on and earlier.unanswered(draft):
        log_refusal(wizard, here.name, ["person"])
        return _show(request, wizard, here, is_missing=True, status=400)
    return redirect("submissions_step", wizard.intake.kind, here.number + goes_on)


def _obey(act: str, draft: Draft) -> None:
    what, _dash, key = act.partition("-")
    rows = [file for kind in Kind.values for file in earlier.files_of(draft, kind)]
    chosen = next((file for file in rows if str(file.pk) == key), None)
    if chosen and what == "remove":
        earlier.remove(draft, chosen)
    elif chosen and what == "cover" and chosen.kind == Kind.PICTURE:
        earlier.put_first(draft, chosen)


def _describe(request: HttpRequest, draft: Draft) -> None:
    """What was said of the pictures that lie there already."""
    for file in earlier.files_of(draft, Kind.PICTURE):
        said = request.POST.get(f"alt-{file.pk}")
        face = request.POST.get(f"person-{file.pk}", "")
        if said is None and face not in FACES:
            continue
        alt = file.alt if said is None else clean(said)[:LONGEST_ALT]
        has_person = FACES.get(face, file.has_person)
        earlier.describe(draft, file, alt=alt, has_person=has_person)


def _take_all(request: HttpRequest, wizard: Wizard, draft: Draft) -> tuple[int, Refused]:
    """How many pictures came in, and what was refused."""
    taken, refused = 0, []
    if wizard.intake.takes_pictures:
        taken, refused = _take(request, draft, "pictures", files.take_picture)
    if wizard.intake.takes_certificates:
        refused = refused + _take(request, draft, "certificates", files.take_certificate)[1]
    return taken, refused


def _take(
    request: HttpRequest, draft: Draft, name: str, take: Callable[..., SubmissionFile]
) -> tuple[int, Refused]:
    """One refused leaves the others in place."""
    taken, refused = 0, []
    for upload in request.FILES.getlist(name):
        try:
            take(upload, draft=draft)
            taken += 1
        except ValidationError as refusal:
            called = clean(upload.name or "")[-80:] or _("Tệp")
            refused.append((called, " ".join(refusal.messages)))
    return taken, refused


def with_thumbs(wizard: Wizard) -> list[Any]:
    """The pictures, each with the address of its small one; '' for one that is infected."""
    rows: list[Any] = earlier.files_of(wizard.draft, Kind.PICTURE)
    for file in rows:
        if file.state == State.INFECTED:
            file.thumb = ""
        elif file.draft_id:
            file.thumb = reverse("submissions_draft_thumb", args=[wizard.intake.kind, file.pk])
        else:
            token = wizard.origin.token
            file.thumb = reverse("submissions_status_thumb", args=[token, file.pk])
    return rows


def _errors(wizard: Wizard) -> list[dict[str, str]]:
    words = _("Chọn “Có” hoặc “Không”.")
    return [
        {"label": file.name, "text": words, "anchor": f"person-{file.pk}"}
        for file in earlier.unanswered(wizard.draft)
    ]


def _received(request: HttpRequest) -> int:
    said = request.GET.get(NEW, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 3 else 0


def _show(
    request: HttpRequest,
    wizard: Wizard,
    here: Step,
    *,
    refused: Refused | None = None,
    is_missing: bool = False,
    status: int = 200,
) -> HttpResponse:
    more = {"errors": _errors(wizard), "is_missing": True} if is_missing else {}
    return show_step(
        request,
        wizard,
        here,
        "submissions/pictures.html",
        status=status,
        refused=refused or [],
        received=_received(request) if status == 200 else 0,
        pictures=with_thumbs(wizard),
        certificates=earlier.files_of(wizard.draft, Kind.CERTIFICATE),
        most_pictures=files.MOST_PICTURES,
        most_certificates=files.MOST_CERTIFICATES,
        **more,
    )
