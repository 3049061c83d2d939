"""Pages behind a private link: nobody signs in, the address leaks nowhere, GET changes nothing."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.meta import PageMeta
from core.private import private
from core.throttle import within_limit
from workflow.diff import changes_since_live
from workflow.models import ApprovalLink, EditorialSettings, ShareLink
from workflow.reading import digest_of_page, writers_of
from workflow.services.decisions import DecisionError, NotAllowed
from workflow.services.links import answer_share, decide_by_link, find_link


def _link(model: type, token: str) -> Any:
    link = find_link(model, token)
    if link is None:
        raise Http404
    return link


def _meta(title: str) -> PageMeta:
    return PageMeta(title, indexed=False, addressed=False)


def _message(request: HttpRequest, heading: str, text: str, status: int) -> HttpResponse:
    context = {"heading": heading, "text": text, "meta": _meta(heading)}
    return render(request, "workflow/message.html", context, status=status)


# --- the leader's link ------------------------------------------------------------------------
@private
@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: HttpRequest, token: str) -> HttpResponse:
    """The item as it will look, what to look at, and two buttons."""
    link = _link(ApprovalLink, token)
    if answer := _why_not(request, link):
        return answer
    error = ""
    if request.method == "POST":
        wants = request.POST.get("decision")
        if wants in ("approve", "return"):
            try:
                note = request.POST.get("note", "")
                decide_by_link(link=link, approve=wants == "approve", comment=note)
                return redirect("workflow_approve", token)
            except DecisionError as refusal:
                error = str(refusal)
        else:
            error = _("Hãy bấm một trong hai nút.")
    link.refresh_from_db()
    if answer := _why_not(request, link):
        return answer
    page = link.revision.as_object()
    context = {
        "link": link,
        "token": token,
        "state": link.task_state,
        "item": page,
        "digest": digest_of_page(page),
        "people": writers_of(link.task_state),
        "findings": page.checklist(),
        "answers": ShareLink.objects.filter(page=page).exclude(answer=""),
        "has_changes": bool(page.live and page.live_revision_id),
        "error": error,
        "note": request.POST.get("note", "")[:4000],
        "meta": _meta(_("Duyệt bài")),
    }
    return render(request, "workflow/approve.html", context, status=409 if error else 200)


def _why_not(request: HttpRequest, link: ApprovalLink) -> HttpResponse | None:
    """What the page says where there is nothing (more) to decide; None where there is."""
    if link.outcome:
        heading = link.get_outcome_display()
        when = {"link": link, "heading": heading, "meta": _meta(heading)}
        return render(request, "workflow/decided.html", when)
    if not link.task_state.is_waiting:
        return render(
            request,
            "workflow/decided.html",
            {"link": link, "heading": _("Bài không còn chờ duyệt"), "meta": _meta(_("Duyệt bài"))},
            status=410,
        )
    task, page = link.task_state.task.specific, link.revision.content_object
    if not EditorialSettings.load().links_by_mail:
        text = _("Đơn vị đã tắt cách duyệt qua đường dẫn. Xin đăng nhập để duyệt.")
    elif not link.is_open:
        text = _("Đường dẫn chỉ dùng được trong 48 giờ, hoặc đã có thư mới hơn. Xin đăng nhập.")
    elif not task.may_act(link.approver, page):
        text = _("Tài khoản nhận thư này không còn duyệt bài.")
    else:
        return None
    return _message(request, _("Đường dẫn không còn dùng được"), text, 410)


@private
@require_safe
def approve_preview(request: HttpRequest, token: str) -> HttpResponse:
    """Exactly the revision that waits, as readers will see it."""
    link = _link(ApprovalLink, token)
    if answer := _why_not(request, link):
        return answer
    return _preview(request, link)


@private
@require_safe
def approve_changes(request: HttpRequest, token: str) -> HttpResponse:
    """What differs from what is public."""
    link = _link(ApprovalLink, token)
    if answer := _why_not(request, link):
        return answer
    page = link.revision.as_object()
    context = {
        "token": token,
        "item": page,
        "changes": changes_since_live(page, request),
        "meta": _meta(_("Chỗ đã sửa")),
    }
    return render(request, "workflow/changes.html", context)


def _preview(request: HttpRequest, link: Any) -> HttpResponse:
    page = link.revision.as_object()
    response = page.make_preview_request(request, page.default_preview_mode)
    return response.render() if hasattr(response, "render") else response


# --- the shared draft -------------------------------------------------------------------------
@private
@require_http_methods(["GET", "HEAD", "POST"])
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """The draft for the person it is about, with a field to answer."""
    link = _open_share(token)
    error, answer, text = "", link.answer, link.answer_text
    if request.method == "POST":
        answer, text = request.POST.get("answer", ""), request.POST.get("text", "")
        try:
            if not within_limit("share-answer", str(link.pk), limit=5, seconds=3600):
                raise NotAllowed(_("Bạn vừa trả lời mấy lần rồi. Một giờ nữa gửi lại giúp."))
            answer_share(link=link, answer=answer, text=text)
            return redirect("workflow_shared", token)
        except DecisionError as refusal:
            error = str(refusal)
    page = link.revision.as_object()
    context = {
        "link": link,
        "token": token,
        "item": page,
        "digest": digest_of_page(page),
        "error": error,
        "answer": answer,
        "text": text[:4000],
        "meta": _meta(_("Bản nháp để xem trước")),
    }
    return render(request, "workflow/shared.html", context, status=400 if error else 200)


@private
@require_safe
def shared_preview(request: HttpRequest, token: str) -> HttpResponse:
    """The whole draft."""
    return _preview(request, _open_share(token))


def _open_share(token: str) -> ShareLink:
    link: ShareLink = _link(ShareLink, token)
    published = link.page.live and (link.page.live_revision_id or 0) >= link.revision_id
    if not link.is_open or published:
        raise Http404
    return link
