"""Routes of core."""

from django.urls import path

from core import views

urlpatterns = [
    path("chu-de/<slug:slug>/", views.topic, name="topic"),
    path("tu-khoa/<slug:slug>/", views.tag, name="tag"),
    path("favicon.ico", views.favicon),
    path("healthz", views.health, name="health"),
]
