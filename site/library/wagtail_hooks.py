"""Registrations of the library with Wagtail."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from wagtail import hooks
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.permissions import permission_policy as documents
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.permissions import permission_policy as images

from library.services import is_published, is_used
from library.viewsets import LegalDocumentListing


@hooks.register("before_serve_document")
def refuse_files_of_hidden_pages(document: Any, request: HttpRequest) -> None:
    """A file goes with its page: no page yet, withdrawn, expired or a draft, it answers 404.

    Uploading alone publishes nothing; a file of a closed collection that no page shows is for
    those the collection lets in.
    """
    if request.user.has_perm("wagtailadmin.access_admin"):
        return
    if is_published(document):
        return
    if not is_used(document) and document.collection.get_view_restrictions():
        return
    raise Http404


class _ForThoseWhoChoose:
    """Wagtail's admin API of files is open to everybody in the admin; ours asks."""

    policy: Any

    def initial(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Refuse whoever may not even choose a file.

        Raises:
            PermissionDenied: to them.
        """
        super().initial(request, *args, **kwargs)  # type: ignore[misc]
        if not self.policy.user_has_any_permission(request.user, ["add", "change", "choose"]):
            raise PermissionDenied


class ImagesAPI(_ForThoseWhoChoose, ImagesAdminAPIViewSet):
    """Pictures, for the choosers."""

    policy = images


class DocumentsAPI(_ForThoseWhoChoose, DocumentsAdminAPIViewSet):
    """Files, for the choosers."""

    policy = documents


@hooks.register("construct_admin_api", order=100)
def guard_files(router: Any) -> None:
    """After Wagtail's own have been registered."""
    router.register_endpoint("images", ImagesAPI)
    router.register_endpoint("documents", DocumentsAPI)


@hooks.register("register_admin_viewset")
def listing() -> LegalDocumentListing:
    """The listing of documents."""
    return LegalDocumentListing()
