"""Registrations of submissions with the admin."""

from wagtail.snippets.models import register_snippet

from submissions.viewsets import ConsentTextViewSet, EventCodeViewSet

register_snippet(ConsentTextViewSet)
register_snippet(EventCodeViewSet)
