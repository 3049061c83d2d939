"""Registrations of home with the admin."""

from wagtail.snippets.models import register_snippet

from home.viewsets import NoticeViewSet

register_snippet(NoticeViewSet)
