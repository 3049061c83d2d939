"""Files of a form being filled in, of a submission, and for who reads it.

Whoever may not see a file, and whoever asks for one that is not there, get the same answer.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST, require_safe

from core.private import private
from submissions import spam
from submissions.drafts import META, draft_of
from submissions.files import serving
from submissions.files.services import drop, take_certificate, take_picture
from submissions.intake import find_intake
from submissions.models import Draft, Submission, SubmissionFile
from submissions.rights import may_read
from vietnamese import clean


def _shown(file: SubmissionFile, small: bool) -> HttpResponse:
    return serving.thumbnail(file) if small else serving.whole(file)


# --- while it is filled in ----------------------------------------------------------------------
@require_safe
def draft_file(request: HttpRequest, kind: str, pk: int, small: bool = False) -> HttpResponse:
    """A file of the draft this browser holds the key to."""
    return _shown(_of_draft(request, kind, pk), small)


@csrf_protect
@require_POST
@never_cache
def upload_picture(request: HttpRequest, kind: str) -> JsonResponse:
    """One picture (`file`, and `alt`) for the draft."""
    alt = request.POST.get("alt", "")
    return _upload(request, kind, "takes_pictures", lambda **more: take_picture(alt=alt, **more))


@csrf_protect
@require_POST
@never_cache
def upload_certificate(request: HttpRequest, kind: str) -> JsonResponse:
    """One PDF (`file`) for the draft."""
    return _upload(request, kind, "takes_certificates", take_certificate)


@csrf_protect
@require_POST
@never_cache
def drop_file(request: HttpRequest, kind: str, pk: int) -> JsonResponse:
    """Take a file out of the draft."""
    drop(_of_draft(request, kind, pk))
    return JsonResponse({"id": pk})


@csrf_protect
@require_POST
@never_cache
def describe_file(request: HttpRequest, kind: str, pk: int) -> JsonResponse:
    """Say what is in a picture (`alt`), and whether a face can be made out (`has_person`)."""
    file = _of_draft(request, kind, pk)
    if "alt" in request.POST:
        file.alt = clean(request.POST["alt"])[:300]
    if "has_person" in request.POST:
        file.has_person = request.POST["has_person"] in ("1", "on", "true")
    file.save(update_fields=["alt", "has_person"])
    return JsonResponse({"id": pk, "alt": file.alt, "has_person": file.has_person})


def _of_draft(request: HttpRequest, kind: str, pk: int) -> SubmissionFile:
    draft = draft_of(request, kind)
    if draft is None:
        raise Http404
    return get_object_or_404(SubmissionFile, pk=pk, draft=draft)


def _upload(request: HttpRequest, kind: str, ability: str, take: Any) -> JsonResponse:
    draft = draft_of(request, kind)
    if draft is None or not getattr(find_intake(kind), ability, False):
        return _error(_("Phiên điền đã hết hạn. Mở lại trang rồi điền tiếp."), 410)
    if not spam.may_upload(request, draft.answers.get(META, {})):
        return _error(_("Bạn vừa gửi nhiều tệp quá. Một giờ nữa gửi tiếp."), 429)
    upload = request.FILES.get("file")
    if upload is None:
        return _error(_("Chưa có tệp nào. Chọn một tệp."), 400)
    try:
        file = take(upload=upload, draft=draft)
    except ValidationError as refusal:
        return _error(" ".join(refusal.messages), 400)
    return JsonResponse(described(file, draft), status=201)


def _error(words: str, status: int) -> JsonResponse:
    answer = JsonResponse({"error": words}, status=status)
    if status == 429:
        answer["Retry-After"] = "3600"
    return answer


def described(file: SubmissionFile, draft: Draft) -> dict[str, Any]:
    """What a script is told of a file: key, name, size, and where its small picture is."""
    small = file.kind == SubmissionFile.Kind.PICTURE
    return {
        "id": file.pk,
        "name": file.name,
        "size": file.size,
        "waiting": file.state == SubmissionFile.State.WAITING,
        "thumb": reverse("submissions_draft_thumb", args=[draft.kind, file.pk]) if small else "",
    }


# --- once it is sent ----------------------------------------------------------------------------
@private
@require_safe
def status_file(request: HttpRequest, token: str, pk: int, small: bool = False) -> HttpResponse:
    """A file of the submission the private link leads to."""
    submission = Submission.objects.by_token(token)
    if submission is None:
        raise Http404
    return _shown(get_object_or_404(SubmissionFile, pk=pk, submission=submission), small)


@require_safe
def reviewed_file(request: HttpRequest, pk: int, file_pk: int, small: bool = False) -> HttpResponse:
    """A file of a submission, for who reads it."""
    submission = Submission.objects.filter(pk=pk).first()
    if submission is None or not may_read(request.user, submission):
        raise Http404
    return _shown(get_object_or_404(SubmissionFile, pk=file_pk, submission=submission), small)
