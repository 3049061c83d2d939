"""Addresses of the reader's say."""

from django.urls import path

from feedback import views

urlpatterns = [
    path("y-kien/<int:page_id>/", views.rate, name="feedback_rate"),
    path("y-kien/<int:page_id>/loi-nhan/", views.remark, name="feedback_remark"),
    path("y-kien/<int:page_id>/cam-on/", views.thanks, name="feedback_thanks"),
    path("dem/<int:page_id>/", views.count, name="feedback_count"),
]
