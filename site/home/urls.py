"""Routes of home."""

from django.urls import path

from home import views

urlpatterns = [path("menu/", views.menu, name="menu")]
