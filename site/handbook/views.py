"""The handbook inside the admin."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from handbook.pages import BOOKS, find, pages, picture

TITLES = {"huong-dan": _("Sổ tay biên tập"), "van-hanh": _("Sổ tay vận hành")}


def runs_things(user: Any) -> bool:
    """Administrators and the technical operator."""
    return bool(user.has_perm("accounts.change_user"))


class ContentsView(WagtailAdminTemplateMixin, TemplateView):
    """Both books with all their pages."""

    template_name = "handbook/contents.html"
    page_title = _("Sổ tay")
    header_icon = "help"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """The contents themselves: on a telephone the last one is the title."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Title and pages of each book that was shipped; the server's for those who run things."""
        shown = [book for book in BOOKS if book != "van-hanh" or runs_things(self.request.user)]
        books = [(TITLES[book], pages(book)) for book in shown]
        return super().get_context_data(books=[row for row in books if row[1]], **kwargs)


class HandbookPageView(WagtailAdminTemplateMixin, TemplateView):
    """One page of a book."""

    template_name = "handbook/page.html"
    header_icon = "help"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find the page first.

        Raises:
            Http404: for one that is not there.
        """
        page = find(kwargs["book"], kwargs["slug"])
        if page is None:
            raise Http404
        self.page = page
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """The page's own."""
        return self.page.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """From the contents."""
        contents = {"url": reverse("handbook_contents"), "label": _("Sổ tay")}
        return [*self.breadcrumbs_items, contents, {"url": "", "label": self.page.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page, and the one after it."""
        book = pages(self.page.book)
        place = book.index(self.page)
        following = book[place + 1] if place + 1 < len(book) else None
        # Our own files, rendered with raw HTML switched off.
        html = mark_safe(self.page.html())
        return super().get_context_data(page=self.page, html=html, following=following, **kwargs)


def picture_view(request: HttpRequest, book: str, name: str) -> FileResponse:
    """A picture of a book.

    Raises:
        Http404: for anything else.
    """
    path = picture(book, name)
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"))
