"""Registrations of writing with the admin."""

from typing import Any

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from writing.chooser import pages_to_choose
from writing.conflicts import note_conflict, tell_conflict
from writing.views import clean_paste
from writing.words import form_words

content_menu = Menu(register_hook_name="register_content_menu_item")


@hooks.register("register_admin_menu_item")
def content() -> MenuItem:
    """One listing of each kind; each app registers its own (`writing.listings.KindViewSet`)."""
    return SubmenuMenuItem(
        _("Nội dung"), content_menu, name="noi-dung", icon_name="folder-open-1", order=110
    )


@hooks.register("insert_global_admin_css")
def style() -> SafeString:
    """Of listings, chooser and pasting."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/writing.css"))


hooks.register("construct_page_chooser_queryset", pages_to_choose)


@hooks.register("register_admin_urls")
def urls() -> list[Any]:
    """What the editing form asks."""
    return [path("soan-bai/dan/", clean_paste, name="writing_paste")]


@hooks.register("insert_editor_js")
def scripts() -> SafeString:
    """Pasting, and keeping what was typed; addresses and words beside them."""
    return format_html(
        '{}<script src="{}" data-paste-url="{}" defer></script><script src="{}" defer></script>',
        json_script(form_words(), "writing-words"),
        static("js/admin/paste.js"),
        reverse("writing_paste"),
        static("js/admin/keep.js"),
    )


hooks.register("before_edit_page", note_conflict)
hooks.register("after_edit_page", tell_conflict)
