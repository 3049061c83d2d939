"""Routes of feeds."""

from django.urls import path

from feeds import views

urlpatterns = [path("rss/", views.directory, name="feed_directory")]
