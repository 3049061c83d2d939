"""What all pages behind a private link share: finding, limits, and how little they give away."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.meta import PageMeta
from core.private import private
from core.throttle import client_network, within_limit
from submissions.models import Submission
from submissions.models.submission import State
from submissions.tokens import tidy

View = Callable[..., HttpResponse]

WRONG_TOKENS, WRONG_IN = 30, 600
ACTS, ACTS_IN = 40, 3600


def meta(title: str) -> PageMeta:
    """For no search engine, without an address in the page: it would tell the token."""
    return PageMeta(title, indexed=False, addressed=False)


def behind_token(*methods: str) -> Callable[[View], View]:
    """The view of one submission: it gets it in the place of the token.

    A wrong token gives the site's 404, whatever is wrong with it; an erased submission 410. A
    token typed with capitals or hyphens leads on to the address in its plain spelling.
    """

    def decorate(view: View) -> View:
        @private
        @require_http_methods([*methods])
        @wraps(view)
        def wrapped(request: HttpRequest, token: str, **more: Any) -> HttpResponse:
            submission = Submission.objects.by_token(token)
            if submission is None:
                return _unknown(request)
            if submission.state == State.ERASED:
                context = {"meta": meta(_("Dữ liệu đã xóa"))}
                return render(request, "submissions/status/erased.html", context, status=410)
            if request.method != "POST" and token != tidy(token):
                match: Any = request.resolver_match
                return redirect(match.view_name, **{**more, "token": tidy(token)})
            if request.method == "POST" and not within_limit(
                "status-act", str(submission.pk), limit=ACTS, seconds=ACTS_IN
            ):
                return too_many(request, ACTS_IN)
            return view(request, submission, **more)

        return wrapped

    return decorate


def _unknown(request: HttpRequest) -> HttpResponse:
    network = client_network(request)
    if within_limit("status-token", network, limit=WRONG_TOKENS, seconds=WRONG_IN):
        raise Http404
    return too_many(request, WRONG_IN)


def too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    """429, with the time after which it is worth trying again."""
    context = {"meta": meta(_("Vừa thử quá nhiều lần")), "minutes": seconds // 60}
    answer = render(request, "submissions/status/too_many.html", context, status=429)
    answer["Retry-After"] = str(seconds)
    return answer


def back(submission: Submission, done: str = "") -> HttpResponse:
    """To the status page, which says what was done."""
    answer = redirect(submission.status_path)
    if done:
        answer["Location"] += f"?xong={done}"
    return answer
