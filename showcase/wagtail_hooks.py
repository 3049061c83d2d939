"""Registrations of showcase with the admin."""

from wagtail.snippets.models import register_snippet

from showcase.viewsets import ContactViewSet, FounderViewSet, NeighbourhoodViewSet, SectorViewSet

register_snippet(ContactViewSet)
register_snippet(FounderViewSet)
register_snippet(NeighbourhoodViewSet)
register_snippet(SectorViewSet)
