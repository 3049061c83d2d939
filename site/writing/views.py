"""What the editing form asks while somebody writes."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from wagtail.permissions import page_permission_policy

from writing.paste import read_pieces
from writing.paste.blocks import to_form

LONGEST = 2_500_000
"""Characters of a copied text; a hundred pages of Word are about two million."""


@sensitive_post_parameters("html")
@require_POST
def clean_paste(request: HttpRequest) -> JsonResponse:
    """A copied text as blocks of the editing form. Nothing is kept.

    Raises:
        PermissionDenied: to whoever writes nowhere.
        BadRequest: for a text too long or nested without end.
    """
    if not page_permission_policy.user_has_any_permission(request.user, {"add", "change"}):
        raise PermissionDenied
    html = request.POST.get("html", "")
    if len(html) > LONGEST:
        raise BadRequest("too long")
    try:
        parts = to_form(read_pieces(html))
    except RecursionError as endless:
        raise BadRequest("nested without end") from endless
    tables = sum(part["type"] == "table" for part in parts)
    return JsonResponse({"parts": parts, "messages": _words(tables)})


def _words(tables: int) -> dict[str, str]:
    if not tables:
        return {}
    return {
        "placed": _("Đã dán. %(n)s bảng nằm ở khối riêng bên dưới: hãy ghi tên bảng.")
        % {"n": tables},
        "flattened": _("Ô này không chứa được bảng: mỗi dòng của bảng thành một đoạn."),
    }
