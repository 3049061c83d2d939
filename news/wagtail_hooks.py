"""Registrations of news with the admin."""

from wagtail.snippets.models import register_snippet

from news.viewsets import StoryPersonViewSet

register_snippet(StoryPersonViewSet)
