"""Writing the table of roles into the database."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    get_root_collection_id,
)

from accounts import sections
from accounts.models import Section
from accounts.roles import GROUP_NAMES, ROLES, Rights, Role

STOCK_APPROVERS = "Moderators"
STOCK_EDITORS = ("Editors", "Biên tập viên")
"""Wagtail's first groups. Editors of everything do not exist here: each edits a section."""


def setup_roles() -> None:
    """Make every group and section and give each exactly the rights of the table. Idempotent."""
    _take_over_stock_groups()
    root = Page.get_first_root_node()
    collection = Collection.objects.get(pk=get_root_collection_id())
    pages = sections.section_pages()
    for role, name in GROUP_NAMES.items():
        group, _made = Group.objects.get_or_create(name=name)
        rights = ROLES[role]
        _set_models(group, rights)
        where = [root] if rights.everywhere else pages
        _set_pages(group, where if rights.pages else [], rights)
        _set_files(group, [collection] if rights.files else [], rights)
    for page in pages:
        sections.ensure(page)


def grant_section(section: Section) -> None:
    """The rights of an editor in one section; contributors may write there too."""
    rights = ROLES[Role.EDITOR]
    _set_models(section.group, rights)
    _set_pages(section.group, [section.page], rights)
    _set_files(section.group, [section.collection], rights)
    contributors, _made = Group.objects.get_or_create(name=GROUP_NAMES[Role.CONTRIBUTOR])
    for permission in _page_permissions(ROLES[Role.CONTRIBUTOR].pages):
        GroupPagePermission.objects.get_or_create(
            group=contributors, page=section.page, permission=permission
        )


def _take_over_stock_groups() -> None:
    approvers = GROUP_NAMES[Role.APPROVER]
    if not Group.objects.filter(name=approvers).exists():
        Group.objects.filter(name=STOCK_APPROVERS).update(name=approvers)
    for group in Group.objects.filter(name__in=(*STOCK_EDITORS, STOCK_APPROVERS)):
        if group.user_set.exists():  # people are not put out; they are given a section by hand
            _set_models(group, Rights())
            _set_pages(group, [], Rights())
            _set_files(group, [], Rights())
        else:
            group.delete()


def _set_models(group: Group, rights: Rights) -> None:
    wanted = {"wagtailadmin.access_admin", *rights.models}
    found = Permission.objects.select_related("content_type").filter(
        codename__in=[label.split(".")[1] for label in wanted]
    )
    group.permissions.set(
        [row for row in found if f"{row.content_type.app_label}.{row.codename}" in wanted]
    )


def _page_permissions(verbs: Iterable[str]) -> list[Permission]:
    names = [f"{verb}_page" for verb in verbs]
    return list(
        Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=names)
    )


def _set_pages(group: Group, pages: list[Page], rights: Rights) -> None:
    permissions = _page_permissions(rights.pages)
    wanted = {(page.pk, p.pk) for page in pages for p in permissions}
    rows = GroupPagePermission.objects.filter(group=group)
    known = {(row.page_id, row.permission_id): row for row in rows}
    for key, row in known.items():
        if key not in wanted:
            row.delete()
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page, permission_id=permission)
        for page, permission in wanted - known.keys()
    )


def _set_files(group: Group, collections: list[Collection], rights: Rights) -> None:
    """Everybody who writes may choose any file of the house; adding and changing is narrower."""
    root = get_root_collection_id()
    permissions = _file_permissions(rights.files)
    wanted = {(c.pk, p.pk) for c in collections for p in permissions}
    if rights.collections:
        wanted |= {(root, p.pk) for p in _collection_permissions()}
    if rights.files:
        wanted |= {(root, p.pk) for p in _file_permissions(("choose",))}
    rows = GroupCollectionPermission.objects.filter(group=group)
    known = {(row.collection_id, row.permission_id): row for row in rows}
    for key, row in known.items():
        if key not in wanted:
            row.delete()
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection_id=collection, permission_id=permission)
        for collection, permission in wanted - known.keys()
    )


def _file_permissions(verbs: tuple[str, ...]) -> list[Permission]:
    """Wagtail keeps them on its own image and document models, whatever model is in use."""
    labels = {"wagtailimages": "image", "wagtaildocs": "document"}
    found: list[Permission] = []
    for app, name in labels.items():
        codenames = [f"{verb}_{name}" for verb in verbs]
        found += Permission.objects.filter(content_type__app_label=app, codename__in=codenames)
    return found


def _collection_permissions() -> list[Permission]:
    names = ("add_collection", "change_collection", "delete_collection")
    return list(
        Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=names)
    )
