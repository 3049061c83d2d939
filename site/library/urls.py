"""Addresses of the library."""

from django.urls import re_path

from library import views

urlpatterns = [
    re_path(
        r"^hoa-tiet/(?P<kind>[a-z]+)/(?P<shape>[a-z]+)/(?P<seed>[0-9a-f]{8})\.svg$",
        views.cover,
        name="cover",
    ),
    re_path(
        r"^media/(?P<folder>images|cards)/(?P<name>[0-9a-f]{32}\.[a-z]{3,4})$",
        views.media,
        name="media",
    ),
]
