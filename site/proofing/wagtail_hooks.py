"""Registrations of proofing with the admin."""

from wagtail.snippets.models import register_snippet

from proofing.viewsets import OfficialNameViewSet

register_snippet(OfficialNameViewSet)
