"""The sign-in's frame: headers, limits, and the ways that lead to it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from accounts import second_factor
from core.private import keep_private

View = Callable[..., HttpResponse]
TOO_MANY = {"too_many_login_attempts", "rate_limited"}


def private(view: View) -> View:
    """Kept by no cache and no search engine, its address told to no other site.

    A form refused for too many tries answers 429; nothing that is posted stands in a report of an
    error.
    """

    @wraps(view)
    @sensitive_post_parameters()
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if _is_over_limit(getattr(response, "context_data", None)):
            response.status_code = 429
        return keep_private(response, referrer="same-origin")

    return wrapped


def _is_over_limit(context: dict[str, Any] | None) -> bool:
    form = (context or {}).get("form")
    if form is None or not form.is_bound:
        return False
    codes = {error.code for errors in form.errors.as_data().values() for error in errors}
    return bool(codes & TOO_MANY)


@private
def too_many(request: HttpRequest) -> HttpResponse:
    """429, designed."""
    return render(request, "429.html", status=429)


# --- Wagtail's own doors ------------------------------------------------------------------------
@csrf_exempt
def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Wagtail's sign-in pages lead to ours by any method; nothing posted is read but `next`."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    address = reverse("account_login")
    if target and url_has_allowed_host_and_scheme(
        target, {request.get_host()}, require_https=request.is_secure()
    ):
        address = f"{address}?{urlencode({'next': target})}"
    return redirect(address)


@csrf_exempt
def to_password_link(request: HttpRequest) -> HttpResponse:
    """Likewise for a forgotten password, also for links of Wagtail's making."""
    return redirect("account_reset_password")


# --- for who lost the telephone -----------------------------------------------------------------
class TakeAwayView(WagtailAdminTemplateMixin, TemplateView):
    """An administrator takes somebody's second factor away, after a question."""

    template_name = "accounts/users/take_away.html"
    page_title = _("Gỡ lớp xác thực thứ hai")
    header_icon = "lock-open"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only who may help this person."""
        self.person = get_object_or_404(get_user_model(), pk=kwargs["pk"])
        if not second_factor.may_take_away(request.user, self.person):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def back_url(self) -> str:
        """The person's own screen."""
        return reverse("wagtailusers_users:edit", args=[self.person.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Below that screen."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("wagtailusers_users:index"), "label": _("Người dùng")},
            {"url": self.back_url, "label": str(self.person)},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whose, and the way back."""
        return super().get_context_data(person=self.person, back_url=self.back_url, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Do it, and say so."""
        if second_factor.take_away(user=self.person, by=request.user):
            messages.success(request, _("Đã gỡ. Người ấy vừa được báo bằng thư."))
        else:
            messages.warning(request, _("Tài khoản này không có lớp xác thực thứ hai."))
        return redirect(self.back_url)
