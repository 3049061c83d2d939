"""Registrations of submissions with the admin."""

from typing import Any

from django.urls import path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from submissions.views import files
from submissions.viewsets import ConsentTextViewSet, EventCodeViewSet

register_snippet(ConsentTextViewSet)
register_snippet(EventCodeViewSet)


@hooks.register("register_admin_urls")
def file_urls() -> list[Any]:
    """Files of a submission, for who reads it."""
    one = "ho-so/<int:pk>/tep/<int:file_pk>/"
    small = {"small": True}
    return [
        path(one, files.reviewed_file, name="submissions_file"),
        path(f"{one}nho/", files.reviewed_file, small, name="submissions_file_thumb"),
    ]
