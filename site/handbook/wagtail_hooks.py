"""Registrations of the handbook with the admin."""

from typing import Any

from django.urls import path, register_converter, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from handbook import views
from handbook.pages import BOOKS

ENGLISH = ("editor-guide", "whats-new-in-wagtail")


class BookConverter:
    """One of the books there are."""

    regex = "|".join(BOOKS)

    def to_python(self, value: str) -> str:
        """The folder's name."""
        return value

    to_url = to_python


register_converter(BookConverter, "book")


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    """Contents, pages, pictures."""
    return [
        path("so-tay/", views.ContentsView.as_view(), name="handbook_contents"),
        path(
            "so-tay/<book:book>/<slug:slug>/",
            views.HandbookPageView.as_view(),
            name="handbook_page",
        ),
        path("so-tay/<book:book>/anh/<str:name>", views.picture_view, name="handbook_picture"),
    ]


@hooks.register("register_help_menu_item")
def help_menu_item() -> MenuItem:
    """Under help."""
    url = reverse_lazy("handbook_contents")
    return MenuItem(_("Sổ tay"), url, name="handbook", icon_name="help", order=10)


@hooks.register("construct_help_menu")
def no_english_help(request: Any, items: list[Any]) -> None:
    """Wagtail's guide and its news are English pages elsewhere."""
    items[:] = [item for item in items if not item.name.startswith(ENGLISH)]
