"""All routes. Pages come last: Wagtail's pattern takes whatever is left."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from accounts import views

urlpatterns = [
    # No other way in: Wagtail's own sign-in pages lead to ours, whatever is asked of them.
    path("admin/login/", views.to_sign_in),
    re_path(r"^admin/password_reset/", views.to_password_link),
    path("_util/login/", views.to_sign_in),
    path("", include("accounts.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("core.urls")),
    path("", include("library.urls")),
    path("", include("search.urls")),
    path("", include("feeds.urls")),
    path("", include("feedback.urls")),
    path("", include("workflow.urls")),
    path("", include("submissions.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_urls)),
]

handler400 = "core.views.bad_request"
handler403 = "core.views.permission_denied"
handler404 = "core.views.page_not_found"
handler500 = "core.views.server_error"
handler429 = "accounts.views.too_many"
