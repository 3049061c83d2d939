"""Routes of core."""

from django.urls import path

from core import views

urlpatterns = [
    path("chu-de/<slug:slug>/", views.topic, name="topic"),
    path("tu-khoa/<slug:slug>/", views.tag, name="tag"),
    path("s/<slug:code>/", views.short_link, name="short_link"),
    path("s/<slug:code>/qr.svg", views.short_link_qr, name="short_link_qr"),
    path("favicon.ico", views.favicon),
    path("healthz", views.health, name="health"),
]
