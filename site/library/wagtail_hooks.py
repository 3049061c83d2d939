"""Registrations of the library with Wagtail."""

from typing import Any

from django.http import Http404, HttpRequest
from wagtail import hooks

from library.services import is_hidden_with_its_pages


@hooks.register("before_serve_document")
def refuse_files_of_hidden_pages(document: Any, request: HttpRequest) -> None:
    """A file goes with its page: withdrawn, expired or still a draft, it answers 404."""
    if request.user.has_perm("wagtailadmin.access_admin"):
        return
    if is_hidden_with_its_pages(document):
        raise Http404
